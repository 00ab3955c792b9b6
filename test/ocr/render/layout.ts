import { type Message, messagesOf, type Scene } from './scene.js';

/** One way in which a phone shows messages. */
export interface Layout {
  readonly name: string;
  /** `chat`: one correspondent in the title; `shade`: a sender beside each message; `bare`: words alone. */
  readonly shows: 'chat' | 'shade' | 'bare';
  /** Where the time of a message stands and whose it is; `none`: what is shown is not the time at which it was received. */
  readonly time: 'above' | 'beside' | 'none';
  style(scene: Scene): string;
  /**
   * The page. Words of a message stand inside an element with `data-part`, the number of the message; all other words are
   * furniture. Everything that comes from a scene goes through `escapeHtml`.
   */
  draw(scene: Scene, codes: CodeImages): string;
}

/** Addresses (`data:`) of the pictures of QR codes, by what they hold. */
export type CodeImages = ReadonlyMap<string, string>;

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

const LINK = /(?:https?:\/\/)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:\/[\w./?=&%#-]*)?|\d{5,}/gi;

/** Words with links and numbers marked, as phones do. */
function markedWords(text: string): string {
  let at = 0;
  let html = '';
  for (const match of text.matchAll(LINK)) {
    html += `${escapeHtml(text.slice(at, match.index))}<a>${escapeHtml(match[0])}</a>`;
    at = match.index + match[0].length;
  }
  return html + escapeHtml(text.slice(at));
}

/** The element that holds the words of a message, and its QR code below them. */
export function words(message: Message, part: number, codes: CodeImages, className: string): string {
  const address = message.code === null ? undefined : codes.get(message.code);
  const code = address === undefined ? '' : `<img class="code" src="${address}">`;
  return `<div class="${className}" data-part="${part}"><span>${markedWords(message.words.text)}</span>${code}</div>`;
}

/** The entries of a conversation as rows: a time in the middle, a message on its side. `frame` adds what this phone has around a bubble. */
export function conversation(
  scene: Scene,
  codes: CodeImages,
  frame: { time(words: string): string; message(bubble: string, message: Message): string },
): string {
  const messages = messagesOf(scene);
  return scene.entries
    .map((entry) =>
      entry.kind === 'time'
        ? `<div class="when">${frame.time(escapeHtml(entry.words))}</div>`
        : `<div class="row ${entry.from}">${frame.message(words(entry, messages.indexOf(entry), codes, 'bubble'), entry)}</div>`,
    )
    .join('\n');
}

/** A card for each message of a lock screen or shade. */
export function cards(scene: Scene, codes: CodeImages, frame: (words: string, message: Message) => string): string {
  return messagesOf(scene)
    .map((message, part) => `<div class="card">${frame(words(message, part, codes, 'words'), message)}</div>`)
    .join('\n');
}
