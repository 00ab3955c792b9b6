import type { ExternalReplyInfo, Message, PhotoSize } from 'telegraf/types';
import type { Content, Forwarded, Unsupported } from '../../dialogue/events.js';
import { LARGEST_PICTURE, type PictureSource } from './pictures.js';
import { linksBelow, withHiddenLinks, wordsOf } from './spoken.js';

/** Fields that say what a message is, the more telling ones first: a venue carries a location as well, an animation a document. */
const UNSUPPORTED: readonly (readonly [field: string, what: Unsupported])[] = [
  ['sticker', 'sticker'],
  ['voice', 'voice'],
  ['audio', 'voice'],
  ['video', 'video'],
  ['video_note', 'video'],
  ['animation', 'video'],
  ['document', 'file'],
  ['venue', 'location'],
  ['location', 'location'],
  ['contact', 'contact'],
  ['dice', 'other'],
  ['game', 'other'],
  ['poll', 'other'],
  ['story', 'other'],
  ['invoice', 'other'],
  ['giveaway', 'other'],
  ['paid_media', 'other'],
  ['checklist', 'other'],
];

const milliseconds = (seconds: number): number => seconds * 1_000;

/** Telegram gives every origin a date; the types of the library forgot it for channels. */
const passedOn = (origin: ExternalReplyInfo['origin'] & { readonly date?: number }): Forwarded => ({
  sentAt: origin.date ? milliseconds(origin.date) : null,
});

function forwardedOf(message: Message): Forwarded | null {
  return 'forward_origin' in message && message.forward_origin ? passedOn(message.forward_origin) : null;
}

const area = ({ width, height }: PhotoSize): number => width * height;

/** The sharpest of the sizes that may be fetched, or else the first. */
function bestOf(sizes: readonly PhotoSize[]): PhotoSize | null {
  const fetchable = sizes.filter(({ file_size }) => (file_size ?? 0) <= LARGEST_PICTURE);
  const best = fetchable.reduce<PhotoSize | null>((known, size) => (known && area(known) >= area(size) ? known : size), null);
  return best ?? sizes[0] ?? null;
}

type Pictured = Pick<
  Partial<Message.PhotoMessage & Message.DocumentMessage & Message.AnimationMessage>,
  'photo' | 'document' | 'animation'
>;

/** Photos, and files that are pictures; a moving picture is none. */
function pictureOf({ photo, document, animation }: Pictured, pictures: PictureSource) {
  if (photo) {
    const size = bestOf(photo);
    return size && pictures(size, 'image/jpeg');
  }
  const isPicture = document !== undefined && animation === undefined && document.mime_type?.startsWith('image/');
  return isPicture ? pictures(document, document.mime_type ?? null) : null;
}

/** What a message says or shows; null for what Telegram itself reports (somebody joined, a title changed …). */
export function contentOf(message: Message, pictures: PictureSource): Content | null {
  const words = wordsOf(message);
  const text = [words === null ? '' : withHiddenLinks(words), ...linksBelow(message)].join('\n').trim();
  const forwarded = forwardedOf(message);
  if ('text' in message) return { kind: 'text', text, forwarded };
  const image = pictureOf(message as Pictured, pictures);
  if (image !== null) return { kind: 'image', image, caption: text, forwarded };
  // What is written under a film or a file can be checked even when the thing itself cannot.
  if (text !== '') return { kind: 'text', text, forwarded };
  const known = UNSUPPORTED.find(([field]) => field in message);
  return known ? { kind: 'unsupported', what: known[1] } : null;
}

/** What stands in another chat and was answered here; Telegram shows only what was quoted of it, and its picture. */
function elsewhere(reply: ExternalReplyInfo, quote: string | undefined, pictures: PictureSource): Content | null {
  const forwarded = passedOn(reply.origin);
  const image = pictureOf(reply as Pictured, pictures);
  if (image !== null) return { kind: 'image', image, caption: quote ?? '', forwarded };
  return quote === undefined ? null : { kind: 'text', text: quote, forwarded };
}

/** What the message points at, unless that is the bot's own. */
export function aboutOf(message: Message, botId: number, pictures: PictureSource): Content | null {
  if ('reply_to_message' in message && message.reply_to_message !== undefined) {
    const pointedAt: Message = message.reply_to_message;
    return pointedAt.from?.id === botId ? null : contentOf(pointedAt, pictures);
  }
  if (!('external_reply' in message) || message.external_reply === undefined) return null;
  return elsewhere(message.external_reply, message.quote?.text, pictures);
}
