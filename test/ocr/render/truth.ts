import type { Picture } from './encode.js';
import { FAIR_VERDICTS } from './messages.js';
import { type Message, messagesOf, type Rectangle, type Scene, type TrueLine } from './scene.js';

/** A notice that a reader should find. */
export interface TrueNotice {
  readonly text: string;
  readonly sender: string | null;
  readonly received_at: string | null;
  readonly codes: readonly string[];
  readonly box: Rectangle | null;
}

/** What a reader should find in a picture. What is said once is that of the first notice; `notices` holds them all. */
export interface Truth {
  readonly file: string;
  readonly id: string;
  /** The layout, and how the picture was sent. */
  readonly style: string;
  readonly dark: boolean;
  readonly post: string;
  /** The day on which the screenshot was made. */
  readonly day: string;
  readonly text: string;
  readonly sender: string | null;
  readonly links_expected: readonly string[];
  readonly phones_expected: readonly string[];
  readonly claimed_platform: string | null;
  readonly claimed_also: readonly string[];
  readonly expected_verdict: string;
  readonly acceptable: readonly string[];
  readonly must_not: readonly string[];
  readonly notices: readonly TrueNotice[];
  /** Bubbles that are nobody's notice: answers, remarks. */
  readonly others: readonly string[];
  /** Every line of writing, furniture too. */
  readonly lines: readonly TrueLine[];
}

export function truthOf(file: string, scene: Scene, post: string, { measured }: Picture): Truth {
  const messages = messagesOf(scene);
  const sent = messages.filter(({ from }) => from === 'sender');
  const [first] = sent;
  if (!first) throw new Error('a scene without a message');
  const { fair, never } = FAIR_VERDICTS[first.words.kind];
  return {
    file,
    id: file.replace(/\.\w+$/, ''),
    style: scene.layout,
    dark: scene.dark,
    post,
    day: scene.day,
    text: first.words.text,
    sender: first.sender,
    links_expected: first.words.links,
    phones_expected: first.words.phones,
    claimed_platform: first.words.claims,
    claimed_also: [],
    expected_verdict: fair[0] ?? 'unverified',
    acceptable: fair.slice(1),
    must_not: never,
    notices: sent.map((message) => noticeOf(message, measured.bubbles[messages.indexOf(message)] ?? null)),
    others: messages.filter(({ from }) => from !== 'sender').map(({ words }) => words.text),
    lines: measured.lines,
  };
}

const noticeOf = ({ words, sender, receivedAt, code }: Message, box: Rectangle | null): TrueNotice => ({
  text: words.text,
  sender,
  received_at: receivedAt,
  codes: code === null ? [] : [code],
  box,
});
