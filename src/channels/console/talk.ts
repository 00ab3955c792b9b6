import type { Content, IncomingEvent } from '../../dialogue/events.js';
import type { OutgoingMessage, Responder } from '../../dialogue/messages.js';
import type { Clock } from '../../dialogue/ports.js';
import type { Dialogue } from '../../dialogue/types.js';
import type { Registry } from '../../registry/types.js';
import { composeTalk } from '../../reply/talk.js';
import type { Button, Language, ReplyBody } from '../../reply/types.js';
import { wordingIn } from '../../reply/wording.js';
import { drawReply } from './draw.js';
import { saveDocument } from './save-document.js';
import type { Screen } from './screen.js';
import { readTyped } from './typed.js';

export interface TalkOptions {
  readonly dialogue: Dialogue;
  readonly clock: Clock;
  /** Somebody sits there: with a prompt, a history and files to drop. Otherwise each paragraph is answered in its turn. */
  readonly isTerminal: boolean;
  readonly colour: boolean;
  /** Columns to draw in. */
  readonly width: () => number;
  /** The language of the person; the conversation may change it. */
  readonly language: Language;
  /** Holds the sentences for readers. */
  readonly registry: Registry;
  /** Where files are saved that come with an answer. */
  readonly folder: string;
}

/** What one person types, and what is answered. */
export interface Talk {
  /** Greets. */
  open(): void;
  /** Takes what was typed. @returns whether the conversation goes on. */
  take(text: string): boolean;
  close(): void;
}

/** What the last answer offered, and the message that it answered. */
interface Offer {
  readonly buttons: readonly Button[];
  readonly about: Content | null;
}

/** The conversation with the one person at a console. */
export function createTalk(options: TalkOptions, screen: Screen): Talk {
  const { dialogue, clock, isTerminal, registry } = options;
  const startedAt = clock.now();
  let offer: Offer = { buttons: [], about: null };
  let { language } = options;
  let count = 0;

  const say = (key: string, values: Record<string, string> = {}): string => wordingIn(registry, language).text(key, values);
  const show = (text: string): void => screen.show(text, say('chat.prompt'));

  function eventOf(content: Content): IncomingEvent {
    count += 1;
    return {
      id: `${startedAt}-${count}`,
      channel: 'console',
      person: 'console',
      conversation: 'console',
      isGroup: false,
      isAddressed: true,
      at: clock.now(),
      message: null,
      album: null,
      isEdit: false,
      language: options.language,
      content,
      about: content.kind === 'button' ? offer.about : null,
    };
  }

  const draw = (body: ReplyBody): string =>
    drawReply(body, { colour: options.colour, width: options.width(), numberedButtons: true });

  function drawAnswer({ body, document }: OutgoingMessage): string {
    if (document === null) return draw(body);
    const file = saveDocument(options.folder, document);
    return `${draw(body)}\n\n${file === null ? say('chat.not_saved') : say('chat.saved', { file })}`;
  }

  function responderTo({ content, about }: IncomingEvent): Responder {
    let isShown = !isTerminal;
    return {
      async say(message) {
        language = message.body.language;
        offer = { buttons: message.body.question?.buttons ?? [], about: content.kind === 'button' ? about : content };
        show(drawAnswer(message));
        if (content.kind === 'command' && content.name === 'help') show(draw(composeTalk('commands', registry, language)));
      },
      working() {
        if (!isShown) show(say('chat.working'));
        isShown = true;
      },
    };
  }

  function accept(content: Content): void {
    const event = eventOf(content);
    dialogue.accept(event, responderTo(event));
  }

  return {
    open() {
      show(say('chat.greeting'));
      accept({ kind: 'join' });
    },
    take(text) {
      const typed = readTyped(text, offer.buttons, isTerminal);
      if (typed === 'leave') return false;
      if (typed !== null) accept(typed);
      screen.ask(say('chat.prompt'));
      return true;
    },
    close: () => show(say('chat.goodbye')),
  };
}
