import { checkNotice } from '../../src/checker.js';
import { composeLetter } from '../../src/letters/compose-letter.js';
import {
  LETTERS,
  type Letter,
  type LetterBlock,
  type LetterFacts,
  type LetterId,
  type LetterLine,
} from '../../src/letters/types.js';
import type { NoticeInput } from '../../src/notice/types.js';
import type { Language } from '../../src/reply/types.js';
import { recordedRegistry } from '../recorded-registry.js';

/** Breaks rules of several kinds; its only door is nobody's, and nothing in it is a lure. */
export const RUDE = '【马上消费金融】您的亲属李某贷款逾期12天，欠款3280元，请您代为偿还这笔欠款，再不还就找人弄死你全家。';
/** Links to somebody else under the name of a lender. */
export const SCAM =
  '【京东金融】张女士您好，您的亲属李某白条已严重逾期，今日16点前不处理将上门走访并起诉。点击 jd-huankuan.example 协商减免，或加专员微信 example8866';
/** A private mobile as the sender of a lender's notice. */
export const SUSPICIOUS: NoticeInput = { text: RUDE, sender: '15400001234' };
/** Passes a message on as the rules allow. */
export const PROPER = '【京东金融】您好，烦请转告贺先生致电95118，如不便请忽略。';

export const NOTHING_KNOWN: LetterFacts = { verdict: null, platform: null, role: null, receivedAt: null, askedToStop: null };

/** Facts as a channel has them after a check. */
export function factsOf(input: string | NoticeInput, rest: Partial<LetterFacts> = {}): LetterFacts {
  const notice = typeof input === 'string' ? { text: input } : input;
  const verdict = checkNotice({ ...notice, role: rest.role ?? undefined }, recordedRegistry()).gravest;
  return { ...NOTHING_KNOWN, verdict, ...rest };
}

export const letterOf = (id: LetterId, facts: LetterFacts, language: Language = 'zh'): Letter =>
  composeLetter(id, facts, recordedRegistry(), language);

type Block<Kind extends LetterBlock['kind']> = Extract<LetterBlock, { kind: Kind }>;

export const blocksOf = <Kind extends LetterBlock['kind']>({ blocks }: Letter, kind: Kind): Block<Kind>[] =>
  blocks.filter((block): block is Block<Kind> => block.kind === kind);

/** Lines that the letter itself says: not the message, not the facts of it. */
export const linesOf = ({ blocks }: Letter): LetterLine[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items;
    return block.kind === 'paragraph' || block.kind === 'addressee' ? [block.line] : [];
  });

export const wordsOf = (line: LetterLine): string => line.map((piece) => (piece.kind === 'blank' ? '___' : piece.text)).join('');

/** All that the letter itself says, in one string. */
export const sayingOf = (letter: Letter): string => [letter.title, ...linesOf(letter).map(wordsOf)].join('\n');

/** Faults that are held against somebody: items of numbered lists. */
export const accusationsOf = (letter: Letter): string[] =>
  blocksOf(letter, 'list')
    .filter(({ style }) => style === 'ordered')
    .flatMap(({ items }) => items.map(wordsOf));

export interface Variant {
  readonly letter: Letter;
  readonly name: string;
}

const ROLES = [null, 'relative', 'borrower'] as const;
const MESSAGES = { none: RUDE, suspicious: SUSPICIOUS, scam: SCAM } as const;
export type DoubtName = keyof typeof MESSAGES;

/** Every letter in every language, for every writer and every degree of doubt, with and without a request to stop. */
export function everyLetter(): Variant[] {
  return LETTERS.flatMap((id) =>
    (Object.keys(MESSAGES) as DoubtName[]).flatMap((doubt) =>
      ROLES.flatMap((role) =>
        [null, true, false].flatMap((askedToStop) =>
          (['zh', 'en'] as const).map((language) => ({
            name: `${id}, ${doubt}, ${role ?? 'unknown'}, ${askedToStop ?? 'not told'}, ${language}`,
            letter: letterOf(id, factsOf(MESSAGES[doubt], { role, askedToStop }), language),
          })),
        ),
      ),
    ),
  );
}
