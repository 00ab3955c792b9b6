import { Hono } from 'hono';
import type { WebContext, WebEnv } from '../context.js';
import { PROBLEMS, type Problem, type ProblemName } from '../problem.js';
import { assetRoutes } from './asset-routes.js';
import { readAssets } from './assets.js';
import { browseRoutes } from './browse-routes.js';
import { checkRoutes } from './check-routes.js';
import { createDesk } from './desk.js';
import type { PagePorts } from './page-ports.js';
import { statePage } from './states.js';

/** The page for people, to be mounted at `/`. */
export interface PageDoor {
  readonly routes: Hono<WebEnv>;
  /** Tells a person what is wrong with a request, where a program is told by `answerProblem`. */
  problem(context: WebContext, problem: Problem): Response | Promise<Response>;
}

/** What people are told; of everything else, that it did not work. */
const STATES: Partial<Record<ProblemName, string>> = {
  'not-found': 'missing',
  'wrong-method': 'missing',
  'too-large': 'too_large',
  'too-many': 'busy',
  busy: 'busy',
};

/**
 * The page for people without a chat network: it checks messages and screenshots, looks things up and lists institutions.
 * It works without scripts; with them it answers in place. It relies on the security headers and limits in front of it.
 */
export function createPage(ports: PagePorts): PageDoor {
  const desk = createDesk(ports, readAssets());
  const routes = new Hono<WebEnv>();
  for (const part of [browseRoutes(desk), checkRoutes(desk), assetRoutes(desk)]) routes.route('/', part);
  return {
    routes,
    problem(context, { name, retryAfter, headers = {} }) {
      const view = desk.view(context);
      const told = { ...headers, ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }) };
      for (const [header, value] of Object.entries(told)) context.header(header, value);
      return desk.answer(context, statePage(view, STATES[name] ?? 'failed'), view, PROBLEMS[name].status);
    },
  };
}
