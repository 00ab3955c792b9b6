import type { IncomingEvent } from '../../../src/dialogue/events.js';
import type { OutgoingMessage, Responder } from '../../../src/dialogue/messages.js';
import type { Journal } from '../../../src/dialogue/ports.js';
import type { Dialogue, Receipt } from '../../../src/dialogue/types.js';
import type { Language, ReplyBody } from '../../../src/reply/types.js';
import { bodyOf, messageOf } from '../../scripted-dialogue.js';

export const messageWith = (headline: string, more: Partial<ReplyBody> = {}): OutgoingMessage =>
  messageOf(bodyOf(headline, more));

const wordsOf = ({ content }: IncomingEvent): string => (content.kind === 'text' ? content.text : content.kind);

type Script = (event: IncomingEvent, responder: Responder) => Promise<void> | void;

/** Says back what was said. */
const echo: Script = (event, responder) => responder.say(messageWith(wordsOf(event)));

/** A dialogue that does as it is told, one thing after the other for each person, and keeps what it was given. */
export class PersonalDialogue implements Dialogue {
  readonly events: IncomingEvent[] = [];
  script: Script = echo;
  found: ReplyBody = bodyOf('查到了');
  readonly lookedUp: [query: string, language: Language][] = [];
  readonly #journal: Journal;
  readonly #tails = new Map<string, Promise<void>>();

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  accept(event: IncomingEvent, responder: Responder): Promise<Receipt> {
    this.events.push(event);
    const before = this.#tails.get(event.person) ?? Promise.resolve();
    const answered = before
      .then(() => this.script(event, responder))
      .catch((error: unknown) =>
        this.#journal.note({ kind: 'failed', channel: event.channel, where: 'delivering', error: String(error) }),
      );
    this.#tails.set(event.person, answered);
    return answered.then(() => 'done');
  }

  async lookUp(query: string, language: Language): Promise<ReplyBody> {
    this.lookedUp.push([query, language]);
    return this.found;
  }

  async idle(): Promise<void> {
    await Promise.all(this.#tails.values());
  }
}
