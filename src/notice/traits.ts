/**
 * What kind of character a UTF-16 unit is, one bit per kind. The fold pass ORs the bits of a text together, so that readers can
 * skip a search whose characters do not occur at all.
 */
export const Trait = {
  /** A Chinese character, kana, or punctuation that is set in a full square: a space beside two of them means nothing. */
  square: 1,
  digit: 2,
  /** ASCII letter. */
  latin: 4,
  /** Anything that may stand for the dot of an address: `.`, 。, ·, 点. */
  dot: 8,
  /** Opens brackets that a signature may stand in. */
  bracket: 16,
  /** A Chinese numeral that may be a digit of a number that is spelled out: 一, 〇, 幺. */
  numeral: 32,
  newline: 64,
  /** A letter outside ASCII that is not Chinese: Cyrillic, Greek, accented Latin. */
  foreign: 128,
  colon: 256,
  /** A variant rule may begin or turn on it. */
  pivot: 512,
  slash: 1024,
  /** A combining mark or an invisible character stood in the original. */
  removed: 2048,
  at: 4096,
} as const;

const TRAITS = new Uint16Array(0x10000);

function mark(from: number, to: number, trait: number): void {
  for (let unit = from; unit <= to; unit += 1) TRAITS[unit] = (TRAITS[unit] ?? 0) | trait;
}

function markEach(units: string, trait: number): void {
  for (let at = 0; at < units.length; at += 1) mark(units.charCodeAt(at), units.charCodeAt(at), trait);
}

mark(0x30, 0x39, Trait.digit);
mark(0x41, 0x5a, Trait.latin);
mark(0x61, 0x7a, Trait.latin);
// × and ÷ stand in this block and are no letters; × hides digits and letters.
mark(0xc0, 0xd6, Trait.foreign);
mark(0xd8, 0xf6, Trait.foreign);
mark(0xf8, 0x2af, Trait.foreign);
mark(0x370, 0x587, Trait.foreign);
mark(0x13a0, 0x13fd, Trait.foreign);
mark(0x1d00, 0x1fff, Trait.foreign);
mark(0x2018, 0x201d, Trait.square);
mark(0x2e80, 0x2fdf, Trait.square);
mark(0x3001, 0x30ff, Trait.square);
mark(0x3400, 0x9fff, Trait.square);
mark(0xf900, 0xfaff, Trait.square);
// Full-width punctuation, but not full-width digits and letters.
mark(0xff01, 0xff0f, Trait.square);
mark(0xff1a, 0xff20, Trait.square);
mark(0xff3b, 0xff40, Trait.square);
mark(0xff5b, 0xff65, Trait.square);
markEach('.。·•・‧∙⋅▪●°˙点點', Trait.dot);
markEach('【[［〔「', Trait.bracket);
markEach('〇零一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖', Trait.numeral);
markEach('\n', Trait.newline);
markEach(':：', Trait.colon);
markEach('/／', Trait.slash);
markEach('@＠', Trait.at);

/** Lets the variant rules name the characters they turn on. */
export function markPivot(unit: number): void {
  mark(unit, unit, Trait.pivot);
}

/** The traits of every UTF-16 unit. A table, for loops that cannot afford a call. */
export const TRAIT_TABLE: Readonly<Uint16Array> = TRAITS;
