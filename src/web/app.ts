import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestId } from 'hono/request-id';
import { routePath } from 'hono/route';
import { describeError } from '../dialogue/describe-error.js';
import type { OwnData } from '../dialogue/own-data.js';
import { admit } from './access.js';
import { createApi } from './api.js';
import { limitBodies } from './body-limits.js';
import { browserRules, otherSites } from './browser-rules.js';
import { checkRoute } from './check-route.js';
import type { WebContext, WebEnv } from './context.js';
import { documentRoutes } from './document-routes.js';
import { letterRoute } from './letter-route.js';
import { lookupRoute } from './lookup-route.js';
import type { Metrics } from './metrics.js';
import { type OperatorPorts, operatorRoutes } from './operator-routes.js';
import type { PageDoor } from './page/page.js';
import { platformRoutes } from './platform-routes.js';
import type { AccessOptions, Caller, Rates, WebPorts } from './ports.js';
import { answerProblem, type Problem, RequestProblem } from './problem.js';
import { traceRoutes } from './trace-routes.js';

/** What the whole door is built on. */
export interface AppPorts extends WebPorts, OperatorPorts {
  readonly own: OwnData;
  readonly rates: Rates;
  readonly access: AccessOptions;
  /** Other sites whose pages may call the API; `*` for all. */
  readonly origins: readonly string[];
  readonly version: string;
  /** The page at `/`; null: there is none. */
  readonly page: PageDoor | null;
  /** Assistants at `/mcp`; null: they are not served. */
  readonly mcp: ((request: Request, caller: Caller) => Promise<Response>) | null;
}

/** Longer ones are made anew. Characters. */
const LONGEST_REQUEST_ID = 64;

const observe = (metrics: Metrics) =>
  createMiddleware<WebEnv>(async (c, next) => {
    const started = performance.now();
    await next();
    metrics.answered(routePath(c, -1), c.req.method, c.res.status, (performance.now() - started) / 1000);
  });

/** What hono itself refuses. */
function problemOfHono({ status }: HTTPException): Problem {
  if (status === 415)
    return { name: 'wrong-type', detail: 'Send application/json, or multipart/form-data for a picture, as Content-Type.' };
  if (status === 413) return { name: 'too-large', detail: 'Send less.' };
  return { name: 'bad-request', detail: 'The body cannot be read: send JSON in UTF-8, or a complete multipart/form-data.' };
}

type Answering = (c: WebContext, problem: Problem) => Response | Promise<Response>;

/** Where only programs ask. */
const FOR_PROGRAMS = /^\/(?:v1|mcp)(?:\/|$)/;

/** A person is answered with a page, a program with problem+json. */
const answering =
  ({ page }: AppPorts): Answering =>
  (c, problem) => {
    const isPerson = (c.req.header('accept') ?? '').startsWith('text/html') && !FOR_PROGRAMS.test(c.req.path);
    return page !== null && isPerson ? page.problem(c, problem) : answerProblem(c, problem);
  };

const answerError =
  ({ journal }: WebPorts, answer: Answering) =>
  (error: Error, c: WebContext): Response | Promise<Response> => {
    if (error instanceof RequestProblem) return answer(c, error.problem);
    if (error instanceof HTTPException) return answer(c, problemOfHono(error));
    const request = c.get('requestId');
    journal.note({ kind: 'failed', channel: 'web', where: 'answering', error: describeError(error), request });
    return answer(c, {
      name: 'failed',
      detail: 'It is not your fault; come again later, and tell the operator the request_id.',
    });
  };

/** Everything that is served over HTTP but the calls of chat networks. */
export function createWebApp(ports: AppPorts) {
  const app = createApi();
  const answer = answering(ports);
  app.onError(answerError(ports, answer));
  app.notFound((c) => answer(c, { name: 'not-found', detail: 'GET /openapi.json lists what there is; people start at /.' }));

  app.use(requestId({ limitLength: LONGEST_REQUEST_ID }), observe(ports.metrics), browserRules());
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        const allow = methods.join(', ');
        return answer(c as WebContext, { name: 'wrong-method', detail: `Use ${allow}.`, headers: { allow } });
      },
    }),
  );
  if (ports.origins.length > 0) app.use('/v1/*', otherSites(ports.origins));
  app.use(admit(ports.access, ports.rates), limitBodies());

  app.route('/', operatorRoutes(ports));
  app.route('/', checkRoute(ports));
  app.route('/', lookupRoute(ports));
  app.route('/', letterRoute(ports));
  app.route('/', platformRoutes(ports));
  app.route('/', traceRoutes(ports.own));
  app.route('/', documentRoutes(app, ports.version));
  const { mcp, page } = ports;
  if (mcp !== null) app.all('/mcp', (c) => mcp(c.req.raw, c.get('caller')));
  if (page !== null) app.route('/', page.routes);
  return app;
}
