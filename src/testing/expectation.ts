import type { OutgoingDocument, OutgoingMessage } from '../dialogue/messages.js';
import { renderPlainText } from '../reply/plain-text.js';
import type { Reply } from '../reply/types.js';
import type { VerdictName } from '../verdict/types.js';

/** What the answers to the last thing said must be. Every part that is given must hold. */
export interface Expectation {
  /** The verdict of the answer; null for an answer that judges nothing. */
  readonly verdict?: VerdictName | null;
  /** Words that stand in the answers, in any of them. */
  readonly contains?: readonly string[];
  /** Words that stand in none of them. */
  readonly lacks?: readonly string[];
  /** Buttons that are offered, by label or id; others may stand beside them. An empty list: none at all. */
  readonly buttons?: readonly string[];
  /** A file comes with the answer (or does not): with this in its name, and these words in it. */
  readonly document?: boolean | { readonly name?: string; readonly contains?: readonly string[] };
  /** How many messages came. */
  readonly messages?: number;
  /** No message came. */
  readonly nothing?: true;
}

/** One part of an expectation, and whether it held. */
export interface Outcome {
  readonly part: string;
  readonly held: boolean;
}

const verdictOf = ({ body }: OutgoingMessage): VerdictName | null => ('verdict' in body ? (body as Reply).verdict : null);

const textOf = (answers: readonly OutgoingMessage[]): string => answers.map(({ body }) => renderPlainText(body)).join('\n\n');

const quoted = (words: string): string => `"${words}"`;

function verdictOutcome(verdict: VerdictName | null, answers: readonly OutgoingMessage[]): Outcome {
  const given = answers.map(verdictOf);
  const held = verdict === null ? given.length > 0 && given.every((one) => one === null) : given.includes(verdict);
  const said = given.map((one) => one ?? 'none').join(', ') || 'missing';
  return { part: `verdict ${verdict ?? 'none'}${held ? '' : ` (it is ${said})`}`, held };
}

function buttonOutcomes(buttons: readonly string[], answers: readonly OutgoingMessage[]): Outcome[] {
  const offered = answers.flatMap(({ body }) => body.question?.buttons ?? []);
  if (buttons.length === 0) return [{ part: 'no buttons', held: offered.length === 0 }];
  return buttons.map((button) => ({
    part: `button ${quoted(button)}`,
    held: offered.some(({ id, label }) => id === button || label === button),
  }));
}

function documentOutcome(wanted: NonNullable<Expectation['document']>, answers: readonly OutgoingMessage[]): Outcome {
  const documents = answers.flatMap(({ document }) => document ?? []);
  if (typeof wanted === 'boolean') return { part: wanted ? 'a document' : 'no document', held: documents.length > 0 === wanted };
  const { name = '', contains = [] } = wanted;
  const fits = (document: OutgoingDocument): boolean =>
    document.name.includes(name) && contains.every((words) => document.text.includes(words));
  return { part: ['a document', name, ...contains.map(quoted)].filter(Boolean).join(' '), held: documents.some(fits) };
}

function countOutcome({ messages, nothing }: Expectation, { length }: readonly OutgoingMessage[]): Outcome {
  if (nothing) return { part: `no answer${length > 0 ? ` (there are ${length})` : ''}`, held: length === 0 };
  if (messages === undefined) return { part: 'an answer', held: length > 0 };
  return { part: `${messages} message${messages === 1 ? '' : 's'} (there are ${length})`, held: length === messages };
}

/** Holds each part of an expectation against the answers. Without any other word of how many, there must be one. */
export function compare(expectation: Expectation, answers: readonly OutgoingMessage[]): Outcome[] {
  const { verdict, contains = [], lacks = [], buttons, document } = expectation;
  const text = textOf(answers);
  return [
    countOutcome(expectation, answers),
    ...(verdict === undefined ? [] : [verdictOutcome(verdict, answers)]),
    ...contains.map((words) => ({ part: `contains ${quoted(words)}`, held: text.includes(words) })),
    ...lacks.map((words) => ({ part: `lacks ${quoted(words)}`, held: !text.includes(words) })),
    ...(buttons === undefined ? [] : buttonOutcomes(buttons, answers)),
    ...(document === undefined ? [] : [documentOutcome(document, answers)]),
  ];
}
