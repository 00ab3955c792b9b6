import { isUnlistedLink, numberOwner } from '../ownership.js';
import type { Subject } from '../types.js';
import { namesInstitution } from './institution-named.js';
import type { Spoken } from './types.js';

/** Every number is the named institution's own, and there is one. */
function leadsToOwnNumber(subject: Subject): boolean {
  const { phones } = subject.notice;
  return phones.length > 0 && phones.every(({ reading }) => numberOwner(reading, subject).owner === 'claimed');
}

/**
 * Whether a contact was written to as the rules allow: a named institution, its own number, and a request to pass a
 * message on. Asked only of what breaks no rule. It is about the text; a thief can copy such a text too.
 */
export function isProperPassOn(spoken: Spoken): boolean {
  const { subject } = spoken;
  if (!spoken.passesOn || spoken.audience !== 'third_party') return false;
  if (!namesInstitution(spoken) || !leadsToOwnNumber(subject)) return false;
  return !subject.notice.links.some((link) => isUnlistedLink(link, subject));
}
