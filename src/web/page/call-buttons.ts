import { html } from 'hono/html';
import { dayIn } from '../../reply/compose.js';
import type { OfficialContact, ReplyBody } from '../../reply/types.js';
import { lineIcon } from './icons.js';
import { type Level, lineHtml, titleHtml } from './pieces.js';
import type { Html, View } from './view.js';

/** An official number to be tapped, with its source and the day it was checked. */
export function callButton({ say, wording }: View, { name, number, tier, source, checked }: OfficialContact): Html {
  const dial = number.replace(/\D/g, '');
  return html`<div class="call"><a class="call-button" href="tel:${dial}">${lineIcon('phone')}<span class="call-name">${name}</span> <span class="call-number">${number}</span></a>
<p class="call-source">${tier === 'likely' ? html`<strong>${say('call.likely')}</strong> ` : ''}${say('call.source', { source, day: dayIn(checked, wording) })}</p></div>`;
}

/** Where to call, under its title; what the reply says of numbers that are not on record comes first. */
export function callsHtml(view: View, { contacts, sections }: ReplyBody, level: Level): Html | '' {
  const section = sections.find(({ id }) => id === 'contacts');
  const untappable = section?.lines.filter((line) => line.every(({ kind }) => kind !== 'official')) ?? [];
  if (contacts.length === 0 && untappable.length === 0) return '';
  return html`<section class="part part-calls">${titleHtml(section?.title ?? view.wording.text('title.contacts'), level)}
${untappable.map((line) => html`<p>${lineHtml(line)}</p>`)}
<div class="calls">${contacts.map((contact) => callButton(view, contact))}</div></section>`;
}
