import type { ConductIndex } from '../../registry/conduct.js';
import type { Subject } from '../types.js';
import { audienceOf } from './audience.js';
import { collectsDebt, isRough } from './collection.js';
import { markedBy } from './marked.js';
import { isOwnNoticeOfAuthority } from './public-authority.js';
import { spokenText } from './spoken-text.js';
import type { Marked, Spoken } from './types.js';

const PRESSING = ['overdue', 'accuses', 'pass_on'] as const;

/** 以免逾期 and 逾期将… remind of a debt that is not overdue yet. */
function isOverdue(marked: Marked, length: number): boolean {
  const mayCome = new Uint8Array(length);
  for (const { start, end } of marked.hits('hypothetical')) mayCome.fill(1, start, end);
  return marked.hits('overdue').some(({ start, end }) => mayCome[start] === 0 || mayCome[end - 1] === 0);
}

/** Reads what a collection notice says in its own voice; null when the text is no such notice. */
export function readSpoken(subject: Subject, conduct: ConductIndex): Spoken | null {
  const { body, role } = subject.notice;
  // Somebody who says whether they are the borrower or a relative was sent something about a debt.
  if (role === null && !conduct.mentionsDebt(body.text)) return null;
  const written = markedBy(conduct.markersIn(body.text));
  const { text, silent } = spokenText(subject, written, conduct);
  const marked = silent.length > 0 ? markedBy(conduct.markersIn(text)) : written;
  const audience = audienceOf(subject, written);
  const phrases = conduct.phrasesIn(text).filter(({ group }) => group.sentTo === null || group.sentTo.includes(audience));
  const heard = { subject, written, marked, audience, phrases };
  if (!collectsDebt(heard)) return null;
  const spoken: Spoken = {
    ...heard,
    conduct,
    text,
    silent,
    overdue: isOverdue(marked, text.length),
    presses: PRESSING.some((marker) => marked.has(marker)) || audience === 'third_party' || isRough(heard),
    passesOn: marked.has('pass_on') || marked.has('unreachable'),
  };
  return isOwnNoticeOfAuthority(spoken) ? null : spoken;
}
