import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { parse } from 'tldts';

const LINK = /(?:https?:\/\/)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#][\w./?%&=#~+-]*)?/gi;
const NUMBER = /(?<!\d)\+?\d(?:[ -]?\d){4,19}(?!\d)/g;

/**
 * What every reader of such messages has to pay, with the usual libraries: Unicode normalisation, one search for links,
 * the public suffix of each, one search for numbers, the standing of each.
 */
export function mandatoryFloor(text: string): number {
  const folded = text.normalize('NFKC');
  let found = 0;
  for (const [link] of folded.matchAll(LINK)) if (parse(link).domain !== null) found += 1;
  for (const [number] of folded.matchAll(NUMBER)) if (parsePhoneNumberFromString(number, 'CN')?.isValid()) found += 1;
  return found;
}

/** Whether the floor has a link or number to look at, and not just text to normalise. */
export const holdsCandidate = (text: string): boolean =>
  text.normalize('NFKC').search(LINK) >= 0 || text.normalize('NFKC').search(NUMBER) >= 0;
