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

/** What may go wrong on a route, by status. */
export function problems(...names: readonly ProblemName[]) {
  const content = { 'application/problem+json': { schema: ProblemSchema } };
  const described = [...ALWAYS, ...names].map((name) => [PROBLEMS[name].status, { description: PROBLEMS[name].title, content }]);
  return Object.fromEntries(described) as Record<number, { description: string; content: typeof content }>;
}
