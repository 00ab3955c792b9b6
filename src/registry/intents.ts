import { foldText } from '../notice/fold.js';
import { type CompiledPhrases, compileGroupPhrases, createPhraseFinder } from './conduct-phrases.js';
import type { IntentRecord } from './intent-records.js';
import type { IntentName } from './vocabulary.js';

/** One intent as a checker loads it: plain JSON. */
export interface CompiledIntent {
  readonly id: IntentName;
  /** Folded, without particles. */
  readonly whole: readonly string[];
  readonly phrases: CompiledPhrases;
  /** Longest message in which a phrase counts, in folded characters. */
  readonly longest: number;
}

/** Said around a message without changing what it means. */
const PARTICLES_BEHIND = /[\s!?.,。!?、~…)(呀啊哦呢吧嘛啦哈噢呃的了]+$/;
const PARTICLES_BEFORE = /^[\s!?.,。、~…呃嗯哦啊]+/;

/** Nothing is left of a message that is all particles (嗯, 哦): then it is taken as it stands. */
function core(folded: string): string {
  const behind = folded.replace(PARTICLES_BEHIND, '');
  return behind.replace(PARTICLES_BEFORE, '') || behind || folded;
}

export function compileIntent({ id, whole, phrases, unless, longest }: IntentRecord): CompiledIntent {
  return {
    id,
    whole: [...new Set(whole.map((words) => core(foldText(words).text)))],
    phrases: compileGroupPhrases({ id, any_of: phrases, with: [], unless }),
    longest,
  };
}

/** Longer messages are not even looked at. Folded characters. */
const LONGEST_READ = 200;

/** Length of a message for a reader: a Latin word, however long, counts as two characters. */
const lengthOf = (folded: string): number => folded.replace(/[a-z0-9'’]+ ?/g, 'xx').length;

/**
 * What a short message says to the bot, by the wordings of data/lists/intents.yaml: the first intent that fits, or null.
 * Takes a folded text.
 */
export function createIntentReader(intents: readonly CompiledIntent[]): (folded: string) => IntentName | null {
  const find = createPhraseFinder(intents.map(({ phrases }) => phrases));
  const wholes = intents.map(({ whole }) => new Set(whole));
  const longest = Math.max(0, ...intents.map((intent) => intent.longest));
  return (folded) => {
    if (folded.length > LONGEST_READ) return null;
    const length = lengthOf(folded);
    if (length > longest) return null;
    const said = core(folded);
    const hits = new Set(find(folded).map(({ group }) => group));
    const fits = (intent: CompiledIntent, at: number): boolean =>
      (wholes[at] as Set<string>).has(said) || (length <= intent.longest && hits.has(at));
    return intents.find(fits)?.id ?? null;
  };
}
