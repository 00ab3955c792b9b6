import type { Role } from '../notice/types.js';
import { composeTalk } from '../reply/talk.js';
import { answerLookup } from './answer-lookup.js';
import { answerNotices, checkForPerson } from './answer-notices.js';
import { type Disputed, inTurn, saying, silent, type Turn, type TurnContext } from './turn.js';

const talk = (id: string, context: TurnContext, intent: string, buttons: readonly string[] = []): Turn =>
  saying(composeTalk(id, context.registry, context.language, { buttons }), context, intent);

/** The same texts once more, now that their sender is known. It is that of the last one when there were several. */
export function answerSender(sender: string, context: TurnContext): Turn {
  const { held } = context;
  if (held === null) return talk('notice_gone', context, 'sender');
  const last = held.length - 1;
  return answerNotices(
    held.map((input, at) => (at === last ? { ...input, sender } : input)),
    context,
    { again: true },
  );
}

/** A sender without a message: what is on record of it, and that it proves little alone. */
export const answerSenderAlone = (sender: string, context: TurnContext): Turn =>
  inTurn(context, [(at) => answerLookup(sender, at), (at) => talk('sender_without_notice', at, 'sender')]);

/** The same texts once more for a borrower or a relative; without any, the role is kept for the next one. */
export function answerRole(role: Role, context: TurnContext): Turn {
  const state = { ...context.state, role };
  const held = context.held?.map(({ role: _, ...input }) => input) ?? null;
  if (held === null) return talk(`noted_role.${role}`, { ...context, state }, 'role', ['menu']);
  return answerNotices(held, { ...context, state }, { again: true });
}

/** The sender cannot be told: that is said to be no matter, and is not asked again. */
export const answerUnknownSender = (context: TurnContext): Turn =>
  talk('unknown_sender', context, 'unknown_sender', ['already-acted', 'how-to-complain', 'menu']);

/** The verdict that was wrong, with what led to it while the text is still there. */
function disputed(context: TurnContext): Disputed | undefined {
  const { held, state } = context;
  if (held !== null) {
    const { verdict, findings, notice } = checkForPerson(held, context).gravest;
    return { verdict, findings: findings.map(({ id }) => id), notice };
  }
  return state.last ? { verdict: state.last.verdict, findings: [], notice: null } : undefined;
}

const askWhetherToTell = (context: TurnContext): Turn => talk('ask_tell', context, 'wrong_verdict', ['tell-me', 'tell-me-not']);

const REASONS = ['is-genuine', 'is-scam'] as const;

/** What the message was in truth. What is said depends on whether that could be kept. */
export const answerReason = (effect: 'say_genuine' | 'say_scam', context: TurnContext): Turn => ({
  ...silent(context, 'wrong_reason'),
  effect,
});

/** Somebody says that the verdict was wrong. */
export function answerWrong(context: TurnContext): Turn {
  if (context.state.last === null) return talk('wrong_without_notice', context, 'wrong_verdict');
  const thanks = (at: TurnContext): Turn =>
    talk('wrong', at, 'wrong_verdict', [...(at.mayTellLater ? REASONS : []), 'give-sender', 'give-full-text']);
  const turn = inTurn(context, context.mayTellLater ? [thanks, askWhetherToTell] : [thanks]);
  return { ...turn, complaint: disputed(context) };
}

/** Wants to be told when the verdict is changed. What is said depends on whether that could be kept. */
export const answerTellMe = (context: TurnContext): Turn => ({ ...silent(context, 'tell_me'), effect: 'agree' });

export const answerTellMeNot = (context: TurnContext): Turn => talk('will_not_tell', context, 'tell_me_not');
