import { html } from 'hono/html';
import type { ReplyBody } from '../../reply/types.js';
import { callsHtml } from './call-buttons.js';
import { lineIcon } from './icons.js';
import { lineHtml, sectionHtml } from './pieces.js';
import type { Html, Page, View } from './view.js';

/** Longer is no number, address or name. Characters. */
export const LONGEST_QUERY = 200;

export const lookupForm = ({ say }: View, query = ''): Html =>
  html`<form class="lookup-form" method="get" action="/lookup" role="search"><label for="q">${say('lookup.label')}</label>
<div class="joined"><input id="q" name="q" value="${query}" type="search" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="${LONGEST_QUERY}" required><button class="side-button">${lineIcon('search')}<span>${say('lookup.button')}</span></button></div></form>`;

/** 🔵 on record, ⚪ not on record, 🟠 forged or reported, 🔴 proven fake: the words of the headline say the same. */
const TONES: Readonly<Record<string, string>> = { '🔵': 'consistent', '🟠': 'suspicious', '🔴': 'scam' };

/** Any reply that is no verdict on a message: what was looked up, or what to do. */
export function replyHtml(view: View, body: ReplyBody): Html {
  return html`<article class="card tone-${TONES[body.mark] ?? 'unverified'}" tabindex="-1" data-focus>
<header class="card-head"><h1>${body.headline}</h1>${body.lead.map((line) => html`<p>${lineHtml(line)}</p>`)}</header>
${callsHtml(view, body, 2)}
${body.sections.filter(({ id }) => id !== 'contacts').map((section) => sectionHtml(section, 2))}
<p class="basis">${lineHtml(body.footer)}</p></article>`;
}

export function lookupPage(view: View, query: string, body: ReplyBody | null): Page {
  const { say } = view;
  return {
    title: say('nav.lookup'),
    again: query === '' ? '/lookup' : `/lookup?q=${encodeURIComponent(query)}`,
    place: 'lookup',
    body: html`${body ? '' : html`<div class="intro"><h1>${say('lookup.title')}</h1><p>${say('lookup.intro')}</p></div>`}
${lookupForm(view, query)}
<div id="result">${body ? replyHtml(view, body) : ''}</div>
<p><a class="link-row" href="/platforms">${lineIcon('list')}${say('platforms.link')}</a></p>`,
  };
}
