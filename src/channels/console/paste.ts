import type { Clock } from '../../dialogue/ports.js';

/** Lines that arrive this close together are one paste. Milliseconds. */
const PASTE_PAUSE = 120;

/** More than this of one paste is not kept; the conversation reads less. Characters. */
const LONGEST_PASTE = 100_000;

/** Lines that belong together, as one message. */
export interface Paste {
  add(line: string): void;
  /** Takes what has come so far without waiting for more. */
  finish(): void;
}

/** Joins the lines of one paste. `unfinished` is what stands on the prompt and was not sent yet. */
export function createPaste(clock: Clock, unfinished: () => string, take: (text: string) => void): Paste {
  let lines: string[] = [];
  let length = 0;
  let cancel = (): void => undefined;

  const finish = (): void => {
    cancel();
    const text = lines.join('\n');
    lines = [];
    length = 0;
    take(text);
  };
  const finishUnlessMore = (): void => {
    // The last line of a paste often comes without its end: it waits on the prompt, and the message is not complete.
    if (unfinished() === '') finish();
  };

  return {
    add(line) {
      if (length < LONGEST_PASTE) lines.push(line.slice(0, LONGEST_PASTE - length));
      length += line.length + 1;
      cancel();
      cancel = clock.after(PASTE_PAUSE, finishUnlessMore);
    },
    finish,
  };
}

/** Lines as paragraphs, which blank lines divide. */
export async function* paragraphsOf(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let paragraph: string[] = [];
  let length = 0;
  for await (const line of lines) {
    if (line.trim() !== '') {
      if (length < LONGEST_PASTE) paragraph.push(line.slice(0, LONGEST_PASTE - length));
      length += line.length + 1;
      continue;
    }
    if (paragraph.length > 0) yield paragraph.join('\n');
    paragraph = [];
    length = 0;
  }
  if (paragraph.length > 0) yield paragraph.join('\n');
}
