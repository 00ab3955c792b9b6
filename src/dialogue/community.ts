import { checkNotice } from '../checker.js';
import { examine } from '../checks/examine.js';
import { fingerprintOf } from '../notice/fingerprint.js';
import type { Seen } from '../notice/types.js';
import type { Registry } from '../registry/types.js';
import { composeLookupReply } from '../reply/lookup-reply.js';
import { decide } from '../verdict/decide.js';
import type { Verdict } from '../verdict/types.js';
import { addressesToAsk, addressesToKeep, addressLookedUp } from './addresses.js';
import type { IncomingEvent } from './events.js';
import { keyOfPerson } from './person.js';
import type { Clock, Feedback, SightingQuery, Sightings } from './ports.js';
import type { Said, SeenBefore, Turn } from './turn.js';

/** What others forwarded is asked for this long; then the answer goes without it. Milliseconds. */
const PATIENCE = 1_500;
/** Shorter words are no message that somebody received. Characters. */
const SHORTEST = 10;
/** Texts of one batch that are looked up. */
const MOST_TEXTS = 10;

interface CommunityPorts {
  readonly sightings: Sightings | null;
  readonly feedback: Feedback | null;
  readonly clock: Clock;
  readonly registry: () => Registry;
  /** Notes that the memory failed; the answer goes on without it. */
  readonly failed: (channel: string, error: unknown) => void;
}

/** What others saw, before an answer and after it. None of it throws: a memory that fails is noted, and nothing was seen. */
export interface Community {
  /** What was seen before of each of these texts. */
  seenBefore(texts: readonly string[], event: IncomingEvent): Promise<SeenBefore>;
  /** The answers to look-ups, with how often what was looked up was seen. */
  withCounts(said: readonly Said[], event: Pick<IncomingEvent, 'channel'>, registry: Registry): Promise<readonly Said[]>;
  /** Keeps traces of what was answered and of what was said to be wrong. */
  keep(turn: Turn, event: IncomingEvent): Promise<void>;
}

const queryFor = (verdict: Verdict, person: string, registry: Registry): SightingQuery => ({
  fingerprint: fingerprintOf(verdict.notice),
  addresses: addressesToAsk(verdict, registry),
  person,
});

/** Without what others reported: a verdict that rests on reports must not be reported as one more. */
function byItself(verdict: Verdict, registry: Registry): Verdict {
  const { seen, ...notice } = verdict.notice;
  return seen === undefined ? verdict : decide(examine(notice, registry));
}

/** Settles with null when it takes too long or fails. */
function inTime<T>(work: Promise<T>, clock: Clock, failed: (error: unknown) => void): Promise<T | null> {
  return new Promise((resolve) => {
    const cancel = clock.after(PATIENCE, () => resolve(null));
    const settle = (value: T | null): void => {
      cancel();
      resolve(value);
    };
    work.then(settle, (error: unknown) => {
      failed(error);
      settle(null);
    });
  });
}

export function createCommunity({ sightings, feedback, clock, registry: current, failed }: CommunityPorts): Community {
  async function seenOf(text: string, person: string): Promise<(Seen | null)[]> {
    const registry = current();
    const found: (Seen | null)[] = [];
    for (const verdict of checkNotice({ text }, registry).notices) {
      const asks = sightings !== null && verdict.verdict !== 'not_a_notice';
      found.push(asks ? await sightings.seen(queryFor(verdict, person, registry), clock.now()) : null);
    }
    return found;
  }

  async function keepSightings({ checked }: Turn, event: IncomingEvent): Promise<void> {
    const registry = current();
    const person = keyOfPerson(event);
    for (const verdict of (checked ?? []).map((one) => byItself(one, registry))) {
      if (sightings === null || verdict.verdict === 'not_a_notice') continue;
      await sightings.record({
        fingerprint: fingerprintOf(verdict.notice),
        addresses: addressesToKeep(verdict, registry),
        person,
        verdict: verdict.verdict,
        platform: verdict.claim?.platform.id ?? null,
        channel: event.channel,
        now: clock.now(),
      });
    }
  }

  return {
    async seenBefore(texts, event) {
      const seen = new Map<string, readonly (Seen | null)[]>();
      if (sightings === null) return seen;
      const person = keyOfPerson(event);
      const asked = [...new Set(texts)].filter((text) => text.trim().length >= SHORTEST).slice(0, MOST_TEXTS);
      const answers = Promise.all(asked.map(async (text) => seen.set(text, await seenOf(text, person))));
      const inTimeForAll = await inTime(answers, clock, (error) => failed(event.channel, error));
      // What comes too late must not change the answer while it is being composed.
      return inTimeForAll === null ? new Map() : seen;
    },
    async withCounts(said, event, registry) {
      if (sightings === null) return said;
      const counted = said.map(async (one): Promise<Said> => {
        const address = one.lookup ? addressLookedUp(one.lookup) : null;
        if (!one.lookup || address === null) return one;
        const count = await inTime(sightings.ofAddress(address), clock, (error) => failed(event.channel, error));
        return count === null ? one : { ...one, body: composeLookupReply(one.lookup, registry, one.body.language, count) };
      });
      return Promise.all(counted);
    },
    async keep(turn, event) {
      try {
        await keepSightings(turn, event);
        if (turn.complaint && feedback !== null) {
          const { verdict, findings, notice } = turn.complaint;
          const fingerprint = notice && fingerprintOf(notice);
          await feedback.record({ person: keyOfPerson(event), verdict, findings, fingerprint, now: clock.now() });
        }
      } catch (error) {
        failed(event.channel, error);
      }
    },
  };
}
