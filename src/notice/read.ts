import { findDetails } from './details.js';
import { foldText, type TraitedFold } from './fold.js';
import { findLinks } from './links.js';
import { findPhones } from './phones.js';
import { findSignatures } from './signatures.js';
import { splitMessages } from './split.js';
import {
  NOTICES_CAP,
  type Notice,
  type NoticeInput,
  type NumberingPlan,
  type Reading,
  type Sender,
  type Span,
  TEXT_CAP,
} from './types.js';
import { type Unwrapped, unwrap } from './unwrap.js';

/**
 * Reads what a person pasted: one notice or several, each without its wrapper; of a text with nothing to read, one that is empty.
 * Never throws; linear in the length of the text.
 */
export function readNotices(input: NoticeInput, plan: NumberingPlan): Reading {
  const tooLong = input.text.length > TEXT_CAP;
  const source = tooLong ? input.text.slice(0, TEXT_CAP) : input.text;
  const whole = foldText(source);
  const parts = splitMessages(whole);
  const notices = parts.slice(0, NOTICES_CAP).map((part, at) => ({
    ...readPart(source, part, parts.length === 1 ? whole : null, whole, input, plan),
    ...seenAt(at, input),
  }));
  return { notices, truncated: tooLong || parts.length > NOTICES_CAP };
}

const seenAt = (at: number, { seen }: NoticeInput): Pick<Notice, 'seen'> => (seen?.[at] ? { seen: seen[at] } : {});

function readPart(
  source: string,
  part: Span,
  asWhole: TraitedFold | null,
  whole: TraitedFold,
  input: NoticeInput,
  plan: NumberingPlan,
): Notice {
  const span = asWhole ? { start: 0, end: source.length } : whole.toOriginal(part.start, part.end);
  const folded = asWhole ?? foldText(source, span.start, span.end);
  return noticeOf(source, unwrap(source, span, folded, plan), input, plan);
}

function noticeOf(source: string, unwrapped: Unwrapped, input: NoticeInput, plan: NumberingPlan): Notice {
  const { body } = unwrapped;
  const { links, deepLinks, taken } = findLinks(body, source);
  return {
    source,
    bodySpan: unwrapped.bodySpan,
    body,
    remark: unwrapped.remark,
    wrapped: unwrapped.wrapped,
    sender: senderOf(source, unwrapped.sender, input.sender, plan),
    signatures: findSignatures(body, taken),
    links,
    deepLinks,
    phones: findPhones(body, taken, plan),
    details: findDetails(body, taken),
    receivedAt: input.receivedAt || unwrapped.receivedAt,
    role: input.role ?? null,
  };
}

/** A sender that was given counts more than one that stood in the paste. */
function senderOf(source: string, span: Span | null, given: string | undefined, plan: NumberingPlan): Sender | null {
  if (given !== undefined && given.trim() !== '') return { raw: given, reading: plan.classifySender(given), span: null };
  if (!span) return null;
  const raw = source.slice(span.start, span.end);
  return { raw, reading: plan.classifySender(raw), span };
}
