import type { ImageFile } from '../../dialogue/events.js';
import { type TelegramApi, within } from './api.js';
import { TelegramFailure } from './failure.js';
import { persist } from './patience.js';

/** Telegram lets bots fetch 20 MB; no screenshot needs half of it. */
export const LARGEST_PICTURE = 10 * 1024 * 1024;

/** Milliseconds for one try, and for all of them. */
const ONE_DOWNLOAD = 60_000;
const ALL_DOWNLOADS = 90_000;

/** A file as a message names it. */
export interface FileHandle {
  readonly file_id: string;
  readonly file_size?: number;
}

/** Makes a picture of a file, to be fetched when it is needed. */
export type PictureSource = (file: FileHandle, mediaType: string | null) => ImageFile;

const tooLarge = (): TelegramFailure => new TelegramFailure('refused', 'the file is too large');

function refuseLarge(size: number | undefined): void {
  if (size !== undefined && size > LARGEST_PICTURE) throw tooLarge();
}

/** Where the file is. A Bot API server in local mode names a path on its own disk, which is not ours to read. */
async function linkOf(file: FileHandle, api: TelegramApi): Promise<URL> {
  const { file_path: path, file_size: size } = await api.call('getFile', { file_id: file.file_id });
  refuseLarge(size);
  const link = path === undefined ? null : await api.linkTo(path);
  if (link === null || link.protocol === 'file:') throw new TelegramFailure('refused', 'the file has no address');
  return link;
}

async function read(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early cancels the download.
  for await (const chunk of body) {
    size += chunk.byteLength;
    refuseLarge(size);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function fetchBytes(link: URL, signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(link, { signal, redirect: 'error' });
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    throw new TelegramFailure(response.status >= 500 ? 'unreachable' : 'refused', `${response.status} for a file`);
  }
  return read(response.body);
}

async function download(file: FileHandle, api: TelegramApi): Promise<Uint8Array> {
  refuseLarge(file.file_size);
  const link = await linkOf(file, api);
  return within({ timeout: ONE_DOWNLOAD, signal: api.signal }, api.clock, (signal) => fetchBytes(link, signal));
}

/** Pictures by way of `getFile`, at most 10 MB. Loading throws a TelegramFailure, which holds no address. */
export const createPictureSource =
  (api: TelegramApi): PictureSource =>
  (file, mediaType) => ({
    mediaType,
    size: file.file_size ?? null,
    load: () => persist(() => download(file, api), { clock: api.clock, signal: api.signal, limit: ALL_DOWNLOADS }),
  });
