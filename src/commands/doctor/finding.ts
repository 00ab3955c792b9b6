/** `off` is not set up and need not be; `warning` works, but somebody should look at it; `broken` does not work. */
export type State = 'ok' | 'off' | 'warning' | 'broken';

/** What was found of one part of the program. No secret stands in it. */
export interface PartFound {
  readonly part:
    | 'program'
    | 'records'
    | 'configuration'
    | 'home'
    | 'memory'
    | 'port'
    | 'telegram'
    | 'wechat'
    | 'pictures'
    | 'assistants';
  readonly state: State;
  /** One line: what is there. */
  readonly detail: string;
  /** What to write or do; null when there is nothing to do. */
  readonly todo: string | null;
}

/** `ECONNREFUSED`, `28P01`: names of errors, which hold nothing that was sent. */
const CODE = /^[A-Z0-9_]{3,40}$/;

/** The name of what went wrong; errors of connections carry it in their cause, or in the first of several. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'no answer';
  const { code, cause, errors, name } = error as { code?: unknown; cause?: unknown; errors?: unknown; name?: unknown };
  if (typeof code === 'string' && CODE.test(code)) return code;
  if (Array.isArray(errors) && errors.length > 0) return codeOf(errors[0]);
  if (name === 'TimeoutError') return 'no answer in time';
  return cause === undefined ? 'no answer' : codeOf(cause);
}
