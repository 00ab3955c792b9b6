import { personOfConversation } from '../dialogue/person.js';
import type { ConversationStore } from '../dialogue/ports.js';
import type { ConversationState } from '../dialogue/state.js';

/** Conversations that are remembered at once; those that were quiet for longest make room. */
const MOST_CONVERSATIONS = 50_000;

interface Entry {
  readonly state: ConversationState;
  readonly expiresAt: number;
}

/** Remembers conversations in memory, until the process ends. */
export function createMemoryStore(): ConversationStore {
  const entries = new Map<string, Entry>();
  const ofPerson = (person: string): [string, Entry][] => [...entries].filter(([key]) => personOfConversation(key) === person);
  return {
    async read(key, now) {
      const entry = entries.get(key);
      if (!entry) return null;
      if (entry.expiresAt > now) return entry.state;
      entries.delete(key);
      return null;
    },
    async write(key, state, expiresAt) {
      // Deleted first, so that the map stays in the order of the last message.
      entries.delete(key);
      entries.set(key, { state, expiresAt });
      if (entries.size > MOST_CONVERSATIONS) {
        const [quietest] = entries.keys();
        if (quietest !== undefined) entries.delete(quietest);
      }
    },
    async erase(key) {
      const own = ofPerson(personOfConversation(key));
      for (const [one] of own) entries.delete(one);
      return own.length;
    },
    export: async (person) =>
      ofPerson(person).map(([, { state, expiresAt }]) => ({ state: JSON.stringify(state), expires_at: expiresAt })),
  };
}
