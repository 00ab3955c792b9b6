import { createDialogue, type DialogueOptions, type DialoguePorts } from '../../src/dialogue/dialogue.js';
import type { Content, IncomingEvent } from '../../src/dialogue/events.js';
import type { OutgoingMessage } from '../../src/dialogue/messages.js';
import type { JournalEntry } from '../../src/dialogue/ports.js';
import { renderPlainText } from '../../src/reply/plain-text.js';
import { createMemoryStore } from '../../src/store/memory.js';
import { createManualClock } from '../../src/testing/manual-clock.js';
import { recordedRegistry } from '../recorded-registry.js';

/** An engine with a clock to turn, and what it said and noted. */
export function setStage(ports: Partial<DialoguePorts> = {}, options: DialogueOptions = {}) {
  const clock = createManualClock(Date.parse('2026-11-21T12:00:00+08:00'));
  const notes: JournalEntry[] = [];
  const said: OutgoingMessage[] = [];
  let working = 0;
  const registry = recordedRegistry();
  const dialogue = createDialogue(
    {
      registry: () => registry,
      store: createMemoryStore(),
      textFromImage: null,
      clock,
      journal: { note: (entry) => void notes.push(entry) },
      ...ports,
    },
    options,
  );
  let count = 0;

  const event = (content: Content, more: Partial<IncomingEvent> = {}): IncomingEvent => {
    count += 1;
    return {
      id: String(count),
      channel: 'test',
      person: 'mother',
      conversation: 'kitchen',
      isGroup: false,
      isAddressed: true,
      at: clock.now(),
      message: `m${count}`,
      album: null,
      isEdit: false,
      language: null,
      content,
      about: null,
      ...more,
    };
  };

  const responder = {
    say: async (message: OutgoingMessage) => void said.push(message),
    working: () => {
      working += 1;
    },
  };

  return {
    clock,
    notes,
    said,
    dialogue,
    event,
    responder,
    timesWorking: () => working,
    accept: (content: Content, more?: Partial<IncomingEvent>) => dialogue.accept(event(content, more), responder),
    /** Sends, waits for the answers, and returns them as plain text. */
    async send(content: Content, more?: Partial<IncomingEvent>): Promise<string> {
      const before = said.length;
      dialogue.accept(event(content, more), responder);
      await dialogue.idle();
      return said
        .slice(before)
        .map(({ body }) => renderPlainText(body))
        .join('\n');
    },
  };
}

export const typed = (text: string): Content => ({ kind: 'text', text, forwarded: null });
export const forwarded = (text: string): Content => ({ kind: 'text', text, forwarded: { sentAt: null } });
