import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyOfConversation, keyOfPerson } from '../../src/dialogue/person.js';
import type { Address, Sighting } from '../../src/dialogue/ports.js';
import type { ConversationState } from '../../src/dialogue/state.js';
import { EMPTY_STATE } from '../../src/dialogue/turn.js';
import { fingerprintOf } from '../../src/notice/fingerprint.js';
import { readNotices } from '../../src/notice/read.js';
import { LEASE } from '../../src/store/inbox.js';
import type { Store } from '../../src/store/open-store.js';
import { recordedRegistry } from '../recorded-registry.js';

const DAY = 24 * 3_600_000;
const START = Date.parse('2026-11-21T12:00:00+08:00');

/** A store to test, empty, on a clock that can be turned. */
export interface StoreUnderTest {
  readonly store: Store;
  /** The same database through another store, as a second worker or after a restart. */
  again(): Promise<Store>;
  close(): Promise<void>;
}

interface Maker {
  readonly name: string;
  /** Null: it can be tested here. Otherwise why not. */
  readonly missing: string | null;
  make(clock: { now(): number }): Promise<StoreUnderTest>;
}

const markOf = (text: string) => {
  const [notice] = readNotices({ text }, recordedRegistry().plan).notices;
  if (!notice) throw new Error('no notice');
  return fingerprintOf(notice);
};

const campaign = (name: string, amount: string, host: string): string =>
  `【好运贷】${name}女士您好，您的借款${amount}元已严重逾期，今日内不处理将移交法务并通知单位和家人，点击 ${host} 办理减免。`;
const OTHER = '【速递驿站】您的包裹因地址不详被退回仓库，请登录 kuaidi.example 补充收件信息并支付改派费，超时包裹将被销毁。';

const person = (name: string): string => keyOfPerson({ channel: 'test', person: name });
const conversation = (name: string, where = 'home'): string =>
  keyOfConversation({ channel: 'test', conversation: where, person: name });
const host = (value: string): Address => ({ kind: 'host', value, isPrivate: false });

/** What every memory must do, whatever database it is in. */
export function describeStore({ name, missing, make }: Maker): void {
  if (missing !== null) console.warn(`${name}: not tested here, ${missing}`);
  describe.skipIf(missing !== null)(`the store in ${name}`, () => {
    let now = START;
    let under: StoreUnderTest;
    let store: Store;

    beforeEach(async () => {
      now = START;
      under = await make({ now: () => now });
      store = under.store;
    });
    afterEach(() => under.close());

    const sighting = (who: string, text: string, more: Partial<Sighting> = {}): Sighting => ({
      fingerprint: markOf(text),
      addresses: [],
      person: person(who),
      verdict: 'scam',
      platform: null,
      channel: 'test',
      now,
      ...more,
    });
    const forwardedBy = async (names: readonly string[], text: string, more: Partial<Sighting> = {}): Promise<void> => {
      for (const who of names) await store.sightings.record(sighting(who, text, more));
    };
    const seen = (who: string, text: string, addresses: readonly Address[] = []) =>
      store.sightings.seen({ fingerprint: markOf(text), addresses, person: person(who) }, now);

    describe('conversations', () => {
      const state: ConversationState = { ...EMPTY_STATE, role: 'borrower', told: { '表情\0': 1 }, asked: ['sender'] };

      it('gives back what was written, and the last of two writes', async () => {
        await store.conversations.write(conversation('a'), EMPTY_STATE, now + DAY);
        await store.conversations.write(conversation('a'), { ...EMPTY_STATE, role: 'borrower' }, now + DAY);
        expect(await store.conversations.read(conversation('a'), now)).toEqual({ ...EMPTY_STATE, role: 'borrower' });
      });

      it('keeps odd characters in it from cutting anything off', async () => {
        await store.conversations.write(conversation('a'), state, now + DAY);
        expect(await store.conversations.read(conversation('a'), now)).toEqual(state);
      });

      it('knows nothing of a conversation that nobody wrote, or whose time is over', async () => {
        await store.conversations.write(conversation('a'), state, now + DAY);
        expect(await store.conversations.read(conversation('b'), now)).toBeNull();
        expect(await store.conversations.read(conversation('a'), now + DAY)).toBeNull();
      });

      it('is found after a restart', async () => {
        await store.conversations.write(conversation('a'), state, now + DAY);
        const other = await under.again();
        expect(await other.conversations.read(conversation('a'), now)).toEqual(state);
        await other.close();
      });

      it('erases a person in every conversation, and nobody else', async () => {
        await store.conversations.write(conversation('a'), state, now + DAY);
        await store.conversations.write(conversation('a', 'group'), state, now + DAY);
        await store.conversations.write(conversation('b', 'group'), state, now + DAY);
        expect(await store.conversations.erase(conversation('a'))).toBe(2);
        expect(await store.conversations.erase(conversation('a'))).toBe(0);
        expect(await store.conversations.read(conversation('a', 'group'), now)).toBeNull();
        expect(await store.conversations.read(conversation('b', 'group'), now)).toEqual(state);
      });
    });

    describe('sightings', () => {
      it('know a variant with another name, amount and link again', async () => {
        await forwardedBy(['a', 'b', 'c'], campaign('张', '3,200', 'aa.example'));
        const found = await seen('me', campaign('欧阳', '58000.50', 'bb-huankuan.example'));
        expect(found?.wording).toMatchObject({ people: 3, days: 1, judged: 'bad' });
      });

      it('do not take another campaign for it', async () => {
        await forwardedBy(['a', 'b', 'c'], OTHER);
        expect(await seen('me', campaign('张', '3,200', 'aa.example'))).toBeNull();
      });

      it('never tell of fewer than three people, nor count the one who asks', async () => {
        await forwardedBy(['a', 'b', 'me'], OTHER);
        expect(await seen('me', OTHER)).toBeNull();
        expect((await seen('somebody', OTHER))?.wording?.people).toBe(3);
      });

      it('count one person once, however often she forwards it', async () => {
        await forwardedBy(['a', 'a', 'a', 'b', 'b', 'c'], OTHER);
        now += DAY;
        await forwardedBy(['a', 'b'], OTHER);
        expect((await seen('me', OTHER))?.wording?.people).toBe(3);
      });

      it('look back a week', async () => {
        await forwardedBy(['a', 'b', 'c'], OTHER);
        now += 6 * DAY;
        expect((await seen('me', OTHER))?.wording?.people).toBe(3);
        now += DAY;
        expect(await seen('me', OTHER)).toBeNull();
      });

      it('weigh a crowd of newcomers on one day less than a few known people over several', async () => {
        const crowd = Array.from({ length: 40 }, (_, at) => `new${at}`);
        await forwardedBy(crowd, OTHER);
        const flood = await seen('me', OTHER);
        await forwardedBy(['a', 'b', 'c', 'd', 'e', 'f'], campaign('张', '1', 'aa.example'), { now: now - 20 * DAY });
        for (const [at, who] of ['a', 'b', 'c', 'd', 'e', 'f'].entries())
          await forwardedBy([who], campaign('李', '2', 'cc.example'), { now: now - (at % 5) * DAY });
        const known = await seen('me', campaign('王', '2', 'dd.example'));
        expect(flood?.wording?.people).toBe(40);
        expect(known?.wording?.people).toBe(6);
        expect(known?.wording?.weight).toBeGreaterThan(flood?.wording?.weight ?? Number.POSITIVE_INFINITY);
      });

      it('say nothing of a text that is too short to be told from others', async () => {
        await forwardedBy(['a', 'b', 'c'], '您好，已收到。');
        expect(await seen('me', '您好，已收到。')).toBeNull();
      });

      it('know an address again in another text, and count it', async () => {
        await forwardedBy(['a', 'b', 'c'], campaign('张', '3,200', 'aa.example'), { addresses: [host('aa.example')] });
        expect(await seen('me', OTHER, [host('aa.example')])).toMatchObject({ wording: null, address: { people: 3 } });
        expect(await store.sightings.ofAddress(host('aa.example'))).toEqual({
          count: 3,
          people: 3,
          first: '2026-11-21',
          last: '2026-11-21',
        });
        expect(await store.sightings.ofAddress(host('bb.example'))).toBeNull();
      });

      it('find a private number again, which they keep as a hash', async () => {
        const mine: Address = { kind: 'number', value: '15400001234', isPrivate: true };
        await forwardedBy(['a', 'b', 'c'], OTHER, { addresses: [mine] });
        expect((await store.sightings.ofAddress(mine))?.people).toBe(3);
        expect(JSON.stringify(await store.sightings.export(person('a')))).not.toContain('15400001234');
      });

      it('erase and export what is kept of one person', async () => {
        await forwardedBy(['a', 'b', 'c'], OTHER, { addresses: [host('aa.example')] });
        expect(await store.sightings.export(person('a'))).toEqual([
          expect.objectContaining({ verdict: 'scam', channel: 'test', day: '2026-11-21' }),
          { kind: 'host', value: 'aa.example', day: '2026-11-21' },
        ]);
        expect(await store.sightings.erase(person('a'))).toBe(2);
        expect(await store.sightings.export(person('a'))).toEqual([]);
        expect(await store.sightings.export(person('b'))).toHaveLength(2);
      });

      it('count all of them when many come at once', async () => {
        const names = Array.from({ length: 25 }, (_, at) => `p${at}`);
        const other = await under.again();
        await Promise.all(
          names.map((who, at) =>
            (at % 2 ? store : other).sightings.record(
              sighting(who, OTHER, { addresses: [host('aa.example'), host('bb.example')] }),
            ),
          ),
        );
        expect((await seen('me', OTHER))?.wording?.people).toBe(25);
        await other.close();
      });
    });

    describe('feedback', () => {
      const TEMPLATE = '您的账户已被冻结请点击#恢复';
      const complain = (who: string, text: string): Promise<void> =>
        store.feedback.record({
          person: person(who),
          verdict: 'scam',
          findings: ['link.not-on-record'],
          fingerprint: markOf(text),
          template: TEMPLATE,
          now,
        });

      it('is listed with its masked words, once for each person and day', async () => {
        await forwardedBy(['a', 'b'], OTHER, { platform: 'sf-express' });
        await complain('a', OTHER);
        await complain('a', OTHER);
        expect(await store.feedback.list()).toEqual([
          {
            id: expect.any(String),
            day: '2026-11-21',
            verdict: 'scam',
            findings: ['link.not-on-record'],
            template: TEMPLATE,
            reason: null,
            platform: 'sf-express',
            people: 2,
            complaints: 1,
          },
        ]);
      });

      it('takes what was reported out of suspicion once an operator accepts it', async () => {
        await forwardedBy(['a', 'b', 'c'], OTHER);
        await complain('a', OTHER);
        await complain('b', OTHER);
        const [first] = await store.feedback.list();
        expect(await store.feedback.settle(first?.id ?? '', 'accepted')).toBe(true);
        expect(await store.feedback.list()).toEqual([]);
        expect((await seen('me', OTHER))?.wording?.judged).toBe('corrected');
        expect(await store.feedback.settle(first?.id ?? '', 'rejected')).toBe(false);
      });

      it('takes a reason once, on the day of the complaint', async () => {
        expect(await store.feedback.explain(person('a'), 'genuine', now)).toBe(false);
        await complain('a', OTHER);
        expect(await store.feedback.explain(person('a'), 'genuine', now)).toBe(true);
        expect(await store.feedback.explain(person('a'), 'scam', now)).toBe(false);
        expect(await store.feedback.list()).toMatchObject([{ reason: 'genuine' }]);
      });

      it('changes nothing when it is rejected', async () => {
        await forwardedBy(['a', 'b', 'c'], OTHER);
        await complain('a', OTHER);
        const [first] = await store.feedback.list();
        expect(await store.feedback.settle(first?.id ?? '', 'rejected')).toBe(true);
        expect((await seen('me', OTHER))?.wording?.judged).toBe('bad');
      });

      it('keeps the words until somebody has looked at them', async () => {
        await complain('a', OTHER);
        expect(await store.feedback.export(person('a'))).toMatchObject([{ template: TEMPLATE }]);
        const [first] = await store.feedback.list();
        await store.feedback.settle(first?.id ?? '', 'accepted');
        expect(await store.feedback.export(person('a'))).toMatchObject([{ template: null }]);
      });

      it('is kept without a text when that was gone, and erased with its person', async () => {
        await store.feedback.record({
          person: person('a'),
          verdict: 'unverified',
          findings: [],
          fingerprint: null,
          template: null,
          now,
        });
        expect(await store.feedback.export(person('a'))).toHaveLength(1);
        expect(await store.feedback.erase(person('a'))).toBe(1);
        expect(await store.feedback.list()).toEqual([]);
      });
    });

    describe('corrections', () => {
      const REACH = { channel: 'test', conversation: 'chat-7788990011', language: 'zh' } as const;
      const doubt = async (who: string, verdict: 'accepted' | 'rejected'): Promise<void> => {
        await store.feedback.record({
          person: person(who),
          verdict: 'scam',
          findings: [],
          fingerprint: markOf(OTHER),
          template: null,
          now,
        });
        expect(await store.feedback.agree(person(who), REACH)).toBe(true);
        const [review] = await store.feedback.list();
        await store.feedback.settle(review?.id ?? '', verdict);
      };

      it('are given to one worker only, and again when they were not told', async () => {
        await doubt('a', 'accepted');
        const other = await under.again();
        const taken = (await Promise.all([store.corrections.take(['test']), other.corrections.take(['test'])])).flat();
        expect(taken).toEqual([{ id: expect.any(String), reach: REACH, day: '2026-11-21', verdict: 'scam' }]);
        now += 20 * 60_000;
        expect(await other.corrections.take(['test'])).toEqual(taken);
        await other.corrections.told(taken[0]?.id ?? '');
        now += DAY;
        expect(await store.corrections.take(['test'])).toEqual([]);
        await other.close();
      });

      it('are left to workers of their channel', async () => {
        await doubt('a', 'accepted');
        expect(await store.corrections.take(['another'])).toEqual([]);
        expect(await store.corrections.take(['test'])).toHaveLength(1);
      });

      it('are told of no verdict that stands, to nobody who was erased, and to nobody who did not ask', async () => {
        await doubt('a', 'rejected');
        await doubt('b', 'accepted');
        await store.feedback.erase(person('b'));
        await store.feedback.record({
          person: person('c'),
          verdict: 'scam',
          findings: [],
          fingerprint: null,
          template: null,
          now,
        });
        const [review] = await store.feedback.list();
        await store.feedback.settle(review?.id ?? '', 'accepted');
        expect(await store.corrections.take(['test'])).toEqual([]);
      });

      it('need something that was said to be wrong', async () => {
        expect(await store.feedback.agree(person('a'), REACH)).toBe(false);
      });

      it('hand over that they are wanted, not how the person is reached', async () => {
        await store.feedback.record({
          person: person('a'),
          verdict: 'scam',
          findings: [],
          fingerprint: null,
          template: null,
          now,
        });
        await store.feedback.agree(person('a'), REACH);
        expect(await store.feedback.export(person('a'))).toMatchObject([{ wants_to_be_told: 1 }]);
      });
    });

    describe('retention', () => {
      it('deletes what is past its time and keeps the rest', async () => {
        await store.conversations.write(conversation('a'), EMPTY_STATE, now + 30 * DAY);
        await forwardedBy(['a'], OTHER, { addresses: [host('aa.example')] });
        expect(await store.prune()).toBe(0);
        now += 31 * DAY;
        expect(await store.prune()).toBe(1);
        now += 370 * DAY;
        await forwardedBy(['b'], campaign('张', '1', 'aa.example'));
        expect(await store.prune()).toBe(2);
        expect(await store.sightings.export(person('a'))).toEqual([]);
        expect(await store.sightings.export(person('b'))).toHaveLength(1);
      });
    });

    describe('limits', () => {
      it('grant a usual number of messages, then say once that it is too much', async () => {
        const taken: string[] = [];
        for (let at = 0; at < 33; at += 1) taken.push(await store.limits.take(person('a')));
        expect(taken.slice(0, 30).every((one) => one === 'granted')).toBe(true);
        expect(taken.slice(30)).toEqual(['told_now', 'refused', 'refused']);
        expect(await store.limits.take(person('b'))).toBe('granted');
      });
    });

    describe('the inbox', () => {
      const update = (name: string, lane = conversation('a')) => ({ update: name, lane, reach: null });

      it('gives an update to one taker only, in whatever worker', async () => {
        const other = await under.again();
        const taken = await Promise.all(
          Array.from({ length: 10 }, (_, at) => (at % 2 ? store : other).inbox.take(update('one'))),
        );
        expect(taken.filter((one) => one === 'mine')).toHaveLength(1);
        expect(taken.filter((one) => one === 'elsewhere')).toHaveLength(9);
        expect(await other.inbox.take(update('two'))).toBe('mine');
        await other.close();
      });

      it('gives an update that a dead worker left to the next taker at once, and an answered one to nobody', async () => {
        const other = await under.again();
        await other.inbox.take(update('left'));
        await other.inbox.take(update('answered'));
        await other.inbox.answered('answered');
        expect(await store.inbox.take(update('left'))).toBe('elsewhere');
        await other.close();
        expect(await store.inbox.take(update('left'))).toBe('mine');
        expect(await store.inbox.take(update('left'))).toBe('elsewhere');
        expect(await store.inbox.take(update('answered'))).toBe('answered');
      });

      it('knows whose message died with its worker, and tells that once', async () => {
        const reach = { channel: 'test', conversation: 'chat-1', language: 'en' } as const;
        const other = await under.again();
        for (const name of ['one', 'two']) await other.inbox.take({ ...update(name), reach });
        await other.inbox.take({ ...update('done'), reach: { ...reach, conversation: 'chat-2' } });
        await other.inbox.answered('done');
        now += 60_000;
        expect(await store.left.take(['test'])).toEqual([]);
        await other.close();
        expect(await store.left.take(['another'])).toEqual([]);
        expect(await store.left.take(['test'])).toEqual([reach]);
        expect(await store.left.take(['test'])).toEqual([]);
        expect(await store.inbox.take({ ...update('one'), reach })).toBe('answered');
      });

      it('gives away what a worker has not answered in twelve minutes, though it seems to be alive', async () => {
        const other = await under.again();
        await other.inbox.take(update('slow'));
        now += LEASE - 1;
        expect(await store.inbox.take(update('slow'))).toBe('elsewhere');
        now += 1;
        expect(await store.inbox.take(update('slow'))).toBe('mine');
        await other.close();
      });
    });

    it('says that it is well', () => {
      expect(store.health()).toEqual({ state: 'up', detail: null });
    });
  });
}
