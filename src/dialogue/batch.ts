import type { Content, IncomingEvent } from './events.js';
import type { Responder } from './messages.js';

/** One event, and the ways to answer it and to be done with it. */
export interface Arrival {
  readonly event: IncomingEvent;
  readonly responder: Responder;
  /** Called when nothing more comes of it. */
  readonly settle: () => void;
}

/** Pause after which nothing more of the same burst is expected, in milliseconds. */
export const BURST_PAUSE = 700;
/** A burst is answered after this long, whatever still comes. Milliseconds. */
export const LONGEST_BURST = 4_000;
/** Messages of one burst. */
export const LARGEST_BURST = 20;

const isForwarded = (content: Content): boolean =>
  (content.kind === 'text' || content.kind === 'image') && content.forwarded !== null;

/** Words with a number, an address, brackets or several lines are worth an answer at once; a few plain words often announce a forward. */
const LONGEST_REMARK = 30;
const HOLDS_SOMETHING = /[\d【[\n]|[a-z]\.[a-z]/i;

const mayBeRemark = (content: Content): boolean =>
  content.kind === 'text' && content.text.length <= LONGEST_REMARK && !HOLDS_SOMETHING.test(content.text);

/**
 * Whether more of the same may follow within a moment: pictures of an album, several forwards, or a few words that
 * somebody types before forwarding. Everything else is answered at once.
 */
export function mayBeOneOfSeveral({ content, album, isGroup }: IncomingEvent): boolean {
  if (album !== null || isForwarded(content)) return true;
  return !isGroup && (content.kind === 'image' || mayBeRemark(content));
}

/** Something received rather than said: a forward, a picture, a card, a record. */
export const isReceivedContent = (content: Content): boolean =>
  isForwarded(content) || content.kind === 'image' || content.kind === 'link_card' || content.kind === 'chat_record';
