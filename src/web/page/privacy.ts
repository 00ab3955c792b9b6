import { html } from 'hono/html';
import type { Html, Page, View } from './view.js';

const eraseForm = ({ say }: View): Html =>
  html`<form method="post" action="/privacy"><p>${say('privacy.whose')}</p><button class="main-button">${say('privacy.erase')}</button></form>`;

/** What was removed, when somebody has just asked for it. */
function erasedHtml({ say }: View, erased: number): Html {
  const told = erased > 0 ? say('privacy.erased', { count: String(erased) }) : say('privacy.nothing');
  return html`<section class="state" role="status" tabindex="-1" data-focus><h2>${told}</h2></section>`;
}

/** What is kept of the caller, and a button that removes it; `erased`: how many entries just were. */
export function privacyPage(view: View, erased: number | null): Page {
  const { say } = view;
  const lines = say('privacy.text').split('\n');
  return {
    title: say('privacy.title'),
    again: '/privacy',
    place: null,
    body: html`<div id="result">${erased === null ? '' : erasedHtml(view, erased)}</div>
<article class="card"><header class="card-head"><h1>${say('privacy.title')}</h1></header>
<section class="part"><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></section>
<section class="part">${eraseForm(view)}</section></article>`,
  };
}
