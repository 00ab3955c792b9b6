import type { ImageReading } from '../dialogue/ports.js';

/** Why a picture was not read. */
export type Unread = Extract<ImageReading, { kind: 'failed' }>['why'];

type Refused = Extract<Unread, 'broken' | 'unsupported_format' | 'not_a_picture'>;

/** What a file is by its first bytes; a name or a declared type says nothing. */
export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'gif' | 'heif' | Refused;

/** Bytes that tell what a file is: before a drawing opens there may be a declaration and comments. */
const OPENING = 1_024;
/** Fewer bytes hold no picture of any kind: the rest of it was lost. */
const LEAST = 12;

const latin = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

const SIGNATURES: readonly { readonly format: PictureFormat; readonly at: number; readonly says: RegExp }[] = [
  { format: 'jpeg', at: 0, says: /^\xff\xd8\xff/ },
  { format: 'png', at: 0, says: /^\x89PNG\r\n\x1a\n/ },
  { format: 'gif', at: 0, says: /^GIF8[79]a/ },
  { format: 'webp', at: 8, says: /^WEBP/ },
  { format: 'heif', at: 4, says: /^ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1|avi[fs])/ },
  // Pictures and documents that people do send, and that are not read: SVG and PDF would have to be rendered.
  { format: 'unsupported_format', at: 0, says: /^(?:BM|II\*\0|MM\0\*|%PDF-|8BPS|\0\0\x01\0|\0\0\0\x0cJXL |\xff\x0a)/ },
  { format: 'unsupported_format', at: 0, says: /^(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!DOCTYPE svg|svg)/i },
];

export const isDecodable = (format: PictureFormat): format is Exclude<PictureFormat, Refused> =>
  format !== 'broken' && format !== 'unsupported_format' && format !== 'not_a_picture';

/** What the bytes of a file are, or why they are not decoded. */
export function formatOf(picture: Uint8Array): PictureFormat {
  if (picture.length < LEAST) return 'broken';
  const known = SIGNATURES.find(({ at, says }) => says.test(latin(picture, at, OPENING)));
  return known?.format ?? 'not_a_picture';
}

/** Whether a HEIF file is what an iPhone's camera writes. Decoders of it are patented: few platforms have one. */
export const isHevc = (picture: Uint8Array): boolean => latin(picture, 0, OPENING).includes('hvc1');
