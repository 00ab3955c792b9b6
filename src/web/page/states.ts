import { html } from 'hono/html';
import type { PictureFailure } from '../../dialogue/received.js';
import { ownLine } from '../../reply/contacts.js';
import { flatten } from '../../reply/wording.js';
import { callButton } from './call-buttons.js';
import type { Html, Page, View } from './view.js';

/** Something to tell instead of an answer: what happened, and what to do now. */
export function stateHtml({ say }: View, id: string, extra: Html | '' = ''): Html {
  return html`<section class="state state-${id}" tabindex="-1" data-focus><h2>${say(`${id}.title`)}</h2>
<p>${say(`${id}.text`)}</p>${extra}</section>`;
}

/** The official line for whoever is being cheated right now, when the records hold one that may be shown. */
export function urgentLine(view: View): Html | '' {
  const line = ownLine('96110', view.registry, view.settings.language);
  return line ? html`<div class="calls">${callButton(view, line)}</div>` : '';
}

/** Why a picture gave nothing, and what to send instead. */
export function pictureState({ wording }: View, why: PictureFailure): Html {
  const [title = [], ...lines] = wording.lines(`talk.picture.${why}`);
  return html`<section class="state state-picture" role="alert" tabindex="-1" data-focus><h2>${flatten(title)}</h2>${lines.map((line) => html`<p>${flatten(line)}</p>`)}</section>`;
}

/** A page that holds nothing but what happened. */
export function statePage(view: View, id: string): Page {
  return {
    title: view.say(`${id}.title`),
    again: '/',
    place: null,
    body: html`<h1 class="unseen">${view.say('name')}</h1><div id="result">${stateHtml(view, id, id === 'offline' ? urgentLine(view) : '')}</div><p><a class="link-row" href="/">${view.say('nav.check')}</a></p>`,
  };
}

/** What the browser shows by itself while it waits for an answer, or when none comes. */
export function stateTemplates(view: View): Html {
  const { say } = view;
  const retry = html`<p><button type="button" class="main-button" data-retry>${say('retry')}</button></p>`;
  const dismiss = html`<p><button type="button" class="quiet-button" data-dismiss>${say('cancel')}</button></p>`;
  return html`<template id="state-working"><section class="state state-working" aria-busy="true"><h1 data-phase data-sending="${say('working.sending')}" data-reading="${say('working.reading')}" data-checking="${say('working.checking')}">${say('working.checking')}</h1>
<progress class="progress" aria-label="${say('working.progress')}"></progress><p>${say('working.text')}</p>${dismiss}</section></template>
<template id="state-offline">${stateHtml(view, 'offline', retry)}</template>
<template id="state-failed">${stateHtml(view, 'failed', retry)}</template>
<template id="state-busy">${stateHtml(view, 'busy', retry)}</template>
<template id="state-too_large">${stateHtml(view, 'too_large', retry)}</template>`;
}
