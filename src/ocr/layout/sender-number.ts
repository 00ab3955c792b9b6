/** Letters that an engine reads for digits. */
const DIGIT_OF: Readonly<Record<string, string>> = { O: '0', o: '0', D: '0', l: '1', I: '1', '|': '1', 〇: '0' };

/** What stands around the number in a title bar: an arrow back with the count of unread messages, a sign that more can be opened. */
const FRONT = /^[\s<＜‹〈《(（←{[«「【]*/;
const BEHIND = /[\s>＞›〉》)）}\]»」】:：⋮…·.、|]*$/;
const NUMBER = /^\+?[\dOolID|〇][\dOolID|〇\s()-]*$/;
const MAIL = /[a-z0-9][a-z0-9._+-]{0,40}@[a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,20}){1,3}/i;

/** Shapes of senders: what is longer by a count of unread messages has none of them. */
const SHAPES = /^(?:(?:\+?86)?1[3-9]\d{9}|106\d{5,17}|9[56]\d{3,7}|1[012]\d{3}|[48]00\d{7}|0\d{9,11}|\+\d{7,15}|1\d{2})$/;
const FEWEST_DIGITS = 3;
const MOST_DIGITS = 24;

/** The sender that a title shows, as one writes it: digits without blanks, `+` kept; or an e-mail address. Null: a name or nothing. */
export function senderNumber(title: string): string | null {
  const mail = MAIL.exec(title.replace(/\s/g, ''));
  if (mail) return mail[0].toLowerCase();
  const bare = title.replace(FRONT, '').replace(BEHIND, '');
  if (!NUMBER.test(bare) || !/\d/.test(bare)) return null;
  const groups = bare.split(/\s+/).map(digitsOf);
  const whole = groups.join('');
  const withoutCount = groups.slice(1).join('');
  const number = !SHAPES.test(whole) && SHAPES.test(withoutCount) ? withoutCount : whole;
  const digits = number.replace('+', '').length;
  return digits >= FEWEST_DIGITS && digits <= MOST_DIGITS ? number : null;
}

const digitsOf = (written: string): string =>
  written.replace(/[OolID|〇]/g, (sign) => DIGIT_OF[sign] ?? sign).replace(/[^\d+]/g, '');
