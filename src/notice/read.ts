import { appendCodes, foldCode } from './codes.js';
import { findDetails } from './details.js';
import { type FoldPart, foldText } from './fold.js';
import { findLinks } from './links.js';
import type { Mend } from './misread.js';
import { findPhones } from './phones.js';
import { findSignatures } from './signatures.js';
import { splitMessages } from './split.js';
import {
  type Code,
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

/** The words themselves come from a picture, not only codes beside them. */
export const isReadFromPicture = ({ picture }: NoticeInput): boolean => picture !== undefined && picture.copied !== true;

const asRead: Mend = (folded) => folded;

/**
 * Reads what a person pasted: one notice or several, each without its wrapper; of a text with nothing to read, one that is empty.
 * QR codes of a picture belong to its last notice: they stand below what they are offered with. `mend` undoes the misreadings
 * of a picture. Never throws; linear in the length of the text.
 */
export function readNotices(input: NoticeInput, plan: NumberingPlan, mend: Mend = asRead): Reading {
  const fold: FoldPart = isReadFromPicture(input) ? (...part) => mend(foldText(...part)) : foldText;
  const tooLong = input.text.length > TEXT_CAP;
  const text = tooLong ? input.text.slice(0, TEXT_CAP) : input.text;
  const { source, codes, truncated } = appendCodes(text, input.picture);
  const whole = fold(source, 0, text.length);
  const parts = splitMessages(whole);
  const kept = parts.slice(0, NOTICES_CAP);
  const notices = kept.map((part, at) => {
    const unwrapped =
      parts.length === 1
        ? unwrap(source, { start: 0, end: text.length }, whole, fold, plan)
        : unwrapPart(source, whole.toOriginal(part.start, part.end), fold, plan);
    return { ...noticeOf(source, unwrapped, at === kept.length - 1 ? codes : [], input, plan), ...seenAt(at, input) };
  });
  return { notices, truncated: tooLong || truncated || parts.length > NOTICES_CAP };
}

const seenAt = (at: number, { seen }: NoticeInput): Pick<Notice, 'seen'> => (seen?.[at] ? { seen: seen[at] } : {});

const unwrapPart = (source: string, part: Span, fold: FoldPart, plan: NumberingPlan): Unwrapped =>
  unwrap(source, part, fold(source, part.start, part.end), fold, plan);

function noticeOf(source: string, unwrapped: Unwrapped, codes: readonly Code[], input: NoticeInput, plan: NumberingPlan): Notice {
  const { body } = unwrapped;
  const { links, deepLinks, taken } = findLinks(body, source, isReadFromPicture(input) ? 'picture' : 'text');
  const inCodes = codes.map((code) => findLinks(foldCode(source, code), source, 'code'));
  return {
    source,
    bodySpan: unwrapped.bodySpan,
    body,
    fromPicture: isReadFromPicture(input),
    remark: unwrapped.remark,
    wrapped: unwrapped.wrapped,
    sender: senderOf(source, unwrapped.sender, input.sender, plan),
    signatures: findSignatures(body, taken),
    links: [...links, ...inCodes.flatMap((found) => found.links)],
    deepLinks: [...deepLinks, ...inCodes.flatMap((found) => found.deepLinks)],
    codes,
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
