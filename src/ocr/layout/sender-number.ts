/** Letters that an engine reads for digits. */
const DIGIT_OF: Readonly<Record<string, string>> = { O: '0', o: '0', D: '0', l: '1', I: '1', '|': '1', 〇: '0' };

/** The number at the end of a title. In front may stand an arrow back, a round picture and a count, whatever they were read as. */
const NUMBER = /^(.{0,12}?)(\+?[\dOolID|〇][\dOolID|〇\s()-]*)[^\p{L}\p{N}]{0,3}$/u;
const MAIL = /[a-z0-9][a-z0-9._+-]{0,40}@[a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,20}){1,3}/i;

/** Shapes of senders: what is longer by a count of unread messages has none of them. */
const SHAPES =
  /^(?:(?:\+?86)?1[3-9]\d{9}|106\d{5,17}|9[56]\d{3,7}|1[012]\d{3}|1008\d{2,4}|11[68]\d{3}|[48]00\d{7}|0\d{9,11}|\+\d{7,15}|1\d{2})$/;
/** Shapes that hardly come about by cutting digits off. */
const UNMISTAKABLE = /^(?:(?:\+86)?1[3-9]\d{9}|106\d{7,17}|95\d{3,4}|100\d{2}|12\d{3})$/;
const FEWEST_DIGITS = 3;
/** A name may end in a few digits. */
const FEWEST_BEHIND_LETTERS = 5;
const LONGEST_TITLE = 48;
const MOST_DIGITS = 24;

/** The sender that a title shows, as one writes it: digits without blanks, `+` kept; or an e-mail address. Null: a name or nothing. */
export function senderNumber(title: string): string | null {
  const mail = MAIL.exec(withoutIconWords(title));
  if (mail) return mail[0].toLowerCase();
  const match = NUMBER.exec(title.trim().slice(0, LONGEST_TITLE));
  const [, front = '', written = ''] = match ?? [];
  const number = withoutIcon(digitsOf(written));
  const fewest = /\p{L}/u.test(front) ? FEWEST_BEHIND_LETTERS : FEWEST_DIGITS;
  const digits = number.replace('+', '').length;
  return digits >= fewest && digits <= MOST_DIGITS ? number : null;
}

/** An address may be read with blanks in it, but what stands in front and is Chinese or a sign or two was an arrow or a picture. */
function withoutIconWords(title: string): string {
  const words = title.trim().split(/\s+/);
  const start = words.findIndex((word) => word.length > 2 && (word.includes('@') || /^[\x21-\x7e]+$/.test(word)));
  return words.slice(Math.max(0, start)).join('');
}

/** A count of unread messages and a round picture are easily read as digits before the number. */
function withoutIcon(digits: string): string {
  if (SHAPES.test(digits)) return digits;
  return [digits.slice(1), digits.slice(2), digits.slice(3)].find((rest) => UNMISTAKABLE.test(rest)) ?? digits;
}

const digitsOf = (written: string): string =>
  written.replace(/[OolID|〇]/g, (sign) => DIGIT_OF[sign] ?? sign).replace(/[^\d+]/g, '');
