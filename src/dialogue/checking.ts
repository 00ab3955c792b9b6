import { checkNotices } from '../checker.js';
import type { NoticeInput } from '../notice/types.js';
import { type Lookup, lookUp } from '../registry/lookup.js';
import type { Registry } from '../registry/types.js';
import type { SeenCount } from '../reply/lookup-reply.js';
import type { Checked } from '../verdict/types.js';
import { type Asker, createCommunity, withSeen } from './community.js';
import { describeError } from './describe-error.js';
import type { Clock, Journal, Sightings, TextFromImage } from './ports.js';
import { type PictureFailure, readPictureBytes } from './received.js';

/** Who asks over the web: what limits and sightings are counted by, never shown or logged. */
export interface Caller extends Asker {
  /** `web:ADDRESS` (an IPv6 address by its /64) or `api:KEY_ID`. */
  readonly person: string;
  /** What sightings are stored under: `web` or `api`. */
  readonly channel: string;
}

/** What is known of a picture besides what it shows. */
export type GivenWithPicture = Omit<NoticeInput, 'text'> & { readonly text?: string | undefined };

/** What became of a picture. `none`: there is nobody to read pictures. */
export type PictureChecked =
  | { readonly kind: 'checked'; readonly checked: Checked }
  | { readonly kind: 'failed'; readonly why: PictureFailure };

/** Checks with memory: what others saw goes into the verdict, and an anonymous trace of the check is kept. */
export interface Checking {
  check(input: NoticeInput, caller: Caller): Promise<Checked>;
  /**
   * Notices of one picture, the given sender, time and role taken over where the picture shows none; a text that came with
   * it is checked as one more notice.
   */
  checkPicture(picture: Uint8Array, given: GivenWithPicture, caller: Caller): Promise<PictureChecked>;
  lookUp(query: string, caller: Caller): Promise<{ readonly answer: Lookup; readonly seen: SeenCount | null }>;
  /** Settles when the traces of everything that was checked so far are kept. */
  idle(): Promise<void>;
}

export interface CheckingPorts {
  /** The records in use now; they may be replaced while the program runs. */
  readonly registry: () => Registry;
  /** Null: nothing is kept, and nobody knows what others saw. */
  readonly sightings: Sightings | null;
  /** Null when nobody reads pictures. */
  readonly textFromImage: TextFromImage | null;
  readonly clock: Clock;
  readonly journal: Journal;
}

/** Traces that wait to be kept at once. A memory that cannot keep up loses some instead of filling this process. */
const MOST_WAITING = 500;

/** Checks for callers that are in no conversation. A memory that fails or is slow never fails a check. */
export function createChecking({ registry, sightings, textFromImage, clock, journal }: CheckingPorts): Checking {
  const failed = (channel: string, error: unknown): void =>
    journal.note({ kind: 'failed', channel, where: 'store', error: describeError(error) });
  const community = createCommunity({ sightings, feedback: null, clock, registry, failed });
  const waiting = new Set<Promise<void>>();

  /** The answer does not wait for its trace. */
  function keep({ notices }: Checked, caller: Caller): void {
    if (waiting.size >= MOST_WAITING) {
      failed(caller.channel, new RangeError('too many traces wait'));
      return;
    }
    const kept: Promise<void> = community.keep({ checked: notices }, caller).then(() => {
      waiting.delete(kept);
    });
    waiting.add(kept);
  }

  async function checkAll(inputs: readonly NoticeInput[], caller: Caller): Promise<Checked> {
    const started = clock.now();
    const checked = checkNotices(withSeen(inputs, await community.seenBefore(inputs, caller)), registry());
    const { verdict } = checked.gravest;
    journal.note({ kind: 'answered', channel: caller.channel, intent: 'notice', verdict, milliseconds: clock.now() - started });
    keep(checked, caller);
    return checked;
  }

  return {
    check: (input, caller) => checkAll([input], caller),
    async checkPicture(picture, given, caller) {
      const { inputs, failure } = await readPictureBytes(picture, textFromImage);
      if (failure !== null || inputs.length === 0) return { kind: 'failed', why: failure ?? 'no_text' };
      const beside = given.text === undefined ? [] : [{ text: given.text }];
      const checked = await checkAll(
        [...inputs, ...beside].map((input) => ({ ...given, ...input })),
        caller,
      );
      return { kind: 'checked', checked };
    },
    async lookUp(query, caller) {
      const answer = lookUp(query, registry());
      return { answer, seen: await community.countOf(answer, caller) };
    },
    async idle() {
      await Promise.all(waiting);
    },
  };
}
