import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../../src/dialogue/ports.js';

interface Timer {
  readonly at: number;
  readonly task: () => void;
}

/** Milliseconds of the clock that pass while a few real ones do, when it is turned until something happens. */
const STEP = 200;
const REAL_STEP = 4;

/** A clock that stands until it is turned. */
export class TurnedClock implements Clock {
  #now = Date.UTC(2026, 5, 1, 2, 0, 0);
  readonly #timers = new Set<Timer>();

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, task: () => void): () => void {
    const timer = { at: this.#now + milliseconds, task };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Timers that nobody cancelled and that have not gone off. */
  get waiting(): number {
    return this.#timers.size;
  }

  turn(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (let next = this.#due(end); next; next = this.#due(end)) {
      this.#now = Math.max(this.#now, next.at);
      this.#timers.delete(next);
      next.task();
    }
    this.#now = end;
  }

  /** Turns on, with real time in between for what goes over the network. */
  async turnUntil(condition: () => boolean, step = STEP): Promise<void> {
    while (!condition()) {
      this.turn(step);
      await sleep(REAL_STEP);
    }
  }

  #due(end: number): Timer | undefined {
    return [...this.#timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  }
}
