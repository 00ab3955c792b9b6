import { html } from 'hono/html';
import { lettersFor } from '../../letters/fitting-letters.js';
import { letterQuestions } from '../../letters/questions.js';
import type { NoticeInput } from '../../notice/types.js';
import type { Verdict } from '../../verdict/types.js';
import { roleField, senderField } from './home.js';
import { lineIcon } from './icons.js';
import { againFields } from './layout.js';
import { factsFor } from './letter.js';
import type { Html, View } from './view.js';

/** What is said of one notice when it is handed in again. */
export function inputOf({ notice }: Verdict, alone: boolean): NoticeInput {
  const { start, end } = notice.bodySpan;
  return {
    text: alone ? notice.source : notice.source.slice(start, end),
    sender: notice.sender?.raw,
    receivedAt: notice.receivedAt ?? undefined,
    role: notice.role ?? undefined,
  };
}

const hidden = (name: string, value: string): Html => html`<input type="hidden" name="${name}" value="${value}">`;

/** What a reader may have done by now, and the guide for it. */
const ACTED = { 'i-paid': 'already-paid', 'i-clicked': 'already-clicked', 'i-told-a-code': 'told-a-code' } as const;

/** Whoever has paid or told a code needs the next minutes more than anything else. */
function actedLinks({ registry, wording, say }: View): Html {
  const links = Object.entries(ACTED)
    .filter(([, guide]) => registry.help.guide(guide))
    .map(([button, guide]) => html`<li><a class="link-row" href="/help/${guide}">${wording.text(`button.${button}`)}</a></li>`);
  return html`<div class="acted"><p>${say('acted')}</p><ul>${links}</ul></div>`;
}

/** Who sent it and to whom: the same message once more, with what would help most. */
export function tellMore(verdict: Verdict, view: View, id: string, input: NoticeInput): Html | '' {
  if (verdict.verdict === 'not_a_notice') return '';
  const { say } = view;
  return html`<section class="part part-more"><h3>${say('tell_more')}</h3>${actedLinks(view)}
<form method="post" action="/check" data-check>${hidden('text', input.text)}${hidden('received', input.receivedAt ?? '')}
${senderField(view, `${id}-sender`, input.sender ?? '')}${roleField(view, verdict.notice.role)}<button class="quiet-button">${say('check_again')}</button></form></section>`;
}

/** Questions of the letters that fit, each with “not sure” first: nobody has to answer them. */
function questionsFor(verdict: Verdict, { registry, settings }: View): Html[] {
  const facts = factsFor(verdict);
  const asked = new Map(
    lettersFor(facts, registry).flatMap((letter) =>
      letterQuestions(letter, facts, registry, settings.language).map((question) => [question.id, question] as const),
    ),
  );
  return [...asked.values()].map(
    ({ id, ask, choices }) =>
      html`<label class="field"><span>${ask}</span><select name="${id}">${[...choices.slice(-1), ...choices.slice(0, -1)].map((choice) => html`<option value="${choice.id}">${choice.label}</option>`)}</select></label>`,
  );
}

/** Complaints that fit, each opened ready to print. */
export function lettersHtml(verdict: Verdict, view: View, input: NoticeInput): Html | '' {
  const { registry, settings, say } = view;
  const letters = lettersFor(factsFor(verdict), registry);
  if (letters.length === 0) return '';
  const questions = questionsFor(verdict, view);
  return html`<section class="part part-letters"><h3>${say('letters')}</h3><p>${say('letters.text')}</p>
<form method="post" action="/letter" target="_blank">${againFields([input])}
${questions.length > 0 ? html`<details class="more"><summary>${say('letters.more')}</summary>${questions}</details>` : ''}
<ul class="letters">${letters.map((letter) => html`<li><button class="row-button" name="to" value="${letter}">${lineIcon('letter')}<span>${registry.letters.get(letter)?.name[settings.language] ?? letter}</span></button></li>`)}</ul></form></section>`;
}

/** Somebody says that the answer is wrong. What leads to it is kept, the message is not. */
export const wrongHtml = ({ say }: View, input: NoticeInput): Html =>
  html`<form class="wrong" method="post" action="/wrong" data-wrong>${againFields([input])}<p>${say('wrong.ask')} <button class="text-button">${say('wrong')}</button></p></form>`;
