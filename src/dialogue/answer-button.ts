import { wordingIn } from '../reply/wording.js';
import { answerReason, answerRole, answerTellMe, answerTellMeNot, answerWrong } from './answer-about-last.js';
import { answerChoice, showHelp, showTopics } from './answer-help.js';
import { answerIntent, erase, exportOwn, talk, welcome } from './answer-intent.js';
import { answerLetterButton, chooseLetter } from './answer-letter.js';
import type { Waiting } from './state.js';
import type { Turn, TurnContext } from './turn.js';

/** Asks for something to be typed. */
function askFor(what: 'sender' | 'full_text' | 'platform' | 'lookup', context: TurnContext): Turn {
  const turn = talk(`ask_${what}`, context);
  const waiting: Waiting = { for: what };
  return { ...turn, state: { ...turn.state, waiting } };
}

const PLAIN: Readonly<Record<string, (context: TurnContext) => Turn | null>> = {
  'give-sender': (context) => askFor('sender', context),
  'give-full-text': (context) => askFor('full_text', context),
  'give-platform': (context) => askFor('platform', context),
  lookup: (context) => askFor('lookup', context),
  'already-acted': (context) => showHelp('what-did-you-give', context),
  'i-am-borrower': (context) => answerRole('borrower', context),
  'i-am-relative': (context) => answerRole('relative', context),
  'i-paid': (context) => answerIntent('paid', context),
  'i-clicked': (context) => answerIntent('clicked', context),
  'i-told-a-code': (context) => answerIntent('told_code', context),
  'nothing-yet': (context) => answerIntent('nothing_given', context),
  'how-to-complain': chooseLetter,
  wrong: answerWrong,
  'is-genuine': (context) => answerReason('say_genuine', context),
  'is-scam': (context) => answerReason('say_scam', context),
  'tell-me': answerTellMe,
  'tell-me-not': answerTellMeNot,
  menu: showTopics,
  erase,
  export: exportOwn,
};

function answerCompound(id: string, context: TurnContext): Turn | null {
  const [kind, first = '', second = '', third = ''] = id.split(':');
  if (kind === 'help') return showHelp(first, context);
  if (kind === 'ask') return answerChoice(first, second, third, context);
  return kind === 'letter' ? answerLetterButton(first, second, third, context) : null;
}

/** The answer to a button. One that nobody knows, from an older version or made up, shows where to begin. */
export function answerButton(id: string, context: TurnContext): Turn {
  const plain = Object.hasOwn(PLAIN, id) ? PLAIN[id] : undefined;
  const turn = plain ? plain(context) : answerCompound(id, context);
  return turn ? { ...turn, intent: turn.intent } : welcome(context);
}

/** The button whose label somebody typed instead of pressing it, where a chat has no buttons; null when it is none. */
export function buttonTyped(text: string, { registry, language }: TurnContext): string | null {
  const wording = wordingIn(registry, language);
  const typed = text.trim();
  return Object.keys(PLAIN).find((id) => wording.text(`button.${id}`) === typed) ?? null;
}

/** The answer to a command of the chat: `/lookup 95188`. */
export function answerCommand(name: string, argument: string, context: TurnContext, answer: (text: string) => Turn): Turn {
  switch (name) {
    case 'start':
      return welcome(context);
    case 'lookup':
      return argument === '' ? askFor('lookup', context) : answer(`查 ${argument}`);
    case 'check':
      return argument === '' ? askFor('full_text', context) : answer(argument);
    case 'complain':
      return chooseLetter(context);
    case 'language':
      return answerIntent(context.language === 'zh' ? 'language_en' : 'language_zh', context);
    case 'privacy':
      return answerIntent('privacy', context);
    case 'delete':
      return erase(context);
    default:
      return answerIntent('help', context);
  }
}
