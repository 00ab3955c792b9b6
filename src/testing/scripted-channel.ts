import type { Channel } from '../channels/types.js';
import type { IncomingEvent } from '../dialogue/events.js';
import type { OutgoingMessage } from '../dialogue/messages.js';
import type { Clock } from '../dialogue/ports.js';
import type { Dialogue } from '../dialogue/types.js';

/** What a scripted channel tells of an answer. */
export interface Seen {
  answered(event: IncomingEvent, message: OutgoingMessage): void;
  working(event: IncomingEvent): void;
}

/** A channel without a network: events are handed to it, and answers are handed on. */
export interface ScriptedChannel extends Channel {
  /** Delivers an event as a network would. Before `start` and after `stop` it is dropped. */
  deliver(event: IncomingEvent): void;
}

/** A channel over a dialogue that draws nothing and hands every answer to `seen`. */
export function createScriptedChannel(dialogue: Dialogue, clock: Clock, seen: Seen): ScriptedChannel {
  let state: 'starting' | 'up' | 'down' = 'starting';
  let since = clock.now();
  const become = (next: typeof state): void => {
    if (state !== next) since = clock.now();
    state = next;
  };

  return {
    name: 'script',
    start: async () => become('up'),
    async stop() {
      become('down');
      await dialogue.idle();
    },
    health: () => ({ state, detail: state === 'down' ? 'stopped' : '', since }),
    deliver(event) {
      if (state !== 'up') return;
      dialogue.accept(event, {
        say: async (message) => seen.answered(event, message),
        working: () => seen.working(event),
      });
    },
  };
}
