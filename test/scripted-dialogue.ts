import type { IncomingEvent } from '../src/dialogue/events.js';
import type { OutgoingMessage, Responder } from '../src/dialogue/messages.js';
import type { Dialogue } from '../src/dialogue/types.js';
import type { ReplyBody } from '../src/reply/types.js';

/** An answer of one line, and whatever else is given. */
export const bodyOf = (headline: string, rest: Partial<ReplyBody> = {}): ReplyBody => ({
  language: 'zh',
  mark: '⚪',
  headline,
  lead: [],
  sections: [],
  contacts: [],
  question: null,
  asOf: '2026-11-21',
  footer: [],
  ...rest,
});

/** The message that answers an event with a body. */
export const messageOf = (body: ReplyBody, event: IncomingEvent | null = null): OutgoingMessage => ({
  body,
  document: null,
  inReplyTo: event?.message ?? null,
});

export interface ScriptedDialogue extends Dialogue {
  /** Everything that was accepted, in its order. */
  readonly events: readonly IncomingEvent[];
}

/** A dialogue that does what a test says, one event after the other, for channels to be tested without the engine. */
export function scriptedDialogue(act: (event: IncomingEvent, responder: Responder) => Promise<void> | void): ScriptedDialogue {
  const events: IncomingEvent[] = [];
  let work: Promise<void> = Promise.resolve();
  return {
    events,
    accept(event, responder) {
      events.push(event);
      work = work.then(() => act(event, responder));
      return work.then(() => 'done');
    },
    lookUp: async (query, language) => bodyOf(query, { language }),
    idle: () => work,
  };
}
