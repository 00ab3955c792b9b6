import type { FaqRecord, HelpGuideRecord, InterviewRecord, PointRecord } from './help-records.js';
import type { Records } from './read-records.js';
import type { BothLanguages } from './vocabulary.js';

/** How a text meets its reader: on a button, above a list, or as sentences. */
export type TextUse = 'title' | 'question' | 'choice' | 'heading' | 'prose';

/** A text of a help record with the field where it stands. */
export interface HelpText {
  readonly field: string;
  readonly use: TextUse;
  readonly text: BothLanguages;
}

export type HelpFile = { readonly file: string } & (
  | { readonly kind: 'guide'; readonly record: HelpGuideRecord }
  | { readonly kind: 'interview'; readonly record: InterviewRecord }
  | { readonly kind: 'faq'; readonly record: FaqRecord }
);

/** Every help record with the file that holds it. */
export function helpFiles({ help, interviews, faq }: Records): HelpFile[] {
  return [
    ...help.map((record): HelpFile => ({ kind: 'guide', file: `data/help/${record.id}.yaml`, record })),
    ...interviews.map((record): HelpFile => ({ kind: 'interview', file: `data/interviews/${record.id}.yaml`, record })),
    ...faq.map((record): HelpFile => ({ kind: 'faq', file: `data/faq/${record.id}.yaml`, record })),
  ];
}

type Sections = HelpGuideRecord['sections'];

/** The sections of a record, each with its field. */
function sectionsOf({ kind, record }: HelpFile): [field: string, section: Sections[number]][] {
  const placed = (prefix: string, sections: Sections): [string, Sections[number]][] =>
    sections.map((section, at) => [`${prefix}sections[${at}]`, section]);
  if (kind === 'guide') return placed('', record.sections);
  if (kind === 'faq') return [];
  return Object.entries(record.answers).flatMap(([id, { sections }]) => placed(`answers.${id}.`, sections));
}

/** Every step or statement of a record, with its field. */
export function pointsOf(file: HelpFile): [field: string, point: PointRecord][] {
  if (file.kind === 'faq') return file.record.answer.map((point, at) => [`answer[${at}]`, point]);
  return sectionsOf(file).flatMap(([field, { points }]) =>
    points.map((point, at): [string, PointRecord] => [`${field}.points[${at}]`, point]),
  );
}

const guideTexts = ({ title, lead, copy }: HelpGuideRecord): HelpText[] => [
  { field: 'title', use: 'title', text: title },
  ...lead.map((text, at): HelpText => ({ field: `lead[${at}]`, use: 'prose', text })),
  ...copy.flatMap(({ label, text }, at): HelpText[] => [
    { field: `copy[${at}].label`, use: 'heading', text: label },
    { field: `copy[${at}].text`, use: 'prose', text },
  ]),
];

const interviewTexts = ({ title, questions, answers }: InterviewRecord): HelpText[] => [
  { field: 'title', use: 'title', text: title },
  ...questions.flatMap(({ ask, choices }, at): HelpText[] => [
    { field: `questions[${at}].ask`, use: 'heading', text: ask },
    ...choices.map(
      ({ label }, choice): HelpText => ({ field: `questions[${at}].choices[${choice}].label`, use: 'choice', text: label }),
    ),
  ]),
  ...Object.entries(answers).map(
    ([id, answer]): HelpText => ({ field: `answers.${id}.title`, use: 'heading', text: answer.title }),
  ),
];

function ownTexts({ kind, record }: HelpFile): HelpText[] {
  if (kind === 'guide') return guideTexts(record);
  return kind === 'interview' ? interviewTexts(record) : [{ field: 'question', use: 'question', text: record.question }];
}

/** Everything in a record that a reader meets, sources aside. */
export function textsOf(file: HelpFile): HelpText[] {
  return [
    ...ownTexts(file),
    ...sectionsOf(file).map(([field, { title }]): HelpText => ({ field: `${field}.title`, use: 'heading', text: title })),
    ...pointsOf(file).map(([field, { text }]): HelpText => ({ field: `${field}.text`, use: 'prose', text })),
  ];
}

const LINE = /\{line:([a-z0-9]+(?:-[a-z0-9]+)*)\}/;

/** A text cut at its `{line:…}`: words, the id of a record whose number stands there, words, and so on. */
export const splitAtLines = (text: string): string[] => text.split(LINE);

/** Ids of the records whose numbers a text names, in their order. */
export const linesIn = (text: string): string[] => splitAtLines(text).filter((_, at) => at % 2 === 1);
