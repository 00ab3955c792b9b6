import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { WebContext } from './context.js';

/**
 * Everything that can be wrong with a request, by the name that programs tell it by. `title` never changes with the request;
 * what to send instead stands in the detail of each.
 */
export const PROBLEMS = {
  'bad-request': { status: 400, title: 'The request cannot be read' },
  'unknown-key': { status: 401, title: 'The API key is not known' },
  'not-for-you': { status: 403, title: 'This is for the operator of the server' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'wrong-method': { status: 405, title: 'This address does not take that method' },
  'too-large': { status: 413, title: 'The body is too large' },
  'wrong-type': { status: 415, title: 'The body is of a type that is not taken' },
  invalid: { status: 422, title: 'The request is understood, but something in it is wrong' },
  'unreadable-picture': { status: 422, title: 'Nothing could be read in the picture' },
  'too-many': { status: 429, title: 'Too many requests' },
  failed: { status: 500, title: 'Something went wrong here' },
  'no-reader': { status: 501, title: 'This server does not read pictures' },
  busy: { status: 503, title: 'Too much at once' },
} as const satisfies Record<string, { status: ContentfulStatusCode; title: string }>;

export type ProblemName = keyof typeof PROBLEMS;

/** One thing that is wrong with a field. */
export interface FieldError {
  readonly field: string;
  readonly detail: string;
}

/** What is wrong with one request, and what to send instead. */
export interface Problem {
  readonly name: ProblemName;
  /** A sentence or two for whoever wrote the program. Never holds what was sent. */
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  /** Seconds after which to come again. */
  readonly retryAfter?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown by handlers; answered by `answerProblem`. */
export class RequestProblem extends Error {
  override readonly name = 'RequestProblem';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.name);
    this.problem = problem;
  }
}

/** Where the page about the API explains a problem; its address is the problem's type. */
export const problemAnchor = (name: ProblemName): string => `problem-${name}`;

/** An answer of RFC 9457. */
export function answerProblem(c: WebContext, { name, detail, errors, retryAfter, headers = {} }: Problem): Response {
  const { status, title } = PROBLEMS[name];
  const body = {
    type: `/docs#${problemAnchor(name)}`,
    title,
    status,
    detail,
    ...(errors ? { errors } : {}),
    ...(retryAfter === undefined ? {} : { retry_after: retryAfter }),
    request_id: c.get('requestId'),
  };
  return c.body(JSON.stringify(body), status, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    ...headers,
  });
}
