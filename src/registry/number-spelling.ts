/** A number as somebody wrote it, taken apart without knowing any numbering plan. */
export interface Spelling {
  /** ASCII digits; a masked digit (138****0000) is `*`. */
  readonly digits: string;
  /** A `+` stood in front. */
  readonly plus: boolean;
  /** Offsets into `digits` before which a separator stood, ascending. */
  readonly cuts: readonly number[];
}

export type SenderSpelling =
  | { readonly kind: 'number'; readonly spelling: Spelling }
  | { readonly kind: 'email' }
  /** Holds letters, so it is a name and no number. */
  | { readonly kind: 'name' }
  /** Neither digits nor letters, or digits among signs that no number is written with. */
  | { readonly kind: 'other' };

const DIGITS_ONLY = /^\d+$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const LETTER = /\p{L}/u;
/** `tel:`, and an extension behind a landline: 转802, ext. 5, #12. */
const SCHEME = /^(?:tel|sms|smsto):/i;
const EXTENSION = /(?:转|轉|分机|ext\.?|#) ?\d{1,6}$/i;
/** Spaces, dashes of every width, dots, brackets of every kind, and characters that cannot be seen. */
const SEPARATOR = /[\s\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Cf}\u2212._·'"<>]/u;
const MASK = /[*●•×xX]/;
/** A sender is at most a long e-mail address; what is longer is cut before any folding. */
const SENDER_CAP = 320;

const NO_CUTS: readonly number[] = [];

function separate(text: string): Spelling | null {
  let digits = '';
  let plus = false;
  const cuts: number[] = [];
  for (const character of text) {
    if (character >= '0' && character <= '9') digits += character;
    else if (character === '+' && digits === '' && !plus) plus = true;
    else if (digits !== '' && MASK.test(character)) digits += '*';
    else if (!SEPARATOR.test(character)) return null;
    else if (digits !== '' && cuts.at(-1) !== digits.length) cuts.push(digits.length);
  }
  return digits === '' ? null : { digits, plus, cuts };
}

/** Reads a sender: digits in any spelling, an e-mail address, or a name. Never throws. */
export function spellSender(raw: string): SenderSpelling {
  if (DIGITS_ONLY.test(raw)) return { kind: 'number', spelling: { digits: raw, plus: false, cuts: NO_CUTS } };
  const folded = raw.slice(0, SENDER_CAP).normalize('NFKC').trim();
  if (EMAIL.test(folded)) return { kind: 'email' };
  const spelling = separate(folded.replace(SCHEME, '').replace(EXTENSION, ''));
  if (spelling) return { kind: 'number', spelling };
  return { kind: LETTER.test(folded) ? 'name' : 'other' };
}

/** Reads a candidate from running text: digits, or `+` and digits; null for anything else. */
export function spellCandidate(candidate: string): Spelling | null {
  const plus = candidate.startsWith('+');
  const digits = plus ? candidate.slice(1) : candidate;
  return DIGITS_ONLY.test(digits) ? { digits, plus, cuts: NO_CUTS } : null;
}
