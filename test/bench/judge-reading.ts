import type { ReadNotice } from '../../src/dialogue/ports.js';
import type { NoticeInput } from '../../src/notice/types.js';
import type { answerPaste } from '../../src/reply/answer.js';
import { noticesOf, type TruePicture } from './pictures.js';

/** How many were right of how many there are. */
export interface Count {
  readonly right: number;
  readonly whole: number;
}

export const FIGURES = ['verdict', 'serious', 'hosts', 'phones', 'senders', 'platform', 'times', 'codes', 'notices'] as const;
type Figure = (typeof FIGURES)[number];

/** What one picture, or several together, add to each figure. */
export type Judged = Readonly<Record<Figure, Count>>;

type Answer = ReturnType<typeof answerPaste>;

/** The answer to some notices together; at least one. */
export type Ask = (inputs: readonly NoticeInput[]) => Answer;

const given = ({ sender, receivedAt }: Pick<ReadNotice, 'sender' | 'receivedAt'>): Omit<NoticeInput, 'text'> => ({
  sender: sender ?? undefined,
  receivedAt: receivedAt ?? undefined,
});

/** As the conversation hands on what was read. */
const readInput = (notice: ReadNotice): NoticeInput => ({
  text: notice.text,
  picture: { codes: notice.codes },
  ...given(notice),
});

/** As if somebody had copied the words: a code is all that ties it to a picture. */
const copiedInput = (notice: ReadNotice): NoticeInput => ({
  ...(notice.codes.length > 0 ? readInput(notice) : { text: notice.text }),
  ...given(notice),
});

/** What should be read from a picture. */
const trueNotices = (truth: TruePicture): ReadNotice[] =>
  noticesOf(truth).map(({ text, sender, received_at, codes }) => ({
    text,
    sender,
    receivedAt: received_at ?? null,
    codes: codes ?? [],
  }));

const ALIKE: Readonly<Record<string, string>> = { 0: 'o', 1: 'l', i: 'l', q: 'g' };

/** Letters and digits that look alike in print. Nothing else may differ. */
const folded = (host: string): string => host.toLowerCase().replace(/[01iq]/g, (letter) => ALIKE[letter] ?? letter);

/** A phone groups digits as it likes. */
const bare = (sender: string): string => sender.replace(/[\s\-()（）]/g, '').toLowerCase();

const asItIs = (word: string): string => word;

/** How many of `wanted` were read, each read one used once. */
function found(wanted: readonly string[], read: readonly string[], same: (word: string) => string): Count {
  const left = read.map(same);
  let right = 0;
  for (const word of wanted) {
    const at = left.indexOf(same(word));
    if (at < 0) continue;
    left.splice(at, 1);
    right += 1;
  }
  return { right, whole: wanted.length };
}

const NOTHING: Count = { right: 0, whole: 0 };
const one = (isRight: boolean): Count => ({ right: isRight ? 1 : 0, whole: 1 });

const every = (answer: Answer | null, list: (of: Answer) => readonly string[]): readonly string[] =>
  answer === null ? [] : [...new Set((answer.notices ?? [answer]).flatMap(list))];

const hostsOf = ({ links }: Answer): readonly string[] => links;
const phonesOf = ({ phones }: Answer): readonly string[] => phones;

interface Labels {
  readonly verdicts: readonly string[];
  readonly mustNot: readonly string[];
  readonly platforms: readonly string[];
}

const OPPOSITE: Readonly<Record<string, readonly string[]>> = {
  scam: ['consistent'],
  suspicious: ['consistent'],
  consistent: ['scam'],
};

/** What is right by the labels of a picture; without labels, what its words are answered with. */
function labelsOf(truth: TruePicture, copied: Answer): Labels {
  const { expected_verdict, acceptable = [], must_not = [], claimed_platform, claimed_also = [] } = truth;
  if (expected_verdict === undefined)
    return {
      verdicts: [copied.verdict],
      mustNot: OPPOSITE[copied.verdict] ?? [],
      platforms: copied.platform === null ? [] : [copied.platform],
    };
  return {
    verdicts: [expected_verdict, ...acceptable],
    mustNot: must_not,
    platforms: claimed_platform ? [claimed_platform, ...claimed_also] : [],
  };
}

/** Reading is not to blame for what the words themselves are answered with, nor for a platform that they do not give away. */
const withAnswer = ({ verdicts, mustNot, platforms }: Labels, { verdict, platform }: Answer): Labels => ({
  verdicts: [...verdicts, verdict],
  mustNot: mustNot.filter((name) => name !== verdict),
  platforms: platforms.length > 0 && platform !== null ? [...platforms, platform] : [],
});

function judge(truth: TruePicture, read: readonly ReadNotice[], answer: Answer | null, copied: Answer, labels: Labels): Judged {
  const shown = trueNotices(truth);
  const { verdicts, mustNot, platforms } = labels;
  return {
    verdict: one(verdicts.includes(answer?.verdict ?? '')),
    serious: one(mustNot.includes(answer?.verdict ?? '')),
    hosts: found(truth.links_expected ?? every(copied, hostsOf), every(answer, hostsOf), folded),
    phones: found(truth.phones_expected ?? every(copied, phonesOf), every(answer, phonesOf), bare),
    senders: found(
      shown.flatMap(({ sender }) => sender ?? []),
      read.flatMap(({ sender }) => sender ?? []),
      bare,
    ),
    platform: platforms.length === 0 ? NOTHING : one(platforms.includes(answer?.platform ?? '')),
    times: found(
      shown.flatMap(({ receivedAt }) => receivedAt ?? []),
      read.flatMap(({ receivedAt }) => receivedAt ?? []),
      asItIs,
    ),
    codes: found(
      shown.flatMap(({ codes }) => codes),
      read.flatMap(({ codes }) => codes),
      asItIs,
    ),
    notices: one(read.length === shown.length),
  };
}

/** How the words of a picture are answered when they are copied exactly: the best that reading can reach. */
export function judgeCopy(truth: TruePicture, ask: Ask): Judged {
  const shown = trueNotices(truth);
  const copied = ask(shown.map(copiedInput));
  return judge(truth, shown, copied, copied, labelsOf(truth, copied));
}

/** Holds the notices that were read from a picture against what it shows; none when it was not read. */
export function judgeReading(truth: TruePicture, read: readonly ReadNotice[], ask: Ask): Judged {
  const copied = ask(trueNotices(truth).map(copiedInput));
  const answer = read.length === 0 ? null : ask(read.map(readInput));
  return judge(truth, read, answer, copied, withAnswer(labelsOf(truth, copied), copied));
}

const sum = (counts: readonly Count[]): Count => ({
  right: counts.reduce((total, { right }) => total + right, 0),
  whole: counts.reduce((total, { whole }) => total + whole, 0),
});

/** Every figure over all pictures. */
export const sumUp = (all: readonly Judged[]): Judged =>
  Object.fromEntries(FIGURES.map((figure) => [figure, sum(all.map((judged) => judged[figure]))])) as Judged;
