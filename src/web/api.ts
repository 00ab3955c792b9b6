import { OpenAPIHono } from '@hono/zod-openapi';
import type { WebEnv } from './context.js';
import { answerProblem, type FieldError } from './problem.js';

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

const fieldError = ({ path, message }: Issue): FieldError => ({ field: path.map(String).join('.'), detail: message });

/** Routes that are written down in the OpenAPI document, and that answer what does not fit it with a problem. */
export const createApi = (): OpenAPIHono<WebEnv> =>
  new OpenAPIHono<WebEnv>({
    defaultHook: (result, c) => {
      if (result.success) return;
      const errors = result.error.issues.map(fieldError);
      return answerProblem(c, { name: 'invalid', detail: errors.map(({ detail }) => detail).join(' '), errors });
    },
  });
