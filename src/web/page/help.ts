import { html } from 'hono/html';
import { composeFaq, composeGuide } from '../../reply/help.js';
import type { ReplyBody } from '../../reply/types.js';
import { replyHtml } from './lookup.js';
import type { Html, Page, View } from './view.js';

/** A guide or the answer to a common question; null when there is none. */
function bodyOf(id: string, { registry, settings }: View): ReplyBody | null {
  const guide = registry.help.guide(id);
  if (guide) return composeGuide(guide, registry, settings.language);
  const faq = registry.help.faq(id);
  return faq ? composeFaq(faq, registry, settings.language) : null;
}

/** Other texts that a text leads to, of those that the page can show. */
function nextLinks({ question }: ReplyBody, { registry }: View): Html | '' {
  const links = (question?.buttons ?? []).flatMap(({ id, label }) => {
    const topic = id.startsWith('help:') ? registry.help.topic(id.slice('help:'.length)) : undefined;
    return topic && topic.kind !== 'interview' ? [html`<li><a href="/help/${topic.id}">${label}</a></li>`] : [];
  });
  return links.length === 0
    ? ''
    : html`<nav class="next" aria-label="${question?.text ?? ''}"><p>${question?.text ?? ''}</p><ul>${links}</ul></nav>`;
}

/** What to do in one situation. */
export function helpPage(id: string, view: View): Page | null {
  const body = bodyOf(id, view);
  return (
    body && {
      title: body.headline,
      again: `/help/${id}`,
      place: null,
      body: html`${replyHtml(view, body)}${nextLinks(body, view)}`,
    }
  );
}
