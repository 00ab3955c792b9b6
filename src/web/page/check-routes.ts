import { Hono } from 'hono';
import { checkNotices } from '../../checker.js';
import { keyOfPerson } from '../../dialogue/person.js';
import type { PictureFailure } from '../../dialogue/received.js';
import { fingerprintOf, templateOf } from '../../notice/fingerprint.js';
import type { NoticeInput } from '../../notice/types.js';
import type { Checked, Verdict } from '../../verdict/types.js';
import type { WebContext, WebEnv } from '../context.js';
import { answerPage } from './answer.js';
import { type Asked, readAsked } from './asked.js';
import type { Desk } from './desk.js';
import { homePage } from './home.js';
import { lean } from './lean.js';
import { factsAbout, factsFor, letterDocument, letterNamed } from './letter.js';
import { pictureState, stateHtml, statePage } from './states.js';
import type { Page, View } from './view.js';

interface Outcome {
  readonly checked: readonly Checked[];
  readonly failure: PictureFailure | null;
}

/** Everything that was handed in, checked: each text, and the notices that the picture shows. */
async function checkAll({ inputs, picture, given }: Asked, desk: Desk, context: WebContext): Promise<Outcome> {
  const { checking } = desk.ports;
  const caller = context.get('caller');
  const checked: Checked[] = [];
  for (const input of inputs) checked.push(await checking.check(input, caller));
  if (picture === null) return { checked, failure: null };
  const bytes = new Uint8Array(await picture.arrayBuffer());
  const read = await checking.checkPicture(bytes, given, caller);
  return read.kind === 'checked' ? { checked: [...checked, read.checked], failure: null } : { checked, failure: read.why };
}

/** The form again, and above it what was missing. */
const nothingGiven = (view: View): Page => homePage(view, stateHtml(view, 'empty'));

function pageFor({ checked, failure }: Outcome, view: View, takesFeedback: boolean): Page {
  const problem = failure === null ? '' : pictureState(view, failure);
  return checked.length === 0 ? homePage(view, problem) : answerPage(view, { checked, problem, takesFeedback });
}

/** A picture that gave nothing is answered with what to send instead; too many at once is for now only. */
const statusFor = ({ checked, failure }: Outcome): 200 | 422 | 503 =>
  checked.length > 0 || failure === null ? 200 : failure === 'busy' ? 503 : 422;

async function check(context: WebContext, desk: Desk, how: { readonly shared: boolean }): Promise<Response> {
  const asked = await readAsked(context, how);
  const view = desk.view(context, asked.chosen);
  if (asked.inputs.length === 0 && asked.picture === null) return desk.answer(context, nothingGiven(view), view, 400);
  const outcome = await checkAll(asked, desk, context);
  return desk.answer(context, pageFor(outcome, view, desk.ports.own.feedback !== null), view, statusFor(outcome));
}

/** The gravest verdict on what a form of an answer hands in again; null when it hands in nothing. Leaves no trace. */
function verdictOn(inputs: readonly NoticeInput[], desk: Desk): Verdict | null {
  return inputs.length === 0 ? null : checkNotices(inputs, desk.ports.registry()).gravest;
}

async function writeLetter(context: WebContext, desk: Desk): Promise<Response> {
  const { inputs, fields, chosen } = await readAsked(context);
  const view = desk.view(context, chosen);
  const id = letterNamed(fields.to ?? '');
  const verdict = verdictOn(inputs, desk);
  if (id === null || verdict === null) return desk.answer(context, nothingGiven(view), view, 400);
  context.header('cache-control', 'no-store');
  return context.html(letterDocument(id, factsFor(verdict), view, fields));
}

async function takeFeedback(context: WebContext, desk: Desk): Promise<Response> {
  const { own, clock } = desk.ports;
  const { feedback } = own;
  const { inputs, chosen } = await readAsked(context);
  const view = desk.view(context, chosen);
  const verdict = verdictOn(inputs, desk);
  if (feedback === null || verdict === null) return desk.answer(context, nothingGiven(view), view, 400);
  await feedback.record({
    person: keyOfPerson(context.get('caller')),
    verdict: verdict.verdict,
    findings: verdict.findings.map(({ id }) => id),
    fingerprint: fingerprintOf(verdict.notice),
    template: templateOf(verdict.notice),
    now: clock.now(),
  });
  return desk.answer(context, statePage(view, 'thanks'), view);
}

/** A letter about an institution, without a message: whatever is not known is a blank. */
function blankLetter(context: WebContext, desk: Desk): Response | Promise<Response> {
  const id = letterNamed(context.req.query('to') ?? '');
  const platform = desk.ports.registry().platform(context.req.query('platform') ?? '');
  if (id === null || !platform) return context.redirect('/', 303);
  const view = desk.view(context);
  context.header('cache-control', 'private, no-cache');
  return context.html(letterDocument(id, factsAbout(platform), view, {}));
}

/** Checking by form and from the share menu, and what follows on an answer. Somebody who reloads begins anew. */
export function checkRoutes(desk: Desk): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  for (const path of ['/check', '/share', '/wrong']) routes.get(path, (context) => context.redirect('/', 303));
  routes.get('/letter', lean, (context) => blankLetter(context, desk));
  routes.post('/check', lean, (context) => check(context, desk, { shared: false }));
  routes.post('/share', lean, (context) => check(context, desk, { shared: true }));
  routes.post('/letter', lean, (context) => writeLetter(context, desk));
  routes.post('/wrong', lean, (context) => takeFeedback(context, desk));
  return routes;
}
