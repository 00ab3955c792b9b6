import Fuse from 'fuse.js';
import { foldText } from '../notice/fold.js';
import type { SnapshotSpellings } from './lookup-spellings.js';
import type { SnapshotName, SnapshotPlatform } from './snapshot.js';

export interface NameSearch {
  /** Ids of the records with this very spelling: id, English name, company, host token, pinyin, initials. Folded in, exact. */
  spelled(text: string): readonly string[];
  /** Ids of the records with a name like this one, best first, at most five; a guess and never more. Folded in. */
  similar(text: string): readonly string[];
}

interface Spelling {
  readonly text: string;
  readonly platformId: string;
}

const HAN = /\p{Script=Han}/u;
const MOST_GUESSES = 5;
/** Longer texts are no names. Characters. */
const LONGEST_NAME = 40;

/**
 * Words that half of all lenders share. Only what is left of a name after them tells one from another, or every
 * invented “…消费金融” would be taken for a real one.
 */
const SHARED_WORDS =
  /(?:股份)?有限(?:责任)?公司|消费金融|小额贷款|信用卡中心|信用卡|消费|消金|金融|小贷|银行|保险|证券|贷款|借款|借钱|科技|集团|公司|中国|客服/g;

const ownPart = (name: string): string => name.replace(SHARED_WORDS, '');

/** Pairs of neighbours for Latin letters; single characters for Chinese, where two of them already are a name. */
function featuresOf(text: string): string[] {
  const characters = [...text];
  if (HAN.test(text)) return [...new Set(characters)];
  return [...new Set(characters.slice(1).map((character, at) => `${characters[at]}${character}`))];
}

/** Comparing one spelling takes some ten microseconds. */
const LONGEST_SHORTLIST = 120;

/** Which spellings share enough with a text to be worth comparing, so that the costly comparison sees a few dozen. */
class Shortlist {
  readonly #spellings: readonly Spelling[];
  readonly #byFeature = new Map<string, number[]>();

  constructor(spellings: readonly Spelling[]) {
    this.#spellings = spellings;
    for (const [at, { text }] of spellings.entries()) {
      for (const feature of featuresOf(text)) {
        const rows = this.#byFeature.get(feature);
        if (rows) rows.push(at);
        else this.#byFeature.set(feature, [at]);
      }
    }
  }

  near(text: string, share: number): Spelling[] {
    const features = featuresOf(text);
    const counts = new Map<number, number>();
    for (const feature of features) {
      for (const at of this.#byFeature.get(feature) ?? []) counts.set(at, (counts.get(at) ?? 0) + 1);
    }
    const needed = Math.max(1, Math.ceil(features.length * share));
    const near = [...counts].filter(([, count]) => count >= needed).sort((a, b) => b[1] - a[1]);
    return near.slice(0, LONGEST_SHORTLIST).flatMap(([at]) => this.#spellings[at] ?? []);
  }
}

interface Guess {
  readonly platformId: string;
  /** 0 for equal, towards 1 for unlike. */
  readonly distance: number;
}

/** Fuse finds a name inside a longer one at no cost; this puts the one that is as long as the typed one first. */
const COST_OF_LENGTH = 0.02;

function compare(text: string, among: readonly Spelling[], threshold: number): Guess[] {
  const fuse = new Fuse(among, { keys: ['text'], threshold, ignoreLocation: true, includeScore: true, ignoreFieldNorm: true });
  return fuse.search(text).map(({ item, score }) => ({
    platformId: item.platformId,
    distance: (score ?? 0) + COST_OF_LENGTH * Math.abs(item.text.length - text.length),
  }));
}

/** The best of each record; what is much worse than the best of all is noise beside it. */
function bestGuesses(guesses: readonly Guess[]): string[] {
  const best = new Map<string, number>();
  for (const { platformId, distance } of guesses) best.set(platformId, Math.min(distance, best.get(platformId) ?? 1));
  const ranked = [...best].sort((a, b) => a[1] - b[1]);
  const limit = (ranked[0]?.[1] ?? 0) + NOISE;
  return ranked.flatMap(([id, distance]) => (distance <= limit ? [id] : [])).slice(0, MOST_GUESSES);
}

const NOISE = 0.12;
/** One wrong character in three for Chinese; one wrong letter in four for Latin spellings, which are longer. */
const CHINESE = { threshold: 0.34, share: 0.5 } as const;
const LATIN = { threshold: 0.26, share: 0.4 } as const;

const sharesOwnPart = (a: string, b: string): boolean => {
  const own = new Set(ownPart(a) || a);
  const other = [...new Set(ownPart(b) || b)];
  return other.filter((character) => own.has(character)).length * 2 >= Math.min(own.size, other.length);
};

function collectSpellings(
  platforms: readonly SnapshotPlatform[],
  names: readonly SnapshotName[],
  spellings: SnapshotSpellings,
): { names: Spelling[]; latin: Spelling[] } {
  const own = platforms.flatMap(({ id, nameEn, operator, hostTokens }) =>
    [id, nameEn, operator, ...hostTokens].flatMap((text) => (text ? { text: foldText(text).text, platformId: id } : [])),
  );
  const all = [...names.flatMap(({ name, platformId }) => (platformId === null ? [] : { text: name, platformId })), ...own];
  return {
    names: all.filter(({ text }) => HAN.test(text)),
    latin: [...all.filter(({ text }) => !HAN.test(text)), ...spellings.names],
  };
}

/**
 * Finds records by what a person types: typos, homophones (花被 for 花呗), pinyin, initials, English. Built on the first
 * call, which takes some ten milliseconds; later ones take one or two.
 */
export function createNameSearch(
  platforms: readonly SnapshotPlatform[],
  names: readonly SnapshotName[],
  spellings: SnapshotSpellings,
): NameSearch {
  let built: { spelled: Map<string, string[]>; chinese: Shortlist; latin: Shortlist; readings: Map<string, string> } | null =
    null;

  const build = () => {
    const { names: chinese, latin } = collectSpellings(platforms, names, spellings);
    const spelled = new Map<string, string[]>();
    for (const { text, platformId } of [...chinese, ...latin]) {
      const ids = spelled.get(text);
      if (!ids) spelled.set(text, [platformId]);
      else if (!ids.includes(platformId)) ids.push(platformId);
    }
    const readings = new Map(
      Object.entries(spellings.readings).flatMap(([syllable, characters]) =>
        [...characters].map((character) => [character, syllable] as const),
      ),
    );
    return { spelled, chinese: new Shortlist(chinese), latin: new Shortlist(latin), readings };
  };
  const parts = () => {
    built ??= build();
    return built;
  };

  const readAloud = (text: string): string => [...text].map((character) => parts().readings.get(character) ?? character).join('');

  function similar(text: string): readonly string[] {
    if (text.length < 2 || text.length > LONGEST_NAME || ownPart(text) === '') return [];
    const { spelled, chinese, latin } = parts();
    if (!HAN.test(text)) return bestGuesses(compare(text, latin.near(text, LATIN.share), LATIN.threshold));
    const homophones = spelled.get(readAloud(text));
    if (homophones) return homophones.slice(0, MOST_GUESSES);
    const near = chinese.near(text, CHINESE.share).filter((spelling) => sharesOwnPart(text, spelling.text));
    return bestGuesses(compare(text, near, CHINESE.threshold));
  }

  return { spelled: (text) => parts().spelled.get(text) ?? [], similar };
}
