import type { Clock } from '../../dialogue/ports.js';
import type { Button } from '../../reply/types.js';

/** The buttons of the last question to each person, for as long as a number may stand for one. */
export interface Choices {
  /** Remembers what the numbers mean now. */
  offer(conversation: string, person: string, buttons: readonly Button[]): void;
  /** The button that a text chooses; null when it is no number of an open question. */
  chosen(conversation: string, person: string, text: string): string | null;
}

/** `1`, `１`, `①`, `1.`, `1、`, `选1`, `回复 1`, `1号`. Normalised before: full-width and circled digits are digits. */
const NUMBER = /^(?:回复|选择?|第)?\s*([1-9]\d?)\s*[.。、,)]?\s*(?:个|号|项)?$/;
/** No longer text is a number. */
const LONGEST = 12;
/** Nobody has so many conversations open; the oldest are forgotten first. */
const MOST_OPEN = 5_000;

/** Numbers instead of buttons, which WeChat does not have. Nothing of a message is kept, only ids of buttons. */
export function createChoices(clock: Clock, lifetime: number): Choices {
  const open = new Map<string, { readonly ids: readonly string[]; readonly until: number }>();
  const keyOf = (conversation: string, person: string): string => JSON.stringify([conversation, person]);

  return {
    offer(conversation, person, buttons) {
      const key = keyOf(conversation, person);
      open.delete(key);
      open.set(key, { ids: buttons.map(({ id }) => id), until: clock.now() + lifetime });
      const oldest = open.keys().next().value;
      if (open.size > MOST_OPEN && oldest !== undefined) open.delete(oldest);
    },
    chosen(conversation, person, text) {
      const question = open.get(keyOf(conversation, person));
      if (!question || text.length > LONGEST || clock.now() > question.until) return null;
      const number = NUMBER.exec(text.normalize('NFKC').trim())?.[1];
      return number === undefined ? null : (question.ids[Number(number) - 1] ?? null);
    },
  };
}
