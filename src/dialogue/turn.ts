import type { Notice, NoticeInput, Seen } from '../notice/types.js';
import type { Lookup } from '../registry/lookup.js';
import type { Registry } from '../registry/types.js';
import type { Language, ReplyBody } from '../reply/types.js';
import type { Verdict, VerdictName } from '../verdict/types.js';
import type { OutgoingDocument } from './messages.js';
import type { ConversationState } from './state.js';

/** What others forwarded before, by text: one for each notice of it. */
export type SeenBefore = ReadonlyMap<string, readonly (Seen | null)[]>;

/** What a turn may look at. */
export interface TurnContext {
  readonly registry: Registry;
  readonly language: Language;
  readonly state: ConversationState;
  /** The texts that were answered last, while they are kept. */
  readonly held: readonly NoticeInput[] | null;
  readonly seen: SeenBefore;
  readonly isGroup: boolean;
  /** Somebody looks into what is said to be wrong, and may tell of it here. */
  readonly mayTellLater: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** One message of the answer. */
export interface Said {
  readonly body: ReplyBody;
  readonly document: OutgoingDocument | null;
  /** It answers a look-up, and may be told with how often that was seen. */
  readonly lookup?: Lookup | undefined;
}

/** What a turn wants done besides talking. */
export type Effect = 'erase' | 'export' | 'agree' | 'say_genuine' | 'say_scam';

/** A verdict that somebody says was wrong; without findings and notice when the text was gone. */
export interface Disputed {
  readonly verdict: VerdictName;
  readonly findings: readonly string[];
  readonly notice: Notice | null;
}

/** One exchange: what is said, and what is remembered after it. */
export interface Turn {
  readonly said: readonly Said[];
  readonly state: ConversationState;
  /** Texts to keep for a second look; undefined leaves those that are kept. */
  readonly hold?: readonly NoticeInput[] | undefined;
  readonly effect?: Effect | undefined;
  /** Verdicts that were given in this turn. */
  readonly checked?: readonly Verdict[] | undefined;
  readonly complaint?: Disputed | undefined;
  /** What the message was taken for, for the journal. */
  readonly intent: string;
  readonly verdict: VerdictName | null;
}

/** A turn that says one thing and waits for nothing. */
export function saying(body: ReplyBody, context: TurnContext, intent: string): Turn {
  return { said: [{ body, document: null }], state: { ...context.state, waiting: null }, intent, verdict: null };
}

/** A turn without words. */
export const silent = (context: TurnContext, intent: string): Turn => ({ said: [], state: context.state, intent, verdict: null });

export const EMPTY_STATE: ConversationState = {
  language: null,
  heard: null,
  role: null,
  waiting: null,
  last: null,
  choices: {},
  asked: [],
  told: {},
};

/** A line is not said again within this time. Milliseconds. */
const TOLD_FOR = 10 * 60_000;

/** Says a line unless it was said a moment ago. */
export function sayingOnce(id: string, body: ReplyBody, context: TurnContext): Turn {
  const { state, now } = context;
  const before = state.told[id];
  if (before !== undefined && now - before < TOLD_FOR) return silent(context, id);
  return saying(body, { ...context, state: { ...state, told: { ...state.told, [id]: now } } }, id);
}

/** Of a turn in which nothing was asked and nothing said. */
export const NO_INTENT = 'nothing';

/** Turns one after the other: each goes on from what the one before remembers. */
export function inTurn(context: TurnContext, steps: readonly ((context: TurnContext) => Turn)[]): Turn {
  return steps.reduce<Turn>(
    (before, step) => {
      const next = step({ ...context, state: before.state, held: before.hold ?? context.held });
      return {
        ...next,
        said: [...before.said, ...next.said],
        hold: next.hold ?? before.hold,
        effect: next.effect ?? before.effect,
        checked: [...(before.checked ?? []), ...(next.checked ?? [])],
        complaint: next.complaint ?? before.complaint,
        intent: next.intent === NO_INTENT ? before.intent : next.intent,
        verdict: next.verdict ?? before.verdict,
      };
    },
    silent(context, NO_INTENT),
  );
}
