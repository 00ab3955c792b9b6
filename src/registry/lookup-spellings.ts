/** Reads Chinese text aloud: one item per character, a toneless syllable for a Chinese one, any other as it stands. */
export type Speller = (text: string) => readonly string[];

/** How names and single characters are spelled in Latin letters; empty in a snapshot that was compiled without a speller. */
export interface SnapshotSpellings {
  /** Pinyin and initials of the records' names, folded. */
  readonly names: readonly { readonly text: string; readonly platformId: string }[];
  /** The characters that are read like each syllable: common ones, and all that stand in a name. One reading each. */
  readonly readings: Readonly<Record<string, string>>;
}

interface NamedRecord {
  /** Folded. */
  readonly name: string;
  /** Null for a phrase that names nobody. */
  readonly platformId: string | null;
}

const HAN = /\p{Script=Han}/u;
const SYLLABLE = /^[a-z]+$/;

/** The 6 763 characters of GB 2312, rows 16 to 87: what people can be expected to type. */
function commonCharacters(): string[] {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row += 1) for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell);
  const text = new TextDecoder('gb2312').decode(new Uint8Array(bytes));
  return [...text].filter((character) => HAN.test(character));
}

/**
 * A reading per character. Characters of names take the reading that they mostly have there (银行 is yinhang, though 行
 * alone is xing); the rest are read alone.
 */
function readCharacters(names: readonly string[], spell: Speller): Map<string, string> {
  const readings = new Map(commonCharacters().map((character) => [character, spell(character)[0] ?? ''] as const));
  const counts = new Map<string, Map<string, number>>();
  for (const name of names) {
    const syllables = spell(name);
    for (const [at, character] of [...name].entries()) {
      const count = counts.get(character) ?? new Map<string, number>();
      const syllable = syllables[at] ?? '';
      counts.set(character, count.set(syllable, (count.get(syllable) ?? 0) + 1));
    }
  }
  for (const [character, count] of counts) {
    const [most] = [...count].sort((a, b) => b[1] - a[1]);
    if (most && HAN.test(character)) readings.set(character, most[0]);
  }
  return readings;
}

function groupBySyllable(readings: ReadonlyMap<string, string>): Record<string, string> {
  const groups: Record<string, string> = {};
  for (const [character, syllable] of [...readings].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (SYLLABLE.test(syllable)) groups[syllable] = (groups[syllable] ?? '') + character;
  }
  return groups;
}

function spellName({ name, platformId }: NamedRecord, spell: Speller): SnapshotSpellings['names'] {
  if (platformId === null) return [];
  const syllables = spell(name);
  const forms = [syllables.join(''), syllables.map((syllable) => [...syllable][0]).join('')];
  return [...new Set(forms)].filter((text) => text.length > 1).map((text) => ({ text, platformId }));
}

/** Spells every name with a Chinese character in it, so that `huabei`, `hb` and 花被 find 花呗. */
export function compileSpellings(names: readonly NamedRecord[], spell: Speller | undefined): SnapshotSpellings {
  if (!spell) return { names: [], readings: {} };
  const chinese = names.filter(({ name }) => HAN.test(name));
  return {
    names: chinese.flatMap((named) => spellName(named, spell)),
    readings: groupBySyllable(
      readCharacters(
        chinese.map(({ name }) => name),
        spell,
      ),
    ),
  };
}
