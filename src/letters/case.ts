import type { Breach } from '../checks/conduct/types.js';
import { examine } from '../checks/examine.js';
import type { Character } from '../checks/types.js';
import type { Notice, Role } from '../notice/types.js';
import type { Answer, Doubt, Writer } from '../registry/letter-vocabulary.js';
import type { PassageCondition } from '../registry/letters.js';
import type { Platform, Registry } from '../registry/types.js';
import type { Verdict } from '../verdict/types.js';
import type { LetterFacts, Recipient } from './types.js';

/** What a letter is about, with everything decided that its sentences depend on. */
export interface Case {
  /** The message complained of; null when none is at hand. */
  readonly verdict: Verdict | null;
  /** Rules that it breaks if it is genuine, towards the person who got it. */
  readonly breaches: readonly Breach[];
  /** It only asks to pass a message on, as the rules allow. */
  readonly passesOnProperly: boolean;
  readonly platform: Platform | null;
  readonly writer: Writer;
  readonly doubt: Doubt;
  readonly askedToStop: Answer;
  readonly receivedAt: string | null;
  readonly receivedBy: Recipient | null;
}

/** Words of the person who asks, not a message that came. */
const NO_MESSAGE: ReadonlySet<Character> = new Set(['question', 'chat', 'empty']);

function messageOf(verdict: Verdict | null): Verdict | null {
  if (verdict === null || verdict.notice.body.text.trim() === '') return null;
  return verdict.verdict === 'not_a_notice' && NO_MESSAGE.has(verdict.character) ? null : verdict;
}

function doubtOf(message: Verdict | null): Doubt {
  if (message?.verdict === 'scam' || message?.verdict === 'suspicious') return message.verdict;
  return 'none';
}

const answerOf = (value: boolean | null): Answer => (value === null ? 'unknown' : value ? 'yes' : 'no');

/** Whom the message met: family and friends who got it are no debtors, whoever writes the letter. */
function roleOfRecipient(role: Role | null, receivedBy: Recipient | null): Role | null {
  return receivedBy === 'family' || receivedBy === 'other' ? 'relative' : role;
}

type Conduct = Pick<Case, 'breaches' | 'passesOnProperly'>;

/** What a message may say depends on who gets it and when: if that was learnt after the check, its conduct is looked at again. */
function conductOf(message: Verdict, reached: Pick<Notice, 'role' | 'receivedAt'>, registry: Registry): Conduct {
  const { notice, conduct, passesOnProperly } = message;
  if (reached.role === notice.role && reached.receivedAt === notice.receivedAt) return { breaches: conduct, passesOnProperly };
  return examine({ ...notice, ...reached }, registry).conduct;
}

/** What is known of a complaint. What the person said themselves comes before what the message shows. */
export function caseOf(facts: LetterFacts, registry: Registry): Case {
  const { verdict, platform, askedToStop, receivedBy = null } = facts;
  const message = messageOf(verdict);
  const role = facts.role ?? verdict?.notice.role ?? null;
  const receivedAt = facts.receivedAt ?? message?.notice.receivedAt ?? null;
  const reached = { role: roleOfRecipient(role, receivedBy), receivedAt };
  return {
    verdict: message,
    ...(message ? conductOf(message, reached, registry) : { breaches: [], passesOnProperly: false }),
    platform: platform ?? verdict?.claim?.platform ?? null,
    writer: role ?? 'unknown',
    doubt: doubtOf(message),
    askedToStop: answerOf(askedToStop),
    receivedAt,
    receivedBy,
  };
}

const among = <T>(value: T, wanted: readonly T[] | null): boolean => wanted === null || wanted.includes(value);

/** Whether a passage stands in the letter of a case. */
export function fits({ writers, doubts, askedToStop, kinds }: PassageCondition, known: Case): boolean {
  return (
    among(known.writer, writers) &&
    among(known.doubt, doubts) &&
    among(known.askedToStop, askedToStop) &&
    (kinds === null || (known.platform !== null && kinds.includes(known.platform.kind)))
  );
}
