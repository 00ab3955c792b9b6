import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { LETTER_STYLE } from '../../letters/letter-style.js';

/** Where the build leaves what browsers fetch, whether this runs from src/ or from dist/. */
const BUILT = new URL('../../../dist/web/', import.meta.url);

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

export interface Asset {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
}

/** Style, scripts and icons of the page, in memory. */
export interface Assets {
  /** Changes whenever one of them changes. */
  readonly version: string;
  /** Null when there is no such file. */
  get(name: string): Asset | null;
  /** Its address, which never shows anything else: browsers may keep it for good. */
  href(name: string): string;
}

function filesIn(folder: string): [name: string, asset: Asset][] {
  return readdirSync(new URL(folder, BUILT)).flatMap((name) => {
    const mediaType = MEDIA_TYPES[extname(name)];
    return mediaType ? [[name, { body: new Uint8Array(readFileSync(new URL(`${folder}${name}`, BUILT))), mediaType }]] : [];
  });
}

/** Parts of the style in their order: later ones go over earlier ones. */
const STYLE = ['colours', 'base', 'frame', 'forms', 'answers', 'states', 'institutions', 'preferences'];

function styleOf(parts: ReadonlyMap<string, Asset>): Asset {
  const decoder = new TextDecoder();
  const style = STYLE.map((name) => decoder.decode(parts.get(`${name}.css`)?.body)).join('\n');
  return { body: new TextEncoder().encode(style), mediaType: MEDIA_TYPES['.css'] ?? '' };
}

/** Reads them once. They are part of the program, as compiled by the build. */
export function readAssets(): Assets {
  const letter: Asset = { body: new TextEncoder().encode(LETTER_STYLE), mediaType: MEDIA_TYPES['.css'] ?? '' };
  const files = new Map<string, Asset>([
    ...filesIn('page/assets/'),
    ...filesIn('client/'),
    ...filesIn('worker/'),
    ['page.css', styleOf(new Map(filesIn('page/assets/style/')))],
    ['letter.css', letter],
  ]);
  const digest = createHash('sha256');
  for (const name of [...files.keys()].sort()) digest.update(name).update(files.get(name)?.body ?? '');
  const version = digest.digest('hex').slice(0, 12);
  return {
    version,
    get: (name) => files.get(name) ?? null,
    href: (name) => `/assets/${version}/${name}`,
  };
}
