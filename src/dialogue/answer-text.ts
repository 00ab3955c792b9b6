import { foldText } from '../notice/fold.js';
import type { DetailKind, NoticeInput } from '../notice/types.js';
import type { Checked } from '../verdict/types.js';
import { answerSender, answerSenderAlone } from './answer-about-last.js';
import { answerButton, buttonTyped } from './answer-button.js';
import { answerQuestion, answerTypedChoice, askHelpAgain } from './answer-help.js';
import { answerIntent } from './answer-intent.js';
import { answerTypedLetterChoice, askLetterAgain } from './answer-letter.js';
import { answerLookup } from './answer-lookup.js';
import { answerNotices, checkForPerson } from './answer-notices.js';
import { withCopiedText } from './copied-text.js';
import { isLoneAddress, readGivenPlatform, readGivenSender } from './given-sender.js';
import { readLookupQuestion } from './lookup-question.js';
import type { Turn, TurnContext } from './turn.js';

/** Longer texts are no question of a person. Characters. */
const LONGEST_QUESTION = 80;

/** What the last answer asked for, when this text gives it. */
function answerAsked(text: string, context: TurnContext): Turn | null {
  const { waiting } = context.state;
  switch (waiting?.for) {
    case 'lookup':
      return text.length <= LONGEST_QUESTION ? answerLookup(text, context) : null;
    case 'platform': {
      const name = readGivenPlatform(text, context.registry);
      return name === null ? null : answerLookup(name, context);
    }
    case 'interview':
      return answerTypedChoice(text, context);
    case 'letter':
      return answerTypedLetterChoice(text, context);
    default:
      return null;
  }
}

/**
 * A sender told after its notice; without a notice it is looked up. A number alone may also be one to look up: it is the
 * sender only while that is what was asked for.
 */
function answerGivenSender(text: string, context: TurnContext): Turn | null {
  const sender = readGivenSender(text);
  if (sender === null) return null;
  if (context.state.waiting?.for === 'sender') return answerSender(sender, context);
  if (isLoneAddress(text)) return null;
  return context.state.last === null ? answerSenderAlone(sender, context) : answerSender(sender, context);
}

/** Whether a text is a message somebody received rather than words to us. */
export function isReceived(checked: Checked): boolean {
  if (checked.gravest.verdict !== 'not_a_notice') return true;
  const { character } = checked.gravest;
  return character === 'code' || character === 'warning' || character === 'advert' || character === 'transaction';
}

/** A link or an account in a text makes it a message to check, whatever it says besides. */
function leadsSomewhere(text: string, context: TurnContext): boolean {
  const { links, deepLinks, details } = checkForPerson([{ text }], context).gravest.notice;
  return links.length > 0 || deepLinks.length > 0 || details.some(({ kind }) => ACCOUNTS.has(kind));
}

const ACCOUNTS: ReadonlySet<DetailKind> = new Set<DetailKind>(['wechat', 'qq', 'alipay_account', 'bank_card', 'meeting_id']);

/** Words to us: what they are found to mean, from the most to the least particular. */
function answerWords(text: string, context: TurnContext): Turn | null {
  const intent = context.registry.intent(foldText(text).text);
  if (intent && !leadsSomewhere(text, context)) return answerIntent(intent, context);
  const query = readLookupQuestion(text, context.registry);
  return query === null ? null : answerLookup(query, context);
}

/** Talk that means nothing to us gets its line; what was asked stays open, and the notice at hand stays at hand. */
function answerTalk(input: NoticeInput, checked: Checked, context: TurnContext): Turn {
  const { said, verdict } = answerNotices([input], context, { checked });
  return { said, verdict, state: context.state, intent: 'talk' };
}

/** The words of a picture that was answered: the same message once more, exact now. Null for any other message. */
export function answerCopied(input: NoticeInput, context: TurnContext): Turn | null {
  const inputs = withCopiedText(input, context);
  return inputs && answerNotices(inputs, context, { again: true });
}

/** The answer to one typed or pasted text. */
export function answerText(text: string, context: TurnContext): Turn {
  const input: NoticeInput = { text };
  const button = buttonTyped(text, context);
  if (button) return answerButton(button, context);
  const known = answerAsked(text, context) ?? answerGivenSender(text, context) ?? answerWords(text, context);
  if (known) return known;
  const checked = checkForPerson([input], context);
  if (isReceived(checked)) return answerCopied(input, context) ?? answerNotices([input], context, { checked });
  const question = text.length > LONGEST_QUESTION ? null : answerQuestion(text, context);
  return question ?? askHelpAgain(context) ?? askLetterAgain(context) ?? answerTalk(input, checked, context);
}
