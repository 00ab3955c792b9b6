import { checkNotices } from '../checker.js';
import type { NoticeInput, Role } from '../notice/types.js';
import { composePaste } from '../reply/compose-paste.js';
import type { ReplyBody } from '../reply/types.js';
import { wordingIn } from '../reply/wording.js';
import type { Ask, Checked } from '../verdict/types.js';
import { withSeen } from './community.js';
import type { Waiting } from './state.js';
import type { Turn, TurnContext } from './turn.js';

/** Questions that are answered by typing. */
const TYPED: Readonly<Partial<Record<Ask, Waiting>>> = {
  sender: { for: 'sender' },
  full_text: { for: 'full_text' },
  copied_text: { for: 'full_text' },
  platform: { for: 'platform' },
};

const waitingFor = (ask: Ask): Waiting | null => TYPED[ask] ?? null;

/** In a group nobody is asked what he owes. */
const isPrivateMatter = (button: string): boolean => button.startsWith('i-am-') || button === 'already-acted';

function forGroup(body: ReplyBody): ReplyBody {
  if (body.question === null) return body;
  const buttons = body.question.buttons.filter(({ id }) => !isPrivateMatter(id));
  return { ...body, question: buttons.length > 0 ? { ...body.question, buttons } : null };
}

/** A question that was asked already is not asked again; the buttons stay. */
function withoutRepeating(checked: Checked, asked: readonly Ask[], isGroup: boolean): Checked {
  const { ask } = checked.gravest;
  if (!asked.includes(ask) && !(isGroup && ask === 'role')) return checked;
  return { ...checked, gravest: { ...checked.gravest, ask: 'none' } };
}

/** A role makes a text that somebody forwarded of one that may be talk: it counts only once it is a notice without it. */
function withRole(inputs: readonly NoticeInput[], role: Role | null, plain: Checked, context: TurnContext): Checked {
  const knows = role === null || inputs.every((input) => input.role !== undefined);
  if (knows || plain.gravest.verdict === 'not_a_notice') return plain;
  return checkNotices(
    inputs.map((input) => ({ role, ...input })),
    context.registry,
  );
}

/** What is told of several checked texts, without saying it. */
export function checkForPerson(given: readonly NoticeInput[], context: TurnContext): Checked {
  const inputs = withSeen(given, context.seen);
  return withRole(inputs, context.isGroup ? null : context.state.role, checkNotices(inputs, context.registry), context);
}

/** A second look says first whether anything changed: nobody reads the same page twice to find out. */
function withOutcome(body: ReplyBody, isSame: boolean, { registry, language }: TurnContext): ReplyBody {
  const outcome = wordingIn(registry, language).line(isSame ? 'note.again_same' : 'note.again_changed');
  return { ...body, lead: [outcome, ...body.lead] };
}

interface NoticesOptions {
  /** The same texts are looked at once more because something about them became known. */
  readonly again?: boolean;
  /** What they were found to be, when that is known already. */
  readonly checked?: Checked;
}

/** The answer to texts that were received, as one: the gravest decides. */
export function answerNotices(
  inputs: readonly NoticeInput[],
  context: TurnContext,
  { again = false, checked: known = checkForPerson(inputs, context) }: NoticesOptions = {},
): Turn {
  const { registry, language, state, now } = context;
  const asked = again ? state.asked : [];
  const checked = withoutRepeating(known, asked, context.isGroup);
  const { verdict, ask, claim, notice } = checked.gravest;
  const answer = composePaste(checked, registry, language);
  const body = again ? withOutcome(answer, verdict === state.last?.verdict, context) : answer;
  return {
    said: [{ body: context.isGroup ? forGroup(body) : body, document: null }],
    state: {
      ...state,
      waiting: waitingFor(ask),
      last: { platform: claim?.platform.id ?? null, verdict, role: notice.role, at: now },
      asked: [...new Set([...asked, ask])],
      choices: {},
    },
    hold: withSeen(inputs, context.seen),
    checked: checked.notices,
    intent: again ? 'second_look' : 'notice',
    verdict,
  };
}
