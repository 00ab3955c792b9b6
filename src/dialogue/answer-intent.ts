import type { IntentName } from '../registry/vocabulary.js';
import { composeTalk, type TalkOptions } from '../reply/talk.js';
import type { Language } from '../reply/types.js';
import { answerRole, answerUnknownSender, answerWrong } from './answer-about-last.js';
import { showHelp, showTopics } from './answer-help.js';
import { chooseLetter } from './answer-letter.js';
import { saying, sayingOnce, silent, type Turn, type TurnContext } from './turn.js';

export const talk = (id: string, context: TurnContext, options: TalkOptions = {}): Turn =>
  saying(composeTalk(id, context.registry, context.language, options), context, id);

/** A guide when it stands in the records, and otherwise what may be asked. */
const guide = (id: string, context: TurnContext): Turn => showHelp(id, context) ?? showTopics(context);

/** The same as `context`, from now on in another language. */
export function speak(language: Language, context: TurnContext): Turn {
  const changed = { ...context, language, state: { ...context.state, language } };
  return talk('language', changed);
}

/** The same, unless it was said a moment ago. */
export const talkOnce = (id: string, context: TurnContext): Turn =>
  sayingOnce(id, composeTalk(id, context.registry, context.language), context);

export const welcome = (context: TurnContext): Turn =>
  context.isGroup ? talk('welcome_group', context) : talk('welcome', context, { buttons: ['menu', 'lookup', 'how-to-complain'] });

/** The traces go first; what is said depends on whether there were any. */
export const erase = (context: TurnContext): Turn => ({ ...silent(context, 'erase'), effect: 'erase' });

/** What is kept of the person, as a file. */
export const exportOwn = (context: TurnContext): Turn => ({ ...silent(context, 'export'), effect: 'export' });

const ANSWERS: Readonly<Record<IntentName, (context: TurnContext) => Turn>> = {
  wrong_verdict: answerWrong,
  shared_screen: (context) => guide('shared-screen', context),
  told_code: (context) => guide('told-a-code', context),
  installed_app: (context) => guide('installed-app', context),
  gave_data: (context) => guide('gave-card-or-id', context),
  paid: (context) => guide('already-paid', context),
  clicked: (context) => guide('already-clicked', context),
  nothing_given: (context) => talk('nothing_given', context, { buttons: ['how-to-complain', 'menu'] }),
  dont_know: (context) =>
    context.state.waiting?.for === 'sender' ? answerUnknownSender(context) : talk('unknown', context, { buttons: ['menu'] }),
  liable: (context) => guide('am-i-liable', context),
  complain: chooseLetter,
  i_am_borrower: (context) => answerRole('borrower', context),
  i_am_relative: (context) => answerRole('relative', context),
  erase,
  privacy: (context) => talk('privacy', context, { buttons: ['export', 'erase'] }),
  language_en: (context) => speak('en', context),
  language_zh: (context) => speak('zh', context),
  human: (context) => talk('human', context, { buttons: ['lookup', 'menu'] }),
  help: (context) => talk('help', context, { buttons: ['menu', 'lookup', 'how-to-complain'] }),
  abuse: (context) => talk('abuse', context, { buttons: ['already-acted', 'how-to-complain'] }),
  thanks: (context) => talk('thanks', context),
  greeting: (context) => talk('greeting', context, { buttons: ['menu', 'lookup', 'how-to-complain'] }),
  acknowledged: (context) => talkOnce('acknowledged', context),
};

export const answerIntent = (intent: IntentName, context: TurnContext): Turn => ({
  ...ANSWERS[intent](context),
  intent,
});
