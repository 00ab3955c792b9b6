import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkNotice } from '../../src/checker.js';
import { type CheckingPorts, createChecking } from '../../src/dialogue/checking.js';
import type { JournalEntry, Sightings } from '../../src/dialogue/ports.js';
import { openStore, type Store } from '../../src/store/open-store.js';
import { createManualClock, settled } from '../../src/testing/manual-clock.js';
import { pictureOf, readPicture } from '../../src/testing/pictures.js';
import { recordedRegistry } from '../recorded-registry.js';

const DAY = 24 * 3_600_000;
const PLAIN = '您好，您的理赔款已受理完成，详情请查看 lipei-banli.example 页面说明。';
const FRAUD = '【京东金融】您的亲属白条已严重逾期，今日16点前不处理将上门走访。点击 lipei-banli.example 协商，加微信 jdzy8866';

let home: string;
let clock: ReturnType<typeof createManualClock>;
let store: Store;
let notes: JournalEntry[];

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'notice-check-'));
  clock = createManualClock(Date.parse('2026-11-21T12:00:00+08:00'));
  store = await openStore({ home, databaseUrl: null, clock, key: null });
  notes = [];
});
afterEach(async () => {
  await store.close();
  rmSync(home, { recursive: true });
});

const registry = recordedRegistry();
const callerAt = (address: string) => ({ person: `web:${address}`, channel: 'web' });
const me = callerAt('192.0.2.1');

const checkingWith = (ports: Partial<CheckingPorts> = {}) =>
  createChecking({
    registry: () => registry,
    sightings: store.sightings,
    textFromImage: null,
    clock,
    journal: { note: (entry) => void notes.push(entry) },
    ...ports,
  });

async function reportedByThree(checking: ReturnType<typeof checkingWith>): Promise<void> {
  for (const address of ['198.51.100.1', '198.51.100.2', '198.51.100.3']) {
    await checking.check({ text: FRAUD }, callerAt(address));
    await checking.idle();
    await clock.turn(DAY);
  }
}

/** Sightings whose answers are given by `answer`, and that keep nothing. */
const sightingsThat = (answer: () => Promise<never>): Sightings => ({
  ...store.sightings,
  seen: answer,
  record: answer,
  ofAddress: answer,
});

describe('checks with memory', () => {
  it('tell what others reported, as conversations do', async () => {
    const checking = checkingWith();
    expect((await checking.check({ text: PLAIN }, me)).gravest.findings.map(({ id }) => id)).toEqual(
      checkNotice({ text: PLAIN }, registry).gravest.findings.map(({ id }) => id),
    );
    await reportedByThree(checking);
    const { gravest } = await checking.check({ text: PLAIN }, me);
    expect(gravest.notice.seen?.address?.people).toBe(3);
  });

  it('count the sightings of what is looked up', async () => {
    const checking = checkingWith();
    expect((await checking.lookUp('lipei-banli.example', me)).seen).toBeNull();
    await reportedByThree(checking);
    expect((await checking.lookUp('lipei-banli.example', me)).seen).toMatchObject({ people: 3, count: 3 });
    expect((await checking.lookUp('京东', me)).seen).toBeNull();
  });

  it('keep nothing of what is no notice', async () => {
    const checking = checkingWith();
    await checking.check({ text: '今晚回家吃饭吗' }, me);
    await checking.idle();
    expect(await store.sightings.export(JSON.stringify([me.channel, me.person]))).toEqual([]);
  });

  it('are the same as without one when the memory fails, and note that it did', async () => {
    const broken = sightingsThat(async () => {
      throw new Error('gone: 欠款');
    });
    const checking = checkingWith({ sightings: broken });
    expect((await checking.check({ text: FRAUD }, me)).gravest).toEqual(
      (await checkingWith({ sightings: null }).check({ text: FRAUD }, me)).gravest,
    );
    await checking.idle();
    const failures = notes.filter(({ kind }) => kind === 'failed');
    expect(failures).toHaveLength(2);
    expect(JSON.stringify(failures)).not.toContain('欠款');
  });

  it('do not wait long for a memory that hangs', async () => {
    const checking = checkingWith({ sightings: sightingsThat(() => new Promise(() => {})) });
    let answered = false;
    const answer = checking.check({ text: FRAUD }, me).then(() => {
      answered = true;
    });
    await settled();
    expect(answered).toBe(false);
    await clock.turn(2_000);
    await answer;
    expect(answered).toBe(true);
  });

  it('drop traces instead of piling them up when the memory cannot keep up', async () => {
    const hanging: Sightings = { ...store.sightings, seen: async () => null, record: () => new Promise(() => {}) };
    const checking = checkingWith({ sightings: hanging });
    for (let count = 0; count < 510; count += 1) await checking.check({ text: FRAUD }, me);
    expect(notes.filter(({ kind }) => kind === 'failed')).toHaveLength(10);
  });
});

describe('pictures', () => {
  it('are checked notice by notice, with what was given where the picture shows none', async () => {
    const checking = checkingWith({ textFromImage: readPicture });
    const picture = pictureOf([{ text: FRAUD, sender: '+85254000000' }, { text: FRAUD }]);
    const outcome = await checking.checkPicture(picture, { sender: '15400001234', role: 'relative' }, me);
    expect(outcome.kind === 'checked' && outcome.checked.notices.map(({ notice }) => notice.sender?.raw)).toEqual([
      '+85254000000',
      '15400001234',
    ]);
    expect(outcome.kind === 'checked' && outcome.checked.gravest.notice.role).toBe('relative');
  });

  it.each([
    ['that cannot be read say why', pictureOf({ fails: 'unclear' }), 'unclear'],
    ['that hold no notice say so', pictureOf([]), 'no_text'],
  ] as const)('%s', async (_, picture, why) => {
    const checking = checkingWith({ textFromImage: readPicture });
    expect(await checking.checkPicture(picture, {}, me)).toEqual({ kind: 'failed', why });
  });

  it('are refused clearly where nobody reads them', async () => {
    expect(await checkingWith().checkPicture(pictureOf({ text: FRAUD }), {}, me)).toEqual({ kind: 'failed', why: 'none' });
  });
});
