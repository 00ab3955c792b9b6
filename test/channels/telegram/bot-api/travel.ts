import type { Parameters } from './methods.js';
import { ApiError } from './shapes.js';
import type { Update, World } from './world.js';

interface Webhook {
  readonly url: string;
  readonly secret: string;
  readonly allowed: readonly string[];
}

/** Milliseconds until an update that was not taken is brought again. */
const BROUGHT_AGAIN = 20;

const kindsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : []);

const isWanted = (update: Update, allowed: readonly string[]): boolean =>
  allowed.length === 0 || Object.keys(update).some((kind) => allowed.includes(kind));

/** The chat that an update belongs to; itself when it belongs to none. */
function chatOf(update: Update): unknown {
  const { message } = (update.callback_query ?? {}) as { message?: unknown };
  const said = (message ?? update.message ?? update.edited_message ?? update.my_chat_member ?? {}) as { chat?: { id?: unknown } };
  return said.chat?.id ?? update;
}

/** How updates get to the bot: it polls, or they are brought to its webhook, in each chat one after the other. */
export class Travel {
  readonly #world: World;
  #webhook: Webhook | null = null;
  #poll: AbortController | null = null;
  readonly #busy = new Set<unknown>();
  #allowed: readonly string[] = [];
  /** What the webhook answered, in order. */
  readonly statuses: number[] = [];

  constructor(world: World) {
    this.#world = world;
    world.watch(() => this.#bring());
  }

  get webhook(): Webhook | null {
    return this.#webhook;
  }

  setWebhook({ values }: Parameters): true {
    const url = String(values.url ?? '');
    if (!/^https?:\/\//.test(url)) throw new ApiError(400, 'Bad Request: bad webhook: An HTTPS URL must be provided for webhook');
    this.#webhook = { url, secret: String(values.secret_token ?? ''), allowed: kindsOf(values.allowed_updates) };
    this.#bring();
    return true;
  }

  deleteWebhook({ values }: Parameters): true {
    this.#webhook = null;
    if (values.drop_pending_updates === true) this.#world.confirm(Number.MAX_SAFE_INTEGER);
    return true;
  }

  /** A long poll. A second one ends the first with 409, as Telegram does. */
  async getUpdates({ values }: Parameters, closed: AbortSignal): Promise<Update[]> {
    if (this.#webhook)
      throw new ApiError(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook");
    this.#poll?.abort();
    const mine = new AbortController();
    this.#poll = mine;
    if (Array.isArray(values.allowed_updates)) this.#allowed = kindsOf(values.allowed_updates);
    this.#world.confirm(Number(values.offset ?? 0));
    const ready = (): Update[] =>
      this.#world
        .pending()
        .filter((update) => isWanted(update, this.#allowed))
        .slice(0, Number(values.limit ?? 100));
    await this.#waitFor(() => ready().length > 0, Number(values.timeout ?? 0) * 1_000, mine.signal, closed);
    if (mine.signal.aborted) throw new ApiError(409, 'Conflict: terminated by other getUpdates request');
    return ready();
  }

  async #waitFor(condition: () => boolean, milliseconds: number, ended: AbortSignal, closed: AbortSignal): Promise<void> {
    if (milliseconds === 0 || condition()) return;
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([
      this.#world.until(() => condition() || ended.aborted || closed.aborted),
      new Promise<void>((resolve) => {
        timer = setTimeout(resolve, milliseconds);
        for (const signal of [ended, closed]) signal.addEventListener('abort', () => resolve(), { once: true });
      }),
    ]);
    clearTimeout(timer);
  }

  /** Takes what is waiting to the webhook, each until it is taken; the next one of its chat has to wait for that. */
  #bring(): void {
    if (this.#webhook === null) return;
    for (const update of this.#world.pending()) {
      const chat = chatOf(update);
      if (this.#busy.has(chat)) continue;
      this.#busy.add(chat);
      void this.#bringOne(update).finally(() => {
        this.#busy.delete(chat);
        this.#world.changed();
      });
    }
  }

  async #bringOne(update: Update): Promise<void> {
    const hook = this.#webhook;
    if (!hook) return;
    const status = isWanted(update, hook.allowed) ? await post(hook, update) : 200;
    this.statuses.push(status);
    if (status >= 200 && status < 300) this.#world.taken(update);
    else await new Promise((resolve) => setTimeout(resolve, BROUGHT_AGAIN));
  }
}

async function post({ url, secret }: Webhook, update: Update): Promise<number> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
      body: JSON.stringify(update),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}
