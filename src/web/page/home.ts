import { html } from 'hono/html';
import type { Role } from '../../notice/types.js';
import { lineIcon } from './icons.js';
import { lookupForm } from './lookup.js';
import type { Html, Page, View } from './view.js';

const ROLES: readonly (Role | '')[] = ['', 'relative', 'borrower'];

/** To whom it was sent: what may be asked of whom depends on it. */
export const roleField = ({ say }: View, chosen: Role | null = null): Html =>
  html`<fieldset class="field choices"><legend>${say('role')}</legend>${ROLES.map(
    (role) =>
      html`<label><input type="radio" name="role" value="${role}"${role === (chosen ?? '') ? html` checked` : ''}><span>${say(`role.${role || 'unknown'}`)}</span></label>`,
  )}</fieldset>`;

/** `id` keeps the fields of several forms on one page apart. */
export const senderField = ({ say }: View, id: string, value = ''): Html =>
  html`<div class="field"><label for="${id}">${say('sender')}</label><input id="${id}" name="sender" value="${value}" inputmode="tel" autocomplete="off" maxlength="100" aria-describedby="${id}-hint"><p class="hint" id="${id}-hint">${say('sender.hint')}</p></div>`;

function pictureField({ say }: View): Html {
  return html`<div class="field picture-field" data-pictures><label for="image" class="picture-label">${say('picture')}</label>
<input id="image" name="image" type="file" accept="image/*">
<div class="picture-buttons" hidden><button type="button" class="quiet-button" data-pick="image">${lineIcon('picture')}${say('picture.choose')}</button><button type="button" class="quiet-button" data-pick="camera">${lineIcon('camera')}${say('picture.take')}</button></div>
<div class="chosen" hidden><img alt="${say('picture.chosen')}" width="96" height="96"><p data-name></p><button type="button" class="quiet-button" data-remove>${say('picture.remove')}</button></div></div>`;
}

/** The form for a message. With `text` it holds what was typed before. */
export function checkForm(view: View, text = ''): Html {
  const { say } = view;
  return html`<form class="check-form" method="post" action="/check" enctype="multipart/form-data" data-check>
<div class="field message-field"><label for="text">${say('text')}</label>
<textarea id="text" name="text" rows="5" autocomplete="off" spellcheck="false" placeholder="${say('text.placeholder')}">${text}</textarea></div>
${pictureField(view)}
<details class="more"><summary>${say('more')}</summary>${senderField(view, 'sender')}${roleField(view)}
<div class="field"><label for="received">${say('received')}</label><input id="received" name="received" type="datetime-local"></div></details>
<button class="main-button">${say('check')}</button>
<p class="drop-hint" hidden>${say('drop')}</p>
</form>`;
}

/** Where everything begins: a message to check, or something to look up. */
export function homePage(view: View, problem: Html | '' = ''): Page {
  const { say } = view;
  return {
    title: say('name'),
    again: '/',
    place: 'check',
    body: html`<div id="result">${problem}</div>
<div class="intro"><h1>${say('headline')}</h1><p>${say('intro')}</p></div>
${checkForm(view)}
<section class="aside-look"><h2>${say('lookup.title')}</h2>${lookupForm(view)}<p><a href="/platforms">${lineIcon('list')}${say('platforms.link')}</a></p></section>`,
  };
}
