import type { IncomingEvent } from '../../../src/dialogue/events.js';
import type { OutgoingMessage, Responder } from '../../../src/dialogue/messages.js';
import type { Dialogue } from '../../../src/dialogue/types.js';
import type { ReplyBody } from '../../../src/reply/types.js';
import { bodyOf, messageOf } from '../../scripted-dialogue.js';

export const answer = (changes: Partial<ReplyBody> = {}, rest: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  ...messageOf(bodyOf('收到', changes)),
  ...rest,
});

/** A dialogue that answers everybody at the same time, and remembers what could not be delivered. */
export interface AnsweringDialogue extends Dialogue {
  readonly events: IncomingEvent[];
  readonly failures: unknown[];
  /** What an event is answered with. */
  script: (event: IncomingEvent) => readonly OutgoingMessage[];
}

export function answeringDialogue(): AnsweringDialogue {
  const open = new Set<Promise<void>>();
  const dialogue: AnsweringDialogue = {
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
      return work.then(() => 'done');
    },
    lookUp: async (query) => bodyOf(query),
    idle: async () => {
      while (open.size > 0) await Promise.all(open);
    },
  };
  return dialogue;
}
