import { foldText } from '../notice/fold.js';
import type { CompiledHelp, HelpFaq, HelpGuide, HelpInterview, HelpPoint, HelpSection, InterviewAnswer } from './help.js';
import type { FaqRecord, HelpGuideRecord, InterviewRecord, PointRecord } from './help-records.js';
import type { Records } from './read-records.js';
import type { SourceRecord } from './records.js';
import { shownSources } from './sources.js';

type Sources = Readonly<Record<string, SourceRecord>>;

const compilePoint = ({ text, rules, sources }: PointRecord, known: Sources): HelpPoint => ({
  text,
  rules,
  sources: shownSources(sources, known),
});

const compileSections = (sections: HelpGuideRecord['sections'], known: Sources): HelpSection[] =>
  sections.map(({ title, ordered, points }) => ({ title, ordered, points: points.map((point) => compilePoint(point, known)) }));

const compileGuide = ({ sections, sources, ...rest }: HelpGuideRecord): HelpGuide => ({
  ...rest,
  sections: compileSections(sections, sources),
});

function compileInterview({ questions, answers, sources, ...rest }: InterviewRecord): HelpInterview {
  const compiled = Object.entries(answers).map(([id, { title, sections, next }]): [string, InterviewAnswer] => [
    id,
    { title, sections: compileSections(sections, sources), next },
  ]);
  return {
    ...rest,
    questions: questions.map(({ id, ask, choices }) => ({
      id,
      ask,
      choices: choices.map(({ answer, ...choice }) => ({ ...choice, answer: answer ?? null })),
    })),
    answers: Object.fromEntries(compiled),
  };
}

const compileFaq = ({ answer, sources, ...rest }: FaqRecord): HelpFaq => ({
  ...rest,
  answer: answer.map((point) => compilePoint(point, sources)),
});

const foldAll = (words: readonly string[]): string[] => words.map((word) => foldText(word).text);

function compileWords({ single }: Records): CompiledHelp['words'] {
  const file = single['data/lists/help-words.yaml'];
  const wordsIn = (language: 'zh' | 'en') => ({
    same: Object.values(file?.same ?? {}).map((group) => foldAll(group[language])),
    plain: foldAll(file?.plain[language] ?? []),
  });
  return { zh: wordsIn('zh'), en: wordsIn('en') };
}

/** Turns the help records into the form that a checker loads. They must have passed `checkHelp`. */
export function compileHelp(records: Records): CompiledHelp {
  const { help, interviews, faq, single } = records;
  return {
    guides: help.map(compileGuide),
    interviews: interviews.map(compileInterview),
    faq: faq.map(compileFaq),
    menu: single['data/lists/help-menu.yaml'] ?? { relative: [], borrower: [], anyone: [] },
    words: compileWords(records),
  };
}
