import type { FaqRecord, HelpGuideRecord, InterviewRecord } from './help-records.js';
import { createHelpSearch, type HelpMatch, type Searchable } from './help-search.js';
import type { LanguageWords } from './help-tokens.js';
import type { Source } from './sources.js';
import type { BothLanguages, HelpReader } from './vocabulary.js';

/** Whoever asks for a menu; null while that is not known. */
export type MenuReader = Exclude<HelpReader, 'anyone'> | null;
export type HelpKind = 'guide' | 'interview' | 'faq';

/** One step or statement. `{line:110}` in the text stands for the number of a platform record. */
export interface HelpPoint {
  readonly text: BothLanguages;
  /** Ids of conduct rules that it rests on. */
  readonly rules: readonly string[];
  /** Sources that it rests on and that may be shown. */
  readonly sources: readonly Source[];
}

export interface HelpSection {
  readonly title: BothLanguages;
  /** Steps to take one after the other. */
  readonly ordered: boolean;
  readonly points: readonly HelpPoint[];
}

/** What to do in one situation. */
export interface HelpGuide {
  readonly id: string;
  readonly for: HelpReader;
  readonly title: BothLanguages;
  readonly lead: readonly BothLanguages[];
  readonly sections: readonly HelpSection[];
  /** Words to copy and send to somebody as they stand. */
  readonly copy: readonly { readonly label: BothLanguages; readonly text: BothLanguages }[];
  /** What people type when they look for it. */
  readonly search: HelpGuideRecord['search'];
  /** Ids of texts to offer next. */
  readonly next: readonly string[];
  readonly checked: string;
}

export interface InterviewAnswer {
  readonly title: BothLanguages;
  readonly sections: readonly HelpSection[];
  readonly next: readonly string[];
}

/** Questions asked one by one; the first choice with an answer ends them. */
export interface HelpInterview {
  readonly id: string;
  readonly for: HelpReader;
  readonly title: BothLanguages;
  readonly questions: readonly {
    readonly id: string;
    readonly ask: BothLanguages;
    readonly choices: readonly { readonly id: string; readonly label: BothLanguages; readonly answer: string | null }[];
  }[];
  readonly answers: Readonly<Record<string, InterviewAnswer>>;
  readonly otherwise: string;
  readonly search: InterviewRecord['search'];
  readonly checked: string;
}

/** One question that people ask, and its short answer. */
export interface HelpFaq {
  readonly id: string;
  readonly question: BothLanguages;
  readonly answer: readonly HelpPoint[];
  readonly search: FaqRecord['search'];
  readonly next: readonly string[];
  readonly checked: string;
}

/** The files under data/help/, data/interviews/ and data/faq/ in the form that a checker loads: plain JSON. */
export interface CompiledHelp {
  readonly guides: readonly HelpGuide[];
  readonly interviews: readonly HelpInterview[];
  readonly faq: readonly HelpFaq[];
  /** Ids, most useful first. */
  readonly menu: Readonly<Record<HelpReader, readonly string[]>>;
  /** How questions are cut up for the search. */
  readonly words: Readonly<Record<'zh' | 'en', LanguageWords>>;
}

/** A guide, an interview or a question, as it stands in a list. Questions are for anyone. */
export interface HelpTopic {
  readonly id: string;
  readonly kind: HelpKind;
  readonly for: HelpReader;
  readonly title: BothLanguages;
}

/** Where a choice leads: to another question, or to an answer. */
export type InterviewStep = { readonly kind: 'question'; readonly id: string } | { readonly kind: 'answer'; readonly id: string };

/** Read-only look-ups over the help texts. Never throws. */
export interface HelpIndex {
  guide(id: string): HelpGuide | undefined;
  interview(id: string): HelpInterview | undefined;
  faq(id: string): HelpFaq | undefined;
  /** The guide, interview or question with this id, as it stands in a list. */
  topic(id: string): HelpTopic | undefined;
  /** Guides, then interviews, then questions. With a reader only those written for that one; without, all. */
  all(reader?: HelpReader): readonly HelpTopic[];
  /** What to offer to whoever asks for help, most useful first, at most eight. */
  menu(reader: MenuReader): readonly HelpTopic[];
  /** The text that answers a question as a person types it. Built on the first call; milliseconds later. */
  search(text: string, language: 'zh' | 'en'): HelpMatch;
}

/** What follows on a choice; null when the interview has no such question or choice. */
export function stepAfter(interview: HelpInterview, question: string, choice: string): InterviewStep | null {
  const at = interview.questions.findIndex(({ id }) => id === question);
  const chosen = interview.questions[at]?.choices.find(({ id }) => id === choice);
  if (!chosen) return null;
  if (chosen.answer !== null) return { kind: 'answer', id: chosen.answer };
  const next = interview.questions[at + 1];
  return next ? { kind: 'question', id: next.id } : { kind: 'answer', id: interview.otherwise };
}

const topicsOf = ({ guides, interviews, faq }: CompiledHelp): HelpTopic[] => [
  ...guides.map(({ id, title, for: reader }): HelpTopic => ({ id, kind: 'guide', for: reader, title })),
  ...interviews.map(({ id, title, for: reader }): HelpTopic => ({ id, kind: 'interview', for: reader, title })),
  ...faq.map(({ id, question }): HelpTopic => ({ id, kind: 'faq', for: 'anyone', title: question })),
];

const searchablesOf = ({ guides, interviews, faq }: CompiledHelp): Searchable[] => [
  ...guides.map(({ id, title, search, next }) => ({ id, title, ...search, next })),
  ...interviews.map(({ id, title, search, answers }) => ({
    id,
    title,
    ...search,
    next: Object.values(answers).flatMap(({ next }) => next),
  })),
  ...faq.map(({ id, question, search, next }) => ({ id, title: question, ...search, next })),
];

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item] as const));

/** Builds the look-ups. `readings` as in the snapshot's spellings. The result is read-only and safe to share. */
export function createHelpIndex(compiled: CompiledHelp, readings: Readonly<Record<string, string>>): HelpIndex {
  const guides = byId(compiled.guides);
  const interviews = byId(compiled.interviews);
  const faq = byId(compiled.faq);
  const topics = topicsOf(compiled);
  const topicById = byId(topics);
  return {
    guide: (id) => guides.get(id),
    interview: (id) => interviews.get(id),
    faq: (id) => faq.get(id),
    topic: (id) => topicById.get(id),
    all: (reader) => (reader ? topics.filter((topic) => topic.for === reader) : topics),
    menu: (reader) => compiled.menu[reader ?? 'anyone'].flatMap((id) => topicById.get(id) ?? []),
    search: createHelpSearch(searchablesOf(compiled), { words: compiled.words, readings }),
  };
}
