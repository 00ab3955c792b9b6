import { checkNotice } from '../checker.js';
import { examine } from '../checks/examine.js';
import { fingerprintOf, templateOf } from '../notice/fingerprint.js';
import type { NoticeInput, Seen } from '../notice/types.js';
import type { Lookup } from '../registry/lookup.js';
import type { Registry } from '../registry/types.js';
import type { SeenCount } from '../reply/lookup-reply.js';
import { decide } from '../verdict/decide.js';
import type { Verdict } from '../verdict/types.js';
import { addressesToAsk, addressesToKeep, addressLookedUp } from './addresses.js';
import { keyOfPerson } from './person.js';
import type { Clock, Feedback, SightingQuery, Sightings } from './ports.js';
import type { SeenBefore, Turn } from './turn.js';

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

/** Who asks: somebody in a conversation, or a caller of the web. `person` is unique within `channel`. */
export interface Asker {
  readonly channel: string;
  readonly person: string;
}

/** What others saw, before an answer and after it. None of it throws: a memory that fails is noted, and nothing was seen. */
export interface Community {
  /** What was seen before of each of these texts. */
  seenBefore(inputs: readonly NoticeInput[], asker: Asker): Promise<SeenBefore>;
  /** How often what was looked up was seen; null when nobody knows, and for a name. */
  countOf(lookup: Lookup, asker: Pick<Asker, 'channel'>): Promise<SeenCount | null>;
  /** Keeps traces of what was answered and of what was said to be wrong. */
  keep(answered: Pick<Turn, 'checked' | 'complaint'>, asker: Asker): Promise<void>;
}

/** With what others forwarded before, unless that is known from an earlier look. */
export const withSeen = (inputs: readonly NoticeInput[], seen: SeenBefore): readonly NoticeInput[] =>
  inputs.map((input) => (input.seen === undefined ? { ...input, seen: seen.get(input.text) } : input));

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
  async function seenOf({ text, picture }: NoticeInput, person: string): Promise<(Seen | null)[]> {
    const registry = current();
    const found: (Seen | null)[] = [];
    for (const verdict of checkNotice({ text, picture }, registry).notices) {
      const asks = sightings !== null && verdict.verdict !== 'not_a_notice';
      found.push(asks ? await sightings.seen(queryFor(verdict, person, registry), clock.now()) : null);
    }
    return found;
  }

  async function keepSightings(checked: readonly Verdict[], asker: Asker): Promise<void> {
    if (sightings === null) return;
    const registry = current();
    const person = keyOfPerson(asker);
    for (const verdict of checked.map((one) => byItself(one, registry))) {
      if (verdict.verdict === 'not_a_notice') continue;
      await sightings.record({
        fingerprint: fingerprintOf(verdict.notice),
        addresses: addressesToKeep(verdict, registry),
        person,
        verdict: verdict.verdict,
        platform: verdict.claim?.platform.id ?? null,
        channel: asker.channel,
        now: clock.now(),
      });
    }
  }

  return {
    async seenBefore(inputs, asker) {
      const seen = new Map<string, readonly (Seen | null)[]>();
      if (sightings === null) return seen;
      const person = keyOfPerson(asker);
      const byText = new Map(inputs.map((input) => [input.text, input]));
      const asked = [...byText.values()].filter(({ text }) => text.trim().length >= SHORTEST).slice(0, MOST_TEXTS);
      const answers = Promise.all(asked.map(async (input) => seen.set(input.text, await seenOf(input, person))));
      const inTimeForAll = await inTime(answers, clock, (error) => failed(asker.channel, error));
      // What comes too late must not change the answer while it is being composed.
      return inTimeForAll === null ? new Map() : seen;
    },
    async countOf(lookup, asker) {
      const address = addressLookedUp(lookup);
      if (sightings === null || address === null) return null;
      return inTime(sightings.ofAddress(address), clock, (error) => failed(asker.channel, error));
    },
    async keep({ checked = [], complaint }, asker) {
      try {
        await keepSightings(checked, asker);
        if (complaint && feedback !== null) {
          const { verdict, findings, notice } = complaint;
          const about = { fingerprint: notice && fingerprintOf(notice), template: notice && templateOf(notice) };
          await feedback.record({ person: keyOfPerson(asker), verdict, findings, ...about, now: clock.now() });
        }
      } catch (error) {
        failed(asker.channel, error);
      }
    },
  };
}
