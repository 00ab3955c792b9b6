import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { type HelpInterview, type HelpTopic, stepAfter } from '../registry/help.js';
import type { Registry } from '../registry/types.js';
import { composeFaq, composeGuide, composeInterviewAnswer, composeInterviewQuestion, composeNearest } from '../reply/help.js';
import type { Language, ReplyBody } from '../reply/types.js';
import { wordingIn } from '../reply/wording.js';
import { languageOf } from './input.js';
import { table } from './table.js';
import { drawn } from './terminal.js';

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

function group(head: string, topics: readonly HelpTopic[], language: Language): string[] {
  if (topics.length === 0) return [];
  return [
    table(
      [head, ''],
      topics.map(({ id, title }) => [id, title[language]]),
    ),
  ];
}

/** Topics by reader, then common questions, each with the id by which it is called. */
function listTopics(registry: Registry, language: Language): string {
  const wording = wordingIn(registry, language);
  const { help } = registry;
  const byReader = (['relative', 'borrower', 'anyone'] as const).flatMap((reader) =>
    group(
      wording.text(`help.list.${reader}`),
      help.all(reader).filter(({ kind }) => kind !== 'faq'),
      language,
    ),
  );
  const questions = group(
    wording.text('help.list.questions'),
    help.all().filter(({ kind }) => kind === 'faq'),
    language,
  );
  return [...byReader, ...questions, wording.text('help.list.how')].join('\n\n');
}

/** The choice that was typed: its number in the row, or its label. */
function choiceTyped(line: string, choices: HelpInterview['questions'][number]['choices'], language: Language): string | null {
  const typed = line.trim();
  const chosen = choices.find(({ label }, at) => typed === String(at + 1) || typed === label[language]);
  return chosen?.id ?? null;
}

/** Asks one question after the other on standard output, and reads the choices from standard input, until there is an answer. */
async function interviewReader(interview: HelpInterview, registry: Registry, language: Language): Promise<void> {
  let [question] = interview.questions;
  const ask = (): void => {
    if (!question) return;
    print(drawn(composeInterviewQuestion(interview, question.id, registry, language)));
    print(`\n${wordingIn(registry, language).text('help.choose')}`);
  };
  ask();
  for await (const line of createInterface({ input: process.stdin })) {
    const choice = question && choiceTyped(line, question.choices, language);
    const step = question && choice ? stepAfter(interview, question.id, choice) : null;
    if (step?.kind === 'answer') return print(`\n${drawn(composeInterviewAnswer(interview, step.id, registry, language))}`);
    if (step) question = interview.questions.find(({ id }) => id === step.id);
    print('');
    ask();
  }
}

function readText(id: string, registry: Registry, language: Language): ReplyBody | null {
  const guide = registry.help.guide(id);
  const faq = registry.help.faq(id);
  if (guide) return composeGuide(guide, registry, language);
  return faq ? composeFaq(faq, registry, language) : null;
}

/** The id of the text that is asked for, by its id or by a question; the nearest ones when that is not sure. */
function find(
  words: string,
  { help }: Registry,
  language: Language,
): { readonly id: string } | { readonly near: readonly string[] } {
  if (help.topic(words)) return { id: words };
  const match = help.search(words, language);
  if (match.kind === 'sure') return { id: match.id };
  return { near: match.kind === 'unsure' ? match.ids : [] };
}

/** Runs `help`: lists the topics, shows the text with an id, or answers a question. */
export async function runHelp(args: readonly string[], loadRegistry: () => Registry): Promise<void> {
  const { values, positionals } = parseArgs({ args: [...args], options: { lang: { type: 'string' } }, allowPositionals: true });
  const language = languageOf(values.lang);
  const words = positionals.join(' ').trim();
  const registry = loadRegistry();
  if (words === '') return print(listTopics(registry, language));
  const found = find(words, registry, language);
  if ('near' in found) return print(drawn(composeNearest(found.near, registry, language)));
  const interview = registry.help.interview(found.id);
  if (interview) return interviewReader(interview, registry, language);
  const text = readText(found.id, registry, language);
  if (text) print(drawn(text));
}
