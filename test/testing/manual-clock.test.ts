import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createManualClock } from '../../src/testing/manual-clock.js';

describe('a manual clock', () => {
  it('stands still until it is turned', async () => {
    const clock = createManualClock(1_000);
    expect(clock.now()).toBe(1_000);
    await clock.turn(250);
    expect(clock.now()).toBe(1_250);
  });

  it('runs what falls due, at its own time, and nothing else', async () => {
    const clock = createManualClock(0);
    const ran: string[] = [];
    for (const wait of [300, 100, 200, 400]) clock.after(wait, () => ran.push(`${wait} at ${clock.now()}`));
    await clock.turn(300);
    expect(ran).toEqual(['100 at 100', '200 at 200', '300 at 300']);
    expect(clock.nextDue()).toBe(400);
  });

  it('runs a task that a task or a promise of it has set, when it falls due on the way', async () => {
    const clock = createManualClock(0);
    const ran: number[] = [];
    const again = (): void => {
      ran.push(clock.now());
      void Promise.resolve()
        .then(() => undefined)
        .then(() => clock.after(40, again));
    };
    clock.after(40, again);
    await clock.turn(100);
    expect(ran).toEqual([40, 80]);
  });

  it('runs no task that was taken back', async () => {
    const clock = createManualClock(0);
    let ran = false;
    const cancel = clock.after(10, () => {
      ran = true;
    });
    cancel();
    await clock.turn(20);
    expect(ran).toBe(false);
    expect(clock.nextDue()).toBeNull();
  });

  it('runs tasks in the order of their times, and of their making among equals', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 8 }), async (waits) => {
        const clock = createManualClock(0);
        const ran: number[] = [];
        for (const [at, wait] of waits.entries()) clock.after(wait, () => ran.push(at));
        await clock.turn(5);
        const due = [...waits.keys()].sort((a, b) => (waits[a] ?? 0) - (waits[b] ?? 0) || a - b);
        expect(ran).toEqual(due);
      }),
      { seed: 20261121, numRuns: 30 },
    );
  });
});
