import type { View } from './view.js';

/** What a phone needs to keep the page like a program, and to offer it in its share menu. */
export function manifestFor({ settings, assets, say }: View): object {
  return {
    id: '/',
    name: say('name.long'),
    short_name: say('name'),
    description: say('description'),
    lang: settings.language === 'zh' ? 'zh-Hans' : 'en',
    dir: 'ltr',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#f5f3ee',
    theme_color: '#f5f3ee',
    categories: ['finance', 'utilities'],
    icons: [
      { src: assets.href('icon.svg'), sizes: 'any', type: 'image/svg+xml' },
      { src: assets.href('icon-192.png'), sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: assets.href('icon-512.png'), sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: assets.href('icon-maskable-512.png'), sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [{ name: say('nav.lookup'), url: '/lookup' }],
    share_target: {
      action: '/share',
      method: 'POST',
      enctype: 'multipart/form-data',
      params: { title: 'title', text: 'text', url: 'url', files: [{ name: 'image', accept: ['image/*'] }] },
    },
  };
}
