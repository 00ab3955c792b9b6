import type { Parameters } from './methods.js';

/** What goes wrong with a call. */
export type Fault =
  /** Telegram, or something in front of it, says no. */
  | {
      readonly kind: 'error';
      readonly code: number;
      readonly description: string;
      readonly parameters?: Readonly<Record<string, number>>;
    }
  /** The connection breaks before anything is done. */
  | { readonly kind: 'drop' }
  /** The connection breaks after everything is done: the bot never learns that it worked. */
  | { readonly kind: 'lose' }
  /** No answer, ever. */
  | { readonly kind: 'hang' }
  /** A page in place of an answer. */
  | { readonly kind: 'page'; readonly code: number };

export const tooManyRequests = (seconds: number): Fault => ({
  kind: 'error',
  code: 429,
  description: `Too Many Requests: retry after ${seconds}`,
  parameters: { retry_after: seconds },
});

export const conflict: Fault = {
  kind: 'error',
  code: 409,
  description: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
};

export const serverError: Fault = { kind: 'error', code: 502, description: 'Bad Gateway' };

interface Planned {
  readonly method: string;
  readonly fault: Fault;
  readonly chat: number | null;
  left: number;
}

/** Faults that wait for their call. */
export class Faults {
  readonly #planned: Planned[] = [];

  /** The next so many calls of a method fail; of one chat only when it is given. */
  plan(method: string, fault: Fault, times: number, chat: number | null): void {
    this.#planned.push({ method, fault, chat, left: times });
  }

  /** Nothing fails any more that has not failed yet. */
  clear(): void {
    this.#planned.length = 0;
  }

  next(method: string, { values }: Parameters): Fault | null {
    const found = this.#planned.find(
      (planned) =>
        planned.left > 0 && planned.method === method && (planned.chat === null || planned.chat === Number(values.chat_id)),
    );
    if (!found) return null;
    found.left -= 1;
    return found.fault;
  }
}
