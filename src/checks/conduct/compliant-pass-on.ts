import type { ConductIndex } from '../../registry/conduct.js';
import { isUnlistedLink, numberOwner } from '../ownership.js';
import type { Subject } from '../types.js';
import { CONDUCT_CHECKS } from './examine-conduct.js';
import { namesInstitution } from './institution-named.js';
import { readSpoken } from './spoken.js';

/** Every number is the named institution's own, and there is one. */
function leadsToOwnNumber(subject: Subject): boolean {
  const { phones } = subject.notice;
  return phones.length > 0 && phones.every(({ reading }) => numberOwner(reading, subject).owner === 'claimed');
}

/**
 * Whether a contact was written to as the rules allow: a named institution, its own number, a request to pass a message
 * on, and nothing about a debt. It is about the text; a thief can copy such a text too.
 */
export function isCompliantPassOn(subject: Subject, conduct: ConductIndex): boolean {
  const spoken = readSpoken(subject, conduct);
  if (!spoken?.passesOn || spoken.audience !== 'third_party') return false;
  if (!namesInstitution(spoken) || !leadsToOwnNumber(subject)) return false;
  if (subject.notice.links.some((link) => isUnlistedLink(link, subject))) return false;
  return CONDUCT_CHECKS.every((check) => check.run(spoken) === null);
}
