import { html } from 'hono/html';
import type { NoticeInput } from '../../notice/types.js';
import { composeReply } from '../../reply/compose.js';
import { shorten } from '../../reply/quote.js';
import type { Reply } from '../../reply/types.js';
import { type Checked, VERDICTS, type Verdict } from '../../verdict/types.js';
import { callsHtml } from './call-buttons.js';
import { inputOf, lettersHtml, tellMore, wrongHtml } from './follow-up.js';
import { partsOf } from './headline.js';
import { checkForm } from './home.js';
import { verdictIcon } from './icons.js';
import { messageHtml } from './message.js';
import { lineHtml, sectionHtml } from './pieces.js';
import { shareHtml } from './share.js';
import type { Html, Page, View } from './view.js';

function headHtml(reply: Reply): Html {
  const { action, verdict } = partsOf(reply);
  return html`<header class="verdict">${verdictIcon(reply.verdict)}<h2>${verdict === null ? '' : html`<span class="verdict-name">${verdict}</span> `}<span class="verdict-action">${action}</span></h2></header>
<div class="lead">${reply.lead.map((line) => html`<p>${lineHtml(line)}</p>`)}</div>`;
}

interface CardOptions {
  readonly id: string;
  readonly input: NoticeInput;
  readonly takesFeedback: boolean;
}

/** The answer to one notice, as a card. */
function cardHtml(verdict: Verdict, view: View, { id, input, takesFeedback }: CardOptions): Html {
  const reply = composeReply(verdict, view.registry, view.settings.language);
  const part = (wanted: string): Html[] =>
    reply.sections.filter((section) => section.id === wanted).map((section) => sectionHtml(section, 3));
  return html`<article class="card answer tone-${reply.verdict}" id="${id}" tabindex="-1" aria-label="${reply.headline}">
${headHtml(reply)}
${callsHtml(view, reply, 3)}
${messageHtml(verdict, view, id)}
${part('why')}${part('conduct')}${part('steps')}${part('checked')}
${tellMore(verdict, view, id, input)}
${lettersHtml(verdict, view, input)}
${shareHtml(verdict, reply, view)}
<footer class="basis"><p>${lineHtml(reply.footer)}</p>${takesFeedback ? wrongHtml(view, input) : ''}</footer>
</article>`;
}

/** Which notices there are, when there are several: the gravest must not hide the others. */
function overview(verdicts: readonly Verdict[], { say, wording }: View): Html | '' {
  if (verdicts.length < 2) return '';
  const items = verdicts.map(({ verdict, notice }, at) => {
    const { start, end } = notice.bodySpan;
    const beginning = shorten(notice.source.slice(start, end));
    const line = wording.line(`each.${verdict}`, { quote: [{ kind: 'quote', text: beginning }] });
    return html`<li class="tone-${verdict}"><a href="#answer-${at + 1}">${verdictIcon(verdict)}<span>${lineHtml(line)}</span></a></li>`;
  });
  return html`<nav class="overview" aria-label="${say('several.nav')}"><p>${say('several', { count: String(verdicts.length) })}</p><ol>${items}</ol></nav>`;
}

const gravity = ({ verdict }: Verdict): number => VERDICTS.indexOf(verdict);

export interface Answered {
  readonly checked: readonly Checked[];
  /** Something that went wrong beside: a picture that could not be read while its text could. */
  readonly problem: Html | '';
  readonly takesFeedback: boolean;
}

/** The answer to everything that was handed in, gravest first. */
export function answerPage(view: View, { checked, problem, takesFeedback }: Answered): Page {
  const { say } = view;
  const verdicts = checked.flatMap(({ notices }) => notices).sort((a, b) => gravity(a) - gravity(b));
  const inputs = verdicts.map((verdict) => inputOf(verdict, verdicts.length === 1));
  const cards = verdicts.map((verdict, at) =>
    cardHtml(verdict, view, { id: `answer-${at + 1}`, input: inputs[at] ?? { text: '' }, takesFeedback }),
  );
  return {
    title: say('answer'),
    again: inputs,
    place: 'check',
    body: html`<div id="result"><h1 class="unseen">${say('answer')}</h1>${problem}
${checked.some(({ truncated }) => truncated) ? html`<p class="remark">${say('truncated')}</p>` : ''}
${overview(verdicts, view)}
<div class="answers" data-focus tabindex="-1">${cards}</div></div>
<section class="another"><h2>${say('another')}</h2>${checkForm(view)}</section>`,
  };
}
