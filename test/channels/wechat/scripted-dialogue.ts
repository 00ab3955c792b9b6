import type { IncomingEvent } from '../../../src/dialogue/events.js';
import type { OutgoingMessage, Responder } from '../../../src/dialogue/messages.js';
import type { Dialogue } from '../../../src/dialogue/types.js';
import type { ReplyBody } from '../../../src/reply/types.js';

export const BODY: ReplyBody = {
  language: 'zh',
  mark: '⚪',
  headline: '收到',
  lead: [],
  sections: [],
  contacts: [],
  question: null,
  asOf: '2026-11-21',
  footer: [],
};

export const answer = (changes: Partial<ReplyBody> = {}, rest: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  body: { ...BODY, ...changes },
  document: null,
  inReplyTo: null,
  ...rest,
});

/** A dialogue that remembers what it was told and answers each event as the script says. */
export interface ScriptedDialogue extends Dialogue {
  readonly events: IncomingEvent[];
  /** What became of answers that could not be delivered. */
  readonly failures: unknown[];
  script: (event: IncomingEvent) => readonly OutgoingMessage[];
}

export function scriptedDialogue(): ScriptedDialogue {
  const open = new Set<Promise<void>>();
  const dialogue: ScriptedDialogue = {
    events: [],
    failures: [],
    script: () => [answer()],
    accept(event: IncomingEvent, responder: Responder) {
      dialogue.events.push(event);
      const work = (async () => {
        for (const message of dialogue.script(event)) await responder.say(message);
      })()
        .catch((error: unknown) => {
          dialogue.failures.push(error);
        })
        .finally(() => open.delete(work));
      open.add(work);
    },
    lookUp: () => BODY,
    idle: async () => {
      while (open.size > 0) await Promise.all(open);
    },
  };
  return dialogue;
}
