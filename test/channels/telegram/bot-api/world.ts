import { autoLinks } from './auto-links.js';
import type { Call, Chat, Entity, IncomingMessage, SentMessage, User } from './shapes.js';

export interface StoredFile {
  readonly bytes: Uint8Array;
  /** What `getFile` says; differs from the true size only in tests. */
  readonly size: number;
  readonly path: string;
}

export interface Update {
  readonly update_id: number;
  readonly [kind: string]: unknown;
}

type Listener = () => void;

/** All that the server knows: who there is, what was said, and what the bot has not fetched yet. */
export class World {
  readonly chats = new Map<number, Chat>();
  readonly blocked = new Set<number>();
  readonly files = new Map<string, StoredFile>();
  readonly sent: SentMessage[] = [];
  readonly calls: Call[] = [];
  /** What people said, by chat and message, so that the bot can point at it. */
  readonly said = new Map<string, IncomingMessage>();
  readonly bot: User;
  readonly now: () => number;

  #messageId = 100;
  #updateId: number;
  #pending: Update[] = [];
  readonly #listeners = new Set<Listener>();

  constructor(bot: User, firstUpdate: number, now: () => number) {
    this.bot = bot;
    this.#updateId = firstUpdate;
    this.now = now;
  }

  nextMessageId(): number {
    this.#messageId += 1;
    return this.#messageId;
  }

  /** Queues what happened; the answer is its number. */
  push(happening: Readonly<Record<string, unknown>>): number {
    const id = this.#updateId;
    this.#updateId += 1;
    this.pushAs(id, happening);
    return id;
  }

  /** The same under a number of one's own: for what comes twice or in the wrong order. */
  pushAs(id: number, happening: Readonly<Record<string, unknown>>): void {
    this.#pending.push({ update_id: id, ...happening });
    this.changed();
  }

  pending(): readonly Update[] {
    return this.#pending;
  }

  /** Forgets what the bot has, as `offset` says. */
  confirm(offset: number): void {
    const before = this.#pending.length;
    if (offset > 0) this.#pending = this.#pending.filter(({ update_id: id }) => id >= offset);
    if (this.#pending.length !== before) this.changed();
  }

  /** Forgets one update that was brought and taken. */
  taken(update: Update): void {
    this.#pending = this.#pending.filter((other) => other !== update);
  }

  /** Tells everybody who waits that something is different. */
  changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  /** Calls back after everything that happens. */
  watch(listener: Listener): void {
    this.#listeners.add(listener);
  }

  /** Settles when the condition holds; looked at again after everything that happens. */
  async until(condition: () => boolean): Promise<void> {
    if (condition()) return;
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (!condition()) return;
        this.#listeners.delete(look);
        resolve();
      };
      this.#listeners.add(look);
    });
  }

  seconds(): number {
    return Math.floor(this.now() / 1_000);
  }
}

/** What Telegram marks in the words of a person: the same that it makes tappable. */
export const markedIn = (text: string): Entity[] => autoLinks(text);
