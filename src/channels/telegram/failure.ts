import { TelegramError } from 'telegraf';

/**
 * What a call can come to, as far as it is treated differently: the token is wrong, somebody else polls, slow down, no
 * answer, nobody to write to any more, the group has a new id, the mark-up is wrong, anything else that Telegram says
 * no to, and the end of the channel.
 */
export type FailureKind = 'token' | 'conflict' | 'flood' | 'unreachable' | 'gone' | 'moved' | 'markup' | 'refused' | 'stopped';

interface Details {
  /** How long Telegram asks to wait, in milliseconds. */
  readonly retryAfter?: number;
  /** The id that the chat has now. */
  readonly movedTo?: number;
}

/**
 * A call to Telegram failed. The message holds no token, no address and nothing of what was sent; the error that lies
 * behind it holds all three and is therefore not kept as its cause.
 */
export class TelegramFailure extends Error {
  /** With its kind: who may not show the message of an error shows its name. */
  override readonly name: string;
  readonly kind: FailureKind;
  readonly retryAfter: number | null;
  readonly movedTo: number | null;

  constructor(kind: FailureKind, message: string, { retryAfter, movedTo }: Details = {}) {
    super(message);
    this.name = `TelegramFailure(${kind})`;
    this.kind = kind;
    this.retryAfter = retryAfter ?? null;
    this.movedTo = movedTo ?? null;
  }
}

export const stopped = (): TelegramFailure => new TelegramFailure('stopped', 'the channel was stopped');

/** When Telegram says 429 without a time. */
const USUAL_RETRY_AFTER = 5_000;

const LONGEST_DESCRIPTION = 120;

const MARKUP = /can't parse entities|can't find end of the entity|can't find end tag|unsupported start tag|ENTITY_/i;

/** Answers of 400 that mean the same as 403: nobody there can be written to. */
const GONE =
  /chat not found|user not found|user is deactivated|group chat was deactivated|not enough rights|have no rights|need administrator rights|bot is not a member|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|PEER_ID_INVALID|USER_IS_BLOCKED|TOPIC_CLOSED/i;

function kindOf({ code, description, parameters }: TelegramError): FailureKind {
  if (parameters?.migrate_to_chat_id !== undefined) return 'moved';
  if (code >= 500) return 'unreachable';
  // A token that has not even the form of one is answered with 404.
  if (code === 401 || code === 404) return 'token';
  if (code === 409) return 'conflict';
  if (code === 429) return 'flood';
  if (code === 403 || GONE.test(description)) return 'gone';
  return MARKUP.test(description) ? 'markup' : 'refused';
}

/** Telegram quotes what it could not read; the quotation is left out. */
function saidBy({ code, description }: TelegramError): string {
  const said = description.replace(/\s["'“«<][\s\S]*$/, '').replace(/[^\w ,:'.()-]/g, '');
  return `${code} ${said.slice(0, LONGEST_DESCRIPTION)}`.trim();
}

function refusal(error: TelegramError): TelegramFailure {
  const kind = kindOf(error);
  const retryAfter = error.parameters?.retry_after;
  const movedTo = error.parameters?.migrate_to_chat_id;
  return new TelegramFailure(kind, saidBy(error), {
    ...(kind === 'flood' ? { retryAfter: retryAfter === undefined ? USUAL_RETRY_AFTER : retryAfter * 1_000 } : {}),
    ...(movedTo === undefined ? {} : { movedTo }),
  });
}

/** `ECONNREFUSED`, `invalid-json`: names from Node and from the HTTP client, which know nothing of the address. */
const TROUBLE = /^[A-Za-z_-][\w-]{1,40}$/;

function troubleIn(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const { code, type, cause } = error as { code?: unknown; type?: unknown; cause?: unknown };
  const named = [code, type].find((name) => typeof name === 'string' && TROUBLE.test(name));
  return typeof named === 'string' ? named : troubleIn(cause);
}

/** What went wrong, without the token that errors of the HTTP client carry in their address. */
export function failureOf(error: unknown): TelegramFailure {
  if (error instanceof TelegramFailure) return error;
  if (error instanceof TelegramError) return refusal(error);
  return new TelegramFailure('unreachable', troubleIn(error) ?? 'no answer');
}
