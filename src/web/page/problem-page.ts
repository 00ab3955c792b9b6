import type { WebContext } from '../context.js';
import { PROBLEMS, type Problem, type ProblemName } from '../problem.js';
import { readAssets } from './assets.js';
import { createDesk } from './desk.js';
import type { PagePorts } from './page-ports.js';
import { statePage } from './states.js';

/** What people are told of a problem; everything else is one that they can do nothing about. */
const STATES: Readonly<Partial<Record<ProblemName, string>>> = {
  'not-found': 'missing',
  'wrong-method': 'missing',
  'too-large': 'too_large',
  'too-many': 'busy',
  busy: 'busy',
};

/** Answers problems of people who use a browser without scripts: what happened, and what to do now. */
export function createProblemPage(ports: PagePorts): (context: WebContext, problem: Problem) => Response | Promise<Response> {
  const desk = createDesk(ports, readAssets());
  return (context, { name, retryAfter, headers = {} }) => {
    const view = desk.view(context);
    for (const [header, value] of Object.entries(headers)) context.header(header, value);
    if (retryAfter !== undefined) context.header('retry-after', String(retryAfter));
    return desk.answer(context, statePage(view, STATES[name] ?? 'failed'), view, PROBLEMS[name].status);
  };
}
