import type { Telegram } from 'telegraf';
import type { Telegram as Methods, Opts } from 'telegraf/types';
import type { Clock } from '../../dialogue/ports.js';
import { failureOf, stopped, TelegramFailure } from './failure.js';

/** Milliseconds that an ordinary call may take: telegraf itself would wait for more than eight minutes. */
const ORDINARY = 30_000;

interface CallLimits {
  /** Milliseconds. */
  readonly timeout?: number;
  /** Ends the call early. */
  readonly signal?: AbortSignal;
}

/** Telegram's methods, each with an end: a call that hangs, or that the channel outlives, fails. */
export interface TelegramApi {
  /** @throws TelegramFailure without the token and without what was sent. */
  call<M extends keyof Methods>(method: M, payload: Opts<M>, limits?: CallLimits): Promise<ReturnType<Methods[M]>>;
  /** Where the bytes of a file are. It holds the token: for fetching only. */
  linkTo(filePath: string): Promise<URL>;
  /** Ended when the channel ends. */
  readonly signal: AbortSignal;
  readonly clock: Clock;
}

type ForeignSignal = NonNullable<NonNullable<Parameters<Telegram['callApi']>[2]>['signal']>;

/** Runs a task that ends at a time limit or with the signal. @throws TelegramFailure */
export async function within<Result>(
  { timeout = ORDINARY, signal }: { timeout?: number | undefined; signal: AbortSignal },
  clock: Clock,
  task: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  if (signal.aborted) throw stopped();
  const limit = new AbortController();
  let late = false;
  const end = (): void => limit.abort();
  const cancel = clock.after(timeout, () => {
    late = true;
    end();
  });
  signal.addEventListener('abort', end, { once: true });
  try {
    return await task(limit.signal);
  } catch (error) {
    if (signal.aborted) throw stopped();
    throw late ? new TelegramFailure('unreachable', `no answer in ${timeout / 1_000} s`) : failureOf(error);
  } finally {
    cancel();
    signal.removeEventListener('abort', end);
  }
}

/** Telegraf's client with time limits, and with failures that may be shown. */
export function createApi(telegram: Telegram, clock: Clock, signal: AbortSignal): TelegramApi {
  return {
    signal,
    clock,
    call: (method, payload, limits = {}) =>
      within({ timeout: limits.timeout, signal: limits.signal ?? signal }, clock, (ended) =>
        // Node's own signal has everything that the client asks of one; only its type is another package's.
        telegram.callApi(method, payload, { signal: ended as unknown as ForeignSignal }),
      ),
    linkTo: (filePath) => telegram.getFileLink({ file_id: '', file_unique_id: '', file_path: filePath }),
  };
}
