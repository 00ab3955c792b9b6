import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS, type WechatLimits } from '../../../src/channels/wechat/options.js';
import { createOutbox, type Part } from '../../../src/channels/wechat/outbox.js';
import { turningClock } from './turning-clock.js';

const MINUTE = 60_000;

function outboxWith(changes: Partial<WechatLimits> = {}, chance = () => 0.5) {
  const clock = turningClock();
  const world = { isReady: true, lost: 0 };
  const outbox = createOutbox(
    { ...DEFAULT_LIMITS, ...changes },
    {
      clock,
      random: chance,
      isReady: () => world.isReady,
      onLost: () => {
        world.lost += 1;
      },
      onHeld: () => {},
    },
  );
  return { outbox, clock, world };
}

/** A message that fails with these, one after the other, and then leaves. */
function failing(...errors: readonly string[]): Part & { attempts: number } {
  const part = {
    length: 10,
    attempts: 0,
    deliver: async () => {
      part.attempts += 1;
      const error = errors[part.attempts - 1];
      if (error) throw new Error(error);
    },
  };
  return part;
}

/** How it ended: '' when it left, else why not. */
async function outcomeOf(sending: Promise<void>, clock: ReturnType<typeof turningClock>): Promise<string> {
  let outcome: string | null = null;
  sending.then(
    () => {
      outcome = '';
    },
    (error: unknown) => {
      outcome = String(error);
    },
  );
  await clock.until(() => outcome !== null, 1000);
  return outcome ?? '';
}

describe('a message', () => {
  it('that nobody took is tried again', async () => {
    const { outbox, clock, world } = outboxWith();
    const part = failing('14 UNAVAILABLE: gone', 'not logged in');
    expect(await outcomeOf(outbox.send('anna', [part]), clock)).toBe('');
    expect([part.attempts, world.lost]).toEqual([3, 2]);
  });

  it('is given up after three attempts', async () => {
    const { outbox, clock } = outboxWith();
    const part = failing(...Array.from({ length: 9 }, () => '14 UNAVAILABLE: gone'));
    expect(await outcomeOf(outbox.send('anna', [part]), clock)).toBe('Error: 14 UNAVAILABLE: gone');
    expect(part.attempts).toBe(3);
  });

  it('that may have been said is not said again', async () => {
    const { outbox, clock } = outboxWith();
    const refused = failing('2 UNKNOWN: refused');
    expect(await outcomeOf(outbox.send('anna', [refused]), clock)).toContain('refused');
    expect(refused.attempts).toBe(1);
    let calls = 0;
    const silent: Part = {
      length: 1,
      deliver: () => {
        calls += 1;
        return new Promise(() => {});
      },
    };
    expect(await outcomeOf(outbox.send('anna', [silent]), clock)).toContain('TimeLimitError');
    expect(calls).toBe(1);
  });

  it('waits for the log-in, but not for ever', async () => {
    const { outbox, clock, world } = outboxWith();
    world.isReady = false;
    const early = failing();
    const sending = outcomeOf(outbox.send('anna', [early]), clock);
    await clock.turn(5 * MINUTE);
    expect([early.attempts, outbox.held]).toEqual([0, 'login']);
    world.isReady = true;
    expect(await sending).toBe('');
    world.isReady = false;
    expect(await outcomeOf(outbox.send('anna', [failing()]), clock)).toBe('NotSentError: held back by login for too long');
  });

  it('keeps its parts together, in their order, and conversations take turns', async () => {
    const { outbox, clock } = outboxWith();
    const left: string[] = [];
    const part = (name: string): Part => ({ length: 1, deliver: async () => void left.push(name) });
    const all = Promise.all([
      outbox.send('anna', [part('a1'), part('a2'), part('a3')]),
      outbox.send('anna', [part('a4')]),
      outbox.send('anna', [part('a5')]),
      outbox.send('ben', [part('b1')]),
    ]);
    expect(
      await outcomeOf(
        all.then(() => {}),
        clock,
      ),
    ).toBe('');
    expect(left).toEqual(['a1', 'a2', 'a3', 'a4', 'b1', 'a5']);
  });
});

it('never sends more than a minute and a day hold, whatever is asked of it', async () => {
  const asked = fc.array(fc.tuple(fc.constantFrom('anna', 'ben', 'cora'), fc.integer({ min: 0, max: 20_000 })), {
    maxLength: 40,
  });
  await fc.assert(
    fc.asyncProperty(
      asked,
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 6, max: 20 }),
      async (requests, perMinute, perDay) => {
        const { outbox, clock } = outboxWith({ perMinute, perDay, longestWait: 3 * MINUTE });
        const times: number[] = [];
        for (const [conversation, later] of requests) {
          await clock.turn(later);
          outbox.send(conversation, [{ length: 5, deliver: async () => void times.push(clock.now()) }]).catch(() => {});
        }
        await clock.turn(20 * MINUTE);
        expect(outbox.waiting).toBe(0);
        expect(times.length).toBeLessThanOrEqual(perDay);
        for (const [at, time] of times.entries())
          expect(times[at + perMinute] ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(time + MINUTE);
      },
    ),
    { seed: 20261121, numRuns: 20 },
  );
});
