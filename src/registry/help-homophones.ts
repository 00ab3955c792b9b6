/** The characters that are read like each syllable, without tones, as the snapshot has them. */
type Readings = Readonly<Record<string, string>>;

const PAIR = /^\p{Script=Han}{2}$/u;

const pairsIn = (word: string): string[] => {
  const characters = [...word];
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
};

/**
 * Gives for a pair of characters the pair of a known word that sounds the same: who types pinyin gets 通迅 for 通讯 or 被片
 * for 被骗. Any other token comes back as it is; without readings every one does.
 */
export function createRespeller(words: readonly string[], readings: Readings): (token: string) => string {
  const syllables = new Map(
    Object.entries(readings).flatMap(([syllable, characters]) =>
      [...characters].map((character) => [character, syllable] as const),
    ),
  );
  const soundOf = (pair: string): string | null => {
    const [first = '', second = ''] = [...pair].map((character) => syllables.get(character) ?? '');
    return first && second ? `${first} ${second}` : null;
  };
  const bySound = new Map<string, string>();
  for (const pair of words.flatMap(pairsIn)) {
    const sound = PAIR.test(pair) ? soundOf(pair) : null;
    if (sound !== null && !bySound.has(sound)) bySound.set(sound, pair);
  }
  return (token) => (PAIR.test(token) ? (bySound.get(soundOf(token) ?? '') ?? token) : token);
}
