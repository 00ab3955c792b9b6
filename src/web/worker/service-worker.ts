/**
 * Shows a page of our own when there is no network. It keeps the style and that page, and never an answer: what was
 * checked is nobody's to find on a phone.
 */
const worker = self as unknown as ServiceWorkerGlobalScope;

/** Changes with every release of the page; it stands in the address that this was registered by. */
const VERSION = new URL(worker.location.href).searchParams.get('v') ?? '';
const CACHE = `page-${VERSION}`;
const OFFLINE = { zh: '/offline?lang=zh', en: '/offline?lang=en' } as const;
const SHELL = [OFFLINE.zh, OFFLINE.en, ...['page.css', 'page.js', 'icon.svg'].map((name) => `/assets/${VERSION}/${name}`)];

async function keepShell(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll(SHELL.map((path) => new Request(path, { credentials: 'omit', cache: 'reload' })));
  await worker.skipWaiting();
}

async function dropOlder(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('page-') && name !== CACHE).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** In the language of the page that was left, as far as that is known. */
async function offlinePage(): Promise<Response> {
  const language = (await keptLanguage()) ?? 'zh';
  return (await caches.match(OFFLINE[language])) ?? Response.error();
}

async function keptLanguage(): Promise<'zh' | 'en' | null> {
  const store = (worker as unknown as { cookieStore?: { get(name: string): Promise<{ value: string } | null> } }).cookieStore;
  const kept = await store?.get('page');
  return kept?.value.startsWith('en') ? 'en' : kept ? 'zh' : null;
}

/** Pages come from the network or not at all; only files that never change are taken from what is kept. */
async function answer(request: Request): Promise<Response> {
  if (request.mode === 'navigate') return fetch(request).catch(offlinePage);
  return (await caches.match(request)) ?? fetch(request);
}

worker.addEventListener('install', (event) => event.waitUntil(keepShell()));
worker.addEventListener('activate', (event) => event.waitUntil(dropOlder()));
worker.addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url);
  if (event.request.mode === 'navigate' || pathname.startsWith('/assets/')) event.respondWith(answer(event.request));
});
