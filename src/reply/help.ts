import type { HelpFaq, HelpGuide, HelpInterview, HelpSection, MenuReader } from '../registry/help.js';
import type { Registry } from '../registry/types.js';
import { dayIn } from './compose.js';
import {
  contactSection,
  contactsIn,
  copied,
  type HelpTelling,
  helpButtons,
  helpSection,
  helpTelling,
  pointLine,
  told,
} from './help-telling.js';
import type { Language, ReplyBody, Section } from './types.js';

/** A text to read, and a question to answer. Neither judges anything. */
const MARKS = { text: '📖', question: '❔' } as const;

type Question = ReplyBody['question'];

const empty = (headline: string, mark: string, { registry, wording }: HelpTelling): ReplyBody => ({
  language: wording.language,
  mark,
  headline,
  lead: [],
  sections: [],
  contacts: [],
  question: null,
  asOf: registry.asOf,
  footer: [],
});

const footerOf = (checked: string, { wording }: HelpTelling): ReplyBody['footer'] =>
  wording.line('help.footer', { day: dayIn(checked, wording) });

function nextQuestion(ids: readonly string[], telling: HelpTelling): Question {
  const buttons = helpButtons(ids, telling);
  return buttons.length === 0 ? null : { text: telling.wording.text('help.next'), buttons };
}

type Parts = Pick<HelpGuide, 'title' | 'sections' | 'next' | 'checked'> & Partial<Pick<HelpGuide, 'lead' | 'copy'>>;

const textsOf = ({ lead = [], sections, copy = [] }: Parts): { readonly zh: string; readonly en: string }[] => [
  ...lead,
  ...sections.flatMap(({ points }) => points.map(({ text }) => text)),
  ...copy.map(({ text }) => text),
];

/** A text in sections, with the numbers that it names at its end. */
function composeText(parts: Parts, telling: HelpTelling): ReplyBody {
  const { language } = telling.wording;
  const contacts = contactsIn(textsOf(parts), telling);
  const copies = (parts.copy ?? []).map(
    ({ label, text }): Section => ({ id: 'copy', title: label[language], lines: [copied(text, telling)], numbered: false }),
  );
  return {
    ...empty(parts.title[language], MARKS.text, telling),
    lead: (parts.lead ?? []).map((text) => told(text, telling)),
    sections: [
      ...parts.sections.map((section: HelpSection) => helpSection(section, telling)),
      ...copies,
      ...contactSection(contacts, telling),
    ],
    contacts,
    question: nextQuestion(parts.next, telling),
    footer: footerOf(parts.checked, telling),
  };
}

/** What to do in one situation: steps with what they rest on, words to copy, the numbers named, and what to read next. */
export const composeGuide = (guide: HelpGuide, registry: Registry, language: Language): ReplyBody =>
  composeText(guide, helpTelling(registry, language));

/** The answer to a common question. It is short: its statements stand right under the question. */
export function composeFaq(faq: HelpFaq, registry: Registry, language: Language): ReplyBody {
  const telling = helpTelling(registry, language);
  const contacts = contactsIn(
    faq.answer.map(({ text }) => text),
    telling,
  );
  return {
    ...empty(faq.question[language], MARKS.text, telling),
    lead: faq.answer.map((point) => pointLine(point, telling)),
    sections: contactSection(contacts, telling),
    contacts,
    question: nextQuestion(faq.next, telling),
    footer: footerOf(faq.checked, telling),
  };
}

/**
 * One question of an interview, its choices as buttons; how many there are is said where there is more than one. A question that the interview does not have (the button is older
 * than the records) starts it again.
 */
export function composeInterviewQuestion(
  interview: HelpInterview,
  questionId: string,
  registry: Registry,
  language: Language,
): ReplyBody {
  const telling = helpTelling(registry, language);
  const { questions } = interview;
  const at = Math.max(
    0,
    questions.findIndex(({ id }) => id === questionId),
  );
  const progress = { at: String(at + 1), count: String(questions.length) };
  return {
    ...empty(interview.title[language], MARKS.question, telling),
    lead: questions.length > 1 ? [telling.wording.line('help.progress', progress)] : [],
    question: choicesOf(interview, at, language),
  };
}

function choicesOf({ id: interview, questions }: HelpInterview, at: number, language: Language): Question {
  const asked = questions[at];
  if (!asked) return null;
  const buttons = asked.choices.map(({ id, label }) => ({ id: `ask:${interview}:${asked.id}:${id}`, label: label[language] }));
  return { text: asked.ask[language], buttons };
}

/** An answer of an interview. One that the interview does not have is the answer of whoever passed every question. */
export function composeInterviewAnswer(
  interview: HelpInterview,
  answerId: string,
  registry: Registry,
  language: Language,
): ReplyBody {
  const { answers, otherwise, checked } = interview;
  const answer = answers[Object.hasOwn(answers, answerId) ? answerId : otherwise];
  return answer ? composeText({ ...answer, checked }, helpTelling(registry, language)) : composeNearest([], registry, language);
}

/** Offers the texts that a question may have meant. Without any, says so and offers the menu. */
export function composeNearest(ids: readonly string[], registry: Registry, language: Language): ReplyBody {
  const telling = helpTelling(registry, language);
  const { wording } = telling;
  const near = helpButtons(ids, telling);
  const key = near.length > 0 ? 'help.nearest' : 'help.none';
  const buttons = near.length > 0 ? near : helpButtons(menuIds(null, registry), telling);
  return {
    ...empty(wording.text(key), MARKS.question, telling),
    question: buttons.length === 0 ? null : { text: wording.text(`${key}.question`), buttons },
  };
}

const menuIds = (reader: MenuReader, registry: Registry): string[] => registry.help.menu(reader).map(({ id }) => id);

/** The menu for a reader, most useful first; null while it is not known who asks. */
export function composeTopics(reader: MenuReader, registry: Registry, language: Language): ReplyBody {
  const telling = helpTelling(registry, language);
  const { wording } = telling;
  const buttons = helpButtons(menuIds(reader, registry), telling);
  return {
    ...empty(wording.text(`help.menu.${reader ?? 'anyone'}`), MARKS.text, telling),
    question: buttons.length === 0 ? null : { text: wording.text('help.menu.question'), buttons },
  };
}
