import { html } from 'hono/html';
import { lettersFor } from '../../letters/fitting-letters.js';
import { PLATFORM_KINDS, type PlatformKind } from '../../registry/records.js';
import type { Contact, Platform } from '../../registry/types.js';
import { dayIn } from '../../reply/compose.js';
import { linesToCall, sourceOf } from '../../reply/contacts.js';
import { nameIn } from '../../reply/names.js';
import { callButton } from './call-buttons.js';
import { lineIcon } from './icons.js';
import { factsAbout } from './letter.js';
import { lookupForm } from './lookup.js';
import type { Html, Page, View } from './view.js';

const nameOf = (platform: Platform, { registry, settings }: View): string => nameIn(settings.language, platform.name, registry);

/** Collectors are looked up, not recommended: a list would read as one. */
const isListed = ({ kind, status }: Platform): boolean => kind !== 'collector' && status !== 'closed';

function kindSection(kind: PlatformKind, platforms: readonly Platform[], view: View): Html {
  const collator = new Intl.Collator(view.settings.language === 'zh' ? 'zh-Hans-u-co-pinyin' : 'en');
  const named = platforms.map((platform) => ({ id: platform.id, name: nameOf(platform, view) }));
  named.sort((a, b) => collator.compare(a.name, b.name));
  return html`<section class="kind" id="kind-${kind}"><h2>${view.wording.text(`lookup.kind.${kind}`)} <span class="count">${platforms.length}</span></h2>
<ul class="names">${named.map(({ id, name }) => html`<li><a href="/platforms/${id}">${name}</a></li>`)}</ul></section>`;
}

/** Every institution on record, by kind. */
export function platformsPage(view: View): Page {
  const { registry, say, wording } = view;
  const listed = registry.platforms().filter(isListed);
  const kinds = PLATFORM_KINDS.map((kind) => ({ kind, platforms: listed.filter((platform) => platform.kind === kind) })).filter(
    ({ platforms }) => platforms.length > 0,
  );
  return {
    title: say('nav.platforms'),
    again: '/platforms',
    place: 'platforms',
    body: html`<div class="intro"><h1>${say('platforms.title')}</h1><p>${say('platforms.intro', { count: String(listed.length) })}</p></div>
${lookupForm(view)}
<nav class="kinds" aria-label="${say('platforms.kinds')}"><ul>${kinds.map(({ kind }) => html`<li><a href="#kind-${kind}">${wording.text(`lookup.kind.${kind}`)}</a></li>`)}</ul></nav>
${kinds.map(({ kind, platforms }) => kindSection(kind, platforms, view))}`,
  };
}

const isShowable = ({ status, tier }: Contact): boolean => status === 'current' && tier !== 'unverified';

function siteHtml(contact: Contact, { wording, say }: View): Html {
  const source = say('call.source', { source: sourceOf(contact, wording), day: dayIn(contact.checked, wording) });
  return html`<li><a href="https://${contact.value}/" rel="noreferrer" target="_blank">${contact.value}</a>
<p class="call-source">${contact.tier === 'likely' ? html`<strong>${say('call.likely')}</strong> ` : ''}${source}</p></li>`;
}

function sitesHtml(platform: Platform, view: View): Html | '' {
  const sites = platform.contacts.filter((contact) => contact.kind === 'host' && isShowable(contact));
  return sites.length === 0
    ? ''
    : html`<section class="part"><h2>${view.say('platform.sites')}</h2><ul class="sites">${sites.map((site) => siteHtml(site, view))}</ul></section>`;
}

function facts(platform: Platform, view: View): Html {
  const { registry, wording, say } = view;
  const parent = platform.partOf === null ? undefined : registry.platform(platform.partOf);
  const rows: (readonly [string, Html | string])[] = [
    [say('platform.kind'), wording.text(`lookup.kind.${platform.kind}`)],
    ...(platform.operator ? [[say('platform.operator'), platform.operator] as const] : []),
    ...(parent ? [[say('platform.parent'), html`<a href="/platforms/${parent.id}">${nameOf(parent, view)}</a>`] as const] : []),
    ...(platform.aliases.length > 0
      ? [[say('platform.aliases'), platform.aliases.join(wording.text('list.join'))] as const]
      : []),
  ];
  return html`<dl class="facts">${rows.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** Complaints about it that somebody may write without a message at hand. */
function lettersAbout(platform: Platform, { registry, settings, say }: View): Html | '' {
  const letters = lettersFor(factsAbout(platform), registry);
  const items = letters.map(
    (id) =>
      html`<li><a class="row-button" href="/letter?to=${id}&amp;platform=${platform.id}" target="_blank">${lineIcon('letter')}<span>${registry.letters.get(id)?.name[settings.language] ?? id}</span></a></li>`,
  );
  return letters.length === 0
    ? ''
    : html`<section class="part part-letters"><h2>${say('platform.letters')}</h2><p>${say('platform.letters.text')}</p><ul class="letters">${items}</ul></section>`;
}

/** One institution: how it is really reached, who says so, and when that was checked. */
export function platformPage(view: View, platform: Platform): Page {
  const { registry, settings, wording, say } = view;
  const name = nameOf(platform, view);
  const lines = linesToCall(platform, registry, settings.language);
  const status =
    platform.status === 'active' ? '' : html`<p class="remark">${wording.text(`lookup.record.${platform.status}`)}</p>`;
  const calls =
    lines.length > 0
      ? html`<div class="calls">${lines.map((line) => callButton(view, line))}</div>`
      : html`<p>${wording.text('contact.none', { platform: name })}</p>`;
  return {
    title: name,
    again: `/platforms/${platform.id}`,
    place: 'platforms',
    body: html`<p><a class="link-row" href="/platforms">${lineIcon('back')}${say('platforms.back')}</a></p>
<article class="card"><header class="card-head"><h1>${name}</h1>${status}</header>
<section class="part part-calls"><h2>${wording.text('title.contacts')}</h2>${calls}<p class="hint">${say('platform.caller')}</p></section>
${sitesHtml(platform, view)}
<section class="part"><h2>${say('platform.facts')}</h2>${facts(platform, view)}</section>
${lettersAbout(platform, view)}</article>`,
  };
}
