import { html } from 'hono/html';
import { dayIn } from '../../reply/compose.js';
import { againFields, hidden } from './hidden-fields.js';
import { lineIcon, SEAL } from './icons.js';
import { stateTemplates } from './states.js';
import type { Html, Page, View } from './view.js';

/** A language is offered in its own letters. */
const OWN_NAMES = { zh: '中文', en: 'EN' } as const;

/** The switches work without scripts: each is a button that sends the page back as it is to be. */
function switches({ settings, say }: View, again: Page['again']): Html {
  const isLarger = settings.size === 'larger';
  const other = settings.language === 'zh' ? 'en' : 'zh';
  const [action, fields] = typeof again === 'string' ? ['/settings', hidden('back', again)] : ['/check', againFields(again)];
  return html`<form class="switches" method="post" action="${action}" aria-label="${say('settings')}">${fields}
<button name="size" value="${isLarger ? 'normal' : 'larger'}" aria-pressed="${String(isLarger)}" data-switch="size">${say('size')}</button>
<button name="theme" value="dark" class="to-dark" aria-label="${say('theme.dark')}" data-switch="theme">${lineIcon('moon')}</button>
<button name="theme" value="light" class="to-light" aria-label="${say('theme.light')}" data-switch="theme">${lineIcon('sun')}</button>
<button name="lang" value="${other}" lang="${other === 'zh' ? 'zh-Hans' : 'en'}">${OWN_NAMES[other]}</button>
</form>`;
}

function places({ say }: View, place: Page['place']): Html {
  const item = (id: NonNullable<Page['place']>, href: string): Html =>
    html`<li><a href="${href}"${place === id ? html` aria-current="page"` : ''}>${say(`nav.${id}`)}</a></li>`;
  return html`<nav class="places" aria-label="${say('nav')}"><ul>${item('check', '/')}${item('lookup', '/lookup')}${item('platforms', '/platforms')}</ul></nav>`;
}

function head({ settings, assets, say }: View, title: string): Html {
  const { language } = settings;
  const name = say('name');
  return html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="#f5f3ee">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#11161d">
<meta name="description" content="${say('description')}">
<title>${title === name ? name : `${title} · ${name}`}</title>
<link rel="stylesheet" href="${assets.href('page.css')}">
<link rel="icon" href="${assets.href('icon.svg')}" type="image/svg+xml">
<link rel="apple-touch-icon" href="${assets.href('icon-192.png')}">
<link rel="manifest" href="/manifest.webmanifest?lang=${language}">
<script type="module" src="${assets.href('page.js')}"></script>`;
}

function foot({ registry, wording, say }: View): Html {
  const day = dayIn(registry.asOf, wording);
  return html`<footer class="foot"><p>${say('foot.privacy')} <a href="/privacy">${say('privacy.title')}</a></p><p>${say('foot.basis', { day })}</p></footer>`;
}

/** A page as one document. Everything in it was escaped; nothing in it comes from elsewhere. */
export function documentHtml(view: View, { title, body, again, place }: Page): Html {
  const { settings, assets, say } = view;
  return html`<!doctype html>
<html lang="${settings.language === 'zh' ? 'zh-Hans' : 'en'}" data-size="${settings.size}" data-theme="${settings.theme}" data-version="${assets.version}">
<head>
${head(view, title)}
</head>
<body>
<a class="skip" href="#main">${say('skip')}</a>
<header class="top"><a class="brand" href="/">${SEAL}<span>${say('name')}</span></a>${switches(view, again)}${places(view, place)}</header>
<main id="main" tabindex="-1">
${body}
</main>
${foot(view)}
<div id="live" class="unseen" role="status" aria-live="polite"></div>
${stateTemplates(view)}
</body>
</html>`;
}
