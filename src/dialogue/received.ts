import type { NoticeInput } from '../notice/types.js';
import { TEXT_CAP } from '../notice/types.js';
import type { Content } from './events.js';
import type { ImageReading, TextFromImage } from './ports.js';

/** Why a picture gave nothing; `none`: there is nobody to read pictures. */
export type PictureFailure = Extract<ImageReading, { kind: 'failed' }>['why'] | 'none';

/** What one piece of content holds to check, or why a picture holds nothing. */
export interface Received {
  readonly inputs: readonly NoticeInput[];
  readonly failure: PictureFailure | null;
}

/** Pictures over this are not even fetched. Bytes. */
const LARGEST_PICTURE = 10_000_000;
/** Lines of a chat record that are read. */
const MOST_LINES = 30;
/** Shorter lines of a chat record are talk. Characters. */
const SHORTEST_LINE = 8;

const received = (inputs: readonly NoticeInput[]): Received => ({ inputs, failure: null });
const failed = (failure: PictureFailure): Received => ({ inputs: [], failure });

const cap = (text: string): string => text.slice(0, TEXT_CAP);

async function readPicture(content: Extract<Content, { kind: 'image' }>, reader: TextFromImage | null): Promise<Received> {
  if (reader === null) return failed('none');
  if (content.image.size !== null && content.image.size > LARGEST_PICTURE) return failed('too_large');
  let picture: Uint8Array;
  try {
    picture = await content.image.load();
  } catch {
    return failed('broken');
  }
  return readPictureBytes(picture, reader);
}

/** The notices of a picture, or why there are none. */
export async function readPictureBytes(picture: Uint8Array, reader: TextFromImage | null): Promise<Received> {
  if (reader === null) return failed('none');
  const reading = await reader.read(picture);
  if (reading.kind === 'failed') return failed(reading.why);
  return received(
    reading.notices.map(({ text, sender, receivedAt, codes }) => ({
      text: cap(text),
      picture: { codes },
      ...(sender === null ? {} : { sender }),
      ...(receivedAt === null ? {} : { receivedAt }),
    })),
  );
}

function readRecord({ lines }: Extract<Content, { kind: 'chat_record' }>): Received {
  const texts = lines.slice(0, MOST_LINES).map(({ text }) => cap(text));
  const long = texts.filter((text) => text.trim().length >= SHORTEST_LINE);
  return received((long.length > 0 ? long : [texts.join('\n')]).map((text) => ({ text })));
}

/**
 * The time at which a chat message was sent is not taken for that of the notice: somebody may have copied an SMS into the
 * chat hours later, and the rule of quiet hours would be held against the wrong hour.
 */
const readText = ({ text }: Extract<Content, { kind: 'text' }>): Received => received([{ text: cap(text) }]);

/** What a message holds to check. Nothing in it is fetched but the picture that the person sent. */
export async function readReceived(content: Content, reader: TextFromImage | null): Promise<Received> {
  switch (content.kind) {
    case 'text':
      return readText(content);
    case 'image':
      return readPicture(content, reader);
    case 'link_card':
      return received([{ text: cap([content.title, content.description, content.url].filter(Boolean).join('\n')) }]);
    case 'chat_record':
      return readRecord(content);
    default:
      return received([]);
  }
}
