import type { ImageReading, ReadNotice, TextFromImage } from '../dialogue/ports.js';

type Failure = Extract<ImageReading, { kind: 'failed' }>['why'];

/** What a picture of a script shows: one message, several, or the reason why nothing can be read. */
export type Shown = Partial<ReadNotice> | readonly Partial<ReadNotice>[] | { readonly fails: Failure };

/** Bytes that stand for a picture and that `readPicture` reads as `shown`, so that scripts need no real screenshots. */
export const pictureOf = (shown: Shown): Uint8Array => new TextEncoder().encode(JSON.stringify(shown));

const noticeOf = ({ text = '', sender = null, receivedAt = null, codes = [] }: Partial<ReadNotice>): ReadNotice => ({
  text,
  sender,
  receivedAt,
  codes,
});

function readingOf(shown: Shown): ImageReading {
  if ('fails' in shown) return { kind: 'failed', why: shown.fails };
  const notices = Array.isArray(shown) ? shown : [shown as Partial<ReadNotice>];
  return { kind: 'read', notices: notices.map(noticeOf) };
}

/** Reads what `pictureOf` made; everything else is no picture. */
export const readPicture: TextFromImage = {
  read: async (picture) => {
    try {
      return readingOf(JSON.parse(new TextDecoder().decode(picture)) as Shown);
    } catch {
      return { kind: 'failed', why: 'not_a_picture' };
    }
  },
};
