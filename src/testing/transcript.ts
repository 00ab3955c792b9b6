import type { Content } from '../dialogue/events.js';
import type { OutgoingMessage } from '../dialogue/messages.js';
import { renderPlainText } from '../reply/plain-text.js';
import type { Outcome } from './expectation.js';

/** One thing that happened in a script. */
export type Entry =
  | { readonly kind: 'said'; readonly who: string; readonly content: Content; readonly note: string }
  | { readonly kind: 'answered'; readonly message: OutgoingMessage }
  | { readonly kind: 'working' }
  | { readonly kind: 'passed'; readonly time: string }
  | { readonly kind: 'expected'; readonly outcomes: readonly Outcome[] };

const forwardMark = (forwarded: unknown): string => (forwarded === null ? '' : '[forwarded] ');

/** What somebody sent, as one would write it down. */
export function spellContent(content: Content): string {
  switch (content.kind) {
    case 'text':
      return `${forwardMark(content.forwarded)}${content.text}`;
    case 'image':
      return `${forwardMark(content.forwarded)}[picture] ${content.caption}`.trimEnd();
    case 'link_card':
      return `[card] ${content.title} | ${content.description} | ${content.url}`;
    case 'chat_record':
      return [`[chat record] ${content.title}`, ...content.lines.map(({ sender, text }) => `${sender}: ${text}`)].join('\n');
    case 'button':
      return `[presses ${content.id}]`;
    case 'command':
      return `/${content.name} ${content.argument}`.trimEnd();
    case 'join':
      return '[opens the conversation]';
    case 'unsupported':
      return `[${content.what}]`;
  }
}

/** Lines behind a name; those after the first hang below the text. */
const hung = (name: string, text: string): string => {
  const mark = `${name}: `;
  return text
    .split('\n')
    .map((line, at) => `${at === 0 ? mark : ' '.repeat(mark.length)}${line}`.trimEnd())
    .join('\n');
};

const answerText = ({ body, document }: OutgoingMessage): string =>
  [renderPlainText(body), document && `[file ${document.name}, ${document.text.length} characters]`].filter(Boolean).join('\n');

function spell(entry: Entry): string {
  switch (entry.kind) {
    case 'said':
      return hung(entry.who, [spellContent(entry.content), entry.note && `(${entry.note})`].filter(Boolean).join(' '));
    case 'answered':
      return hung('bot', answerText(entry.message));
    case 'working':
      return '(the bot shows that it is at work)';
    case 'passed':
      return `(${entry.time} pass)`;
    case 'expected':
      return entry.outcomes.map(({ part, held }) => `  ${held ? '✓' : '✗ expected'} ${part}`).join('\n');
  }
}

/** A script so far as a dialogue to read. */
export const spellTranscript = (entries: readonly Entry[]): string => entries.map(spell).join('\n\n');
