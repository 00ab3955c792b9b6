import type { Clock, ImageReading, Journal } from '../dialogue/ports.js';
import type { NoticeInput } from '../notice/types.js';
import type { Lookup } from '../registry/lookup.js';
import type { Registry } from '../registry/types.js';
import type { SeenCount } from '../reply/lookup-reply.js';
import type { Checked } from '../verdict/types.js';

/** Who asks over the web: what limits and sightings are counted by, never shown or logged. */
export interface Caller {
  /** `web:ADDRESS` (an IPv6 address by its /64) or `api:KEY_ID`. */
  readonly person: string;
  /** What sightings are stored under: `web` or `api`. */
  readonly channel: string;
}

/** Checks with memory: what others saw goes into the verdict, and an anonymous trace of the check is kept. */
export interface Checking {
  check(input: NoticeInput, caller: Caller): Promise<Checked>;
  /** Notices of one picture, the given sender, time and role taken over where the picture shows none. */
  checkPicture(
    picture: Uint8Array,
    given: Omit<NoticeInput, 'text'>,
    caller: Caller,
  ): Promise<{ readonly kind: 'checked'; readonly checked: Checked } | Extract<ImageReading, { kind: 'failed' }>>;
  lookUp(query: string, caller: Caller): Promise<{ readonly answer: Lookup; readonly seen: SeenCount | null }>;
}

/** What the page and the HTTP routes are built on. */
export interface WebPorts {
  readonly registry: () => Registry;
  readonly checking: Checking;
  readonly clock: Clock;
  readonly journal: Journal;
}
