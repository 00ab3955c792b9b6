import type { z } from '@hono/zod-openapi';
import { ProblemSchema } from './answer-schemas.js';
import { PROBLEMS, type ProblemName } from './problem.js';

/** The answer of a route that went well, for the OpenAPI document. */
export const answers = <T extends z.ZodType>(description: string, schema: T) => ({
  description,
  content: { 'application/json': { schema } },
});

/** Those that every route may give. */
const ALWAYS = ['bad-request', 'unknown-key', 'too-many'] as const satisfies readonly ProblemName[];

const CONTENT = { 'application/problem+json': { schema: ProblemSchema } };

/** What may go wrong on a route, by status. */
export function problems(...names: readonly ProblemName[]) {
  const byStatus: Record<number, { description: string; content: typeof CONTENT }> = {};
  for (const { status, title } of [...ALWAYS, ...names].map((name) => PROBLEMS[name])) {
    const before = byStatus[status];
    byStatus[status] = { description: before ? `${before.description}; ${title}` : title, content: CONTENT };
  }
  return byStatus;
}
