import type { LetterQuestionId } from '../registry/letter-vocabulary.js';
import type { Registry } from '../registry/types.js';
import type { Language } from '../reply/types.js';
import { wordingIn } from '../reply/wording.js';
import { type Case, caseOf } from './case.js';
import type { LetterFacts, LetterId, LetterQuestion } from './types.js';

/** What a choice says; `unsure`, and everything else, leaves the fact open. */
const CHOICES: Readonly<Record<LetterQuestionId, Readonly<Record<string, Partial<LetterFacts>>>>> = {
  role: { relative: { role: 'relative' }, borrower: { role: 'borrower' } },
  asked_to_stop: { yes: { askedToStop: true }, no: { askedToStop: false } },
  received_by: { self: { receivedBy: 'self' }, family: { receivedBy: 'family' }, other: { receivedBy: 'other' } },
};

const UNSURE = 'unsure';

/** Whether the answer would change the letter. A borrower cannot have the lender stop; somebody else can. */
const isOpen: Readonly<Record<LetterQuestionId, (known: Case) => boolean>> = {
  role: ({ writer }) => writer === 'unknown',
  asked_to_stop: ({ askedToStop, writer, doubt }) => askedToStop === 'unknown' && writer !== 'borrower' && doubt !== 'scam',
  received_by: ({ receivedBy }) => receivedBy === null,
};

/**
 * What is worth asking before a letter is written, in the order of asking, with what may be chosen. Ask each once: after
 * `unsure` the question stays open, and the letter has a box or a blank in its place. [] when the letter needs nothing.
 */
export function letterQuestions(
  id: LetterId,
  facts: LetterFacts,
  registry: Registry,
  language: Language,
): readonly LetterQuestion[] {
  const wording = wordingIn(registry, language);
  const known = caseOf(facts, registry);
  const asks = registry.letters.get(id)?.asks ?? [];
  return asks
    .filter((question) => isOpen[question](known))
    .map((question) => ({
      id: question,
      ask: wording.text(`letter.ask.${question}`),
      choices: [
        ...Object.keys(CHOICES[question]).map((choice) => ({
          id: choice,
          label: wording.text(`letter.choice.${question}.${choice}`),
        })),
        { id: UNSURE, label: wording.text('letter.choice.unsure') },
      ],
    }));
}

/**
 * The facts with one answer more. An unknown question or choice changes nothing. The message need not be checked again:
 * which rules it breaks, towards whoever got it and when it came, is looked at when the letter is written.
 */
export function applyChoice(facts: LetterFacts, question: string, choice: string): LetterFacts {
  const choices = Object.hasOwn(CHOICES, question) ? CHOICES[question as LetterQuestionId] : {};
  return Object.hasOwn(choices, choice) ? { ...facts, ...choices[choice] } : facts;
}
