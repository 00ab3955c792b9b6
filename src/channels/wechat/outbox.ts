import type { Clock } from '../../dialogue/ports.js';
import type { WechatLimits } from './options.js';
import { wasNotTaken } from './reason.js';
import { within } from './waiting.js';
import { createWindow } from './window.js';

/** An answer was not sent, and will not be. */
export class NotSentError extends Error {
  override readonly name = 'NotSentError';
}

/** One message to send. */
export interface Part {
  /** Characters, for the pause before it. */
  readonly length: number;
  deliver(): Promise<void>;
}

/** Why answers wait. */
export type Held = 'login' | 'minute' | 'day' | null;

export interface Outbox {
  /** Settles when all parts have left, in their order. @throws NotSentError, or what the last attempt failed with. */
  send(conversation: string, parts: readonly Part[]): Promise<void>;
  readonly waiting: number;
  readonly held: Held;
  /** Since when they wait for that reason, in milliseconds since 1970. */
  readonly heldSince: number;
  /** From now on without pauses: the program is about to end. */
  hurry(): void;
  /** Sends nothing any more; what waits is refused. */
  close(): void;
}

export interface OutboxPorts {
  readonly clock: Clock;
  /** 0 to 1. */
  readonly random: () => number;
  /** Whether the account is logged in. */
  readonly isReady: () => boolean;
  /** Nobody took a message: the gateway may be gone. */
  readonly onLost: () => void;
  /** The reason why answers wait has changed. */
  readonly onHeld: () => void;
}

interface Job {
  readonly parts: readonly Part[];
  readonly since: number;
  settle(error?: unknown): void;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** While something holds answers back, it is looked at again so often. */
const LOOK_AGAIN = 1000;
/** A message that nobody took is tried again, when the account is back. */
const MOST_ATTEMPTS = 3;

/**
 * What leaves one account: one message at a time, with the pauses of somebody who types, not more in a minute and in a
 * day than a person would send, and one conversation after the other, so that nobody who asks a lot keeps the others
 * waiting.
 */
export function createOutbox(limits: WechatLimits, ports: OutboxPorts): Outbox {
  const { clock, random, isReady } = ports;
  /** Conversations in the order of their turns, each with what waits for it. */
  const queue = new Map<string, Job[]>();
  const perMinute = createWindow(limits.perMinute, MINUTE);
  const perDay = createWindow(limits.perDay, DAY);
  let waiting = 0;
  let held: Held = null;
  let heldSince = clock.now();
  let isRunning = false;
  let inHurry = false;
  let isClosed = false;
  let wake = (): void => {};

  const rest = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const cancel = clock.after(milliseconds, resolve);
      wake = () => {
        cancel();
        resolve();
      };
    });

  const hold = (reason: Held): void => {
    if (held === reason) return;
    held = reason;
    heldSince = clock.now();
    ports.onHeld();
  };

  function heldBy(now: number): { readonly reason: Held; readonly room: number } {
    const day = perDay.roomIn(now);
    if (day > 0) return { reason: 'day', room: day };
    const minute = perMinute.roomIn(now);
    if (minute > 0) return { reason: 'minute', room: minute };
    return isReady() ? { reason: null, room: 0 } : { reason: 'login', room: 0 };
  }

  /** Waits until a message may leave. */
  async function turn(job: Job): Promise<void> {
    for (;;) {
      if (isClosed) throw new NotSentError('the channel was stopped');
      const now = clock.now();
      const { reason, room } = heldBy(now);
      hold(reason);
      if (reason === null) return;
      if (now + room - job.since > limits.longestWait) throw new NotSentError(`held back by ${reason} for too long`);
      await rest(LOOK_AGAIN);
    }
  }

  const pauseBefore = (length: number): number => {
    const { least, chance, perCharacter, longest } = limits.pause;
    return inHurry ? 0 : Math.min(longest, least + random() * chance + length * perCharacter);
  };

  async function leave(part: Part, job: Job): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      await rest(pauseBefore(part.length));
      await turn(job);
      perMinute.note(clock.now());
      perDay.note(clock.now());
      try {
        return await within(clock, limits.callWithin, part.deliver());
      } catch (error) {
        if (!wasNotTaken(error) || attempt === MOST_ATTEMPTS) throw error;
        ports.onLost();
      }
    }
  }

  /** The next answer; its conversation goes to the end of the line. */
  function next(): Job | null {
    const first = queue.entries().next().value;
    if (!first) return null;
    const [conversation, jobs] = first;
    const [job, ...others] = jobs;
    queue.delete(conversation);
    if (others.length > 0) queue.set(conversation, others);
    return job ?? null;
  }

  async function run(): Promise<void> {
    for (let job = next(); job; job = next()) {
      try {
        for (const part of job.parts) await leave(part, job);
        job.settle();
      } catch (error) {
        job.settle(error);
      }
      waiting -= 1;
    }
    isRunning = false;
    // What a day allows is used up for whoever asks next, too.
    hold(heldBy(clock.now()).reason === 'day' ? 'day' : null);
  }

  return {
    get waiting() {
      return waiting;
    },
    get held() {
      return held === 'day' && perDay.roomIn(clock.now()) === 0 ? null : held;
    },
    get heldSince() {
      return heldSince;
    },
    send: (conversation, parts) =>
      new Promise((resolve, reject) => {
        const jobs = queue.get(conversation) ?? [];
        if (isClosed) return reject(new NotSentError('the channel was stopped'));
        if (waiting >= limits.queue || jobs.length >= limits.queuePerConversation)
          return reject(new NotSentError('too many answers wait'));
        const settle = (error?: unknown): void => (error === undefined ? resolve() : reject(error));
        queue.set(conversation, [...jobs, { parts, since: clock.now(), settle }]);
        waiting += 1;
        if (isRunning) return;
        isRunning = true;
        void run();
      }),
    hurry() {
      inHurry = true;
      wake();
    },
    close() {
      isClosed = true;
      wake();
    },
  };
}
