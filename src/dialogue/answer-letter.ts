import { composeLetter } from '../letters/compose-letter.js';
import { letterFileName } from '../letters/file-name.js';
import { lettersFor } from '../letters/fitting-letters.js';
import { renderLetterHtml } from '../letters/letter-html.js';
import { renderLetterText } from '../letters/letter-text.js';
import { applyChoice, letterQuestions } from '../letters/questions.js';
import { LETTERS, type Letter, type LetterFacts, type LetterId, type LetterQuestion } from '../letters/types.js';
import { composeTalk } from '../reply/talk.js';
import type { Button, ReplyBody } from '../reply/types.js';
import { wordingIn } from '../reply/wording.js';
import { choiceTyped } from './answer-help.js';
import { checkForPerson } from './answer-notices.js';
import type { OutgoingDocument } from './messages.js';
import { saying, type Turn, type TurnContext } from './turn.js';

/** What the notice at hand, and what was said about it, give to a letter. */
function factsFrom(context: TurnContext): LetterFacts {
  const { held, registry, state } = context;
  const verdict = held === null ? null : checkForPerson(held, context).gravest;
  const named = state.last?.platform ? registry.platform(state.last.platform) : undefined;
  return {
    verdict,
    platform: verdict?.claim?.platform ?? named ?? null,
    role: state.role,
    receivedAt: verdict?.notice.receivedAt ?? null,
    askedToStop: null,
  };
}

const withChoices = (facts: LetterFacts, choices: Readonly<Record<string, string>>): LetterFacts =>
  Object.entries(choices).reduce((known, [question, choice]) => applyChoice(known, question, choice), facts);

/** Which letters fit, to choose from; without any, where to turn. */
export function chooseLetter(context: TurnContext): Turn {
  const { registry, language } = context;
  const more = lettersFor(factsFrom(context), registry).map(
    (id): Button => ({
      id: `letter:${id}`,
      label: registry.letters.get(id)?.name[language] ?? id,
    }),
  );
  const where = registry.help.topic('how-to-complain');
  const guide = where ? [{ id: `help:${where.id}`, label: where.title[language] }] : [];
  const turn = saying(composeTalk('letter_choose', registry, language, { more: [...more, ...guide] }), context, 'complain');
  return { ...turn, state: { ...turn.state, choices: {} } };
}

function askNext(id: LetterId, question: LetterQuestion, context: TurnContext): Turn {
  const { registry, language } = context;
  const more = question.choices.map((choice) => ({ id: `letter:${id}:${question.id}:${choice.id}`, label: choice.label }));
  const body = composeTalk('letter_question', registry, language, { values: { question: question.ask }, more });
  const turn = saying(body, context, 'letter_question');
  return { ...turn, state: { ...turn.state, waiting: { for: 'letter', letter: id, question: question.id } } };
}

/** The letter as it is read in a chat: how to hand it in, then its text to copy. */
function bodyOf(letter: Letter, { registry, language }: TurnContext): ReplyBody {
  const talk = composeTalk('letter', registry, language, { values: { title: letter.title } });
  const text = renderLetterText(letter);
  return {
    ...talk,
    mark: '✉️',
    sections: [
      { id: 'steps', title: letter.around.handIn, lines: letter.handIn, numbered: false },
      {
        id: 'copy',
        title: wordingIn(registry, language).text('title.letter_text'),
        lines: [[{ kind: 'copy', text }]],
        numbered: false,
      },
    ],
  };
}

const documentOf = (letter: Letter): OutgoingDocument => ({
  name: letterFileName(letter),
  mediaType: 'text/html; charset=utf-8',
  text: renderLetterHtml(letter),
});

/** Asks what is still worth knowing, one thing at a time, then writes the letter. */
function goOn(id: LetterId, choices: Readonly<Record<string, string>>, context: TurnContext): Turn {
  const { registry, language } = context;
  const facts = withChoices(factsFrom(context), choices);
  const going = { ...context, state: { ...context.state, choices } };
  const question = letterQuestions(id, facts, registry, language).find((open) => !(open.id in choices));
  if (question) return askNext(id, question, going);
  const letter = composeLetter(id, facts, registry, language);
  const turn = saying(bodyOf(letter, context), going, 'letter');
  return { ...turn, said: turn.said.map((said) => ({ ...said, document: documentOf(letter) })) };
}

const letterNamed = (id: string): LetterId | null => LETTERS.find((known) => known === id) ?? null;

/** `letter:<id>` begins a letter, `letter:<id>:<question>:<choice>` goes on with it; null when nobody knows it. */
export function answerLetterButton(id: string, question: string, choice: string, context: TurnContext): Turn | null {
  const letter = letterNamed(id);
  if (letter === null) return null;
  return goOn(letter, question === '' ? {} : { ...context.state.choices, [question]: choice }, context);
}

/** Takes a typed message as the answer to the letter's open question; null when it is none. */
export function answerTypedLetterChoice(text: string, context: TurnContext): Turn | null {
  const { waiting, choices } = context.state;
  if (waiting?.for !== 'letter') return null;
  const letter = letterNamed(waiting.letter);
  if (letter === null) return null;
  const facts = withChoices(factsFrom(context), choices);
  const question = letterQuestions(letter, facts, context.registry, context.language).find(({ id }) => id === waiting.question);
  const choice = question ? choiceTyped(question.choices, text) : null;
  return choice === null ? null : goOn(letter, { ...choices, [waiting.question]: choice }, context);
}

/** The letter's open question once more, for words that did not answer it; null when none is open. */
export function askLetterAgain(context: TurnContext): Turn | null {
  const { waiting, choices } = context.state;
  const letter = waiting?.for === 'letter' ? letterNamed(waiting.letter) : null;
  return letter === null ? null : goOn(letter, choices, context);
}
