import type { Content, IncomingEvent, Unsupported } from '../dialogue/events.js';
import type { OutgoingMessage } from '../dialogue/messages.js';
import type { JournalEntry } from '../dialogue/ports.js';
import type { Button } from '../reply/types.js';
import { compare, type Expectation } from './expectation.js';
import type { Stage } from './stage.js';
import { spellTranscript } from './transcript.js';

/** How something is sent. */
export interface Manner {
  /** In a group: the bot is mentioned, or one of its messages is answered. */
  readonly addressed?: boolean;
  /** The message of somebody else that this one points at: its words, or what it is. */
  readonly about?: string | Content;
  /** Pictures with one such name are one album. */
  readonly album?: string;
}

/** Forwarded from elsewhere, where it was sent at this time: ISO 8601 or milliseconds since 1970. */
export interface ForwardManner extends Manner {
  readonly sentAt?: string | number;
}

export interface Duration {
  readonly seconds?: number;
  readonly minutes?: number;
  readonly hours?: number;
  readonly days?: number;
}

/** One person's side of a conversation with the bot. Everything that sends also waits for the answers. */
export interface Script {
  /** Types a message. */
  say(text: string, manner?: Manner): Promise<void>;
  /** Passes a message on. */
  forward(text: string, manner?: ForwardManner): Promise<void>;
  /** Sends a picture; `pictureOf` makes one that reads as a message. */
  sendImage(bytes: Uint8Array, caption?: string, manner?: Manner): Promise<void>;
  sendCard(card: { readonly title: string; readonly description?: string; readonly url: string }, manner?: Manner): Promise<void>;
  /** Passes several messages on as one bundle. */
  sendRecord(
    record: { readonly title?: string; readonly lines: readonly { sender: string; text: string }[] },
    manner?: Manner,
  ): Promise<void>;
  /** Presses a button of an answer, by its label or id: the latest answer that has it. @throws when there is none. */
  press(button: string, manner?: Manner): Promise<void>;
  /** `lookup 95188`, without or with the slash. */
  command(line: string, manner?: Manner): Promise<void>;
  /** Opens the conversation. */
  join(): Promise<void>;
  /** Sends anything else. */
  send(content: Content, manner?: Manner): Promise<void>;
  /** Sends what holds nothing to check. */
  sendUnsupported(what: Unsupported, manner?: Manner): Promise<void>;
  /** Changes the message that this person sent last. */
  edit(text: string): Promise<void>;
  /** The network delivers this person's last message once more. */
  deliverAgain(): Promise<void>;
  /** What is sent meanwhile, by anybody, comes at one moment; the answers are waited for at its end. */
  together(act: () => Promise<void>): Promise<void>;
  /** Time passes. */
  turn(time: Duration): Promise<void>;
  /** The same stage with somebody else speaking. */
  as(person: string): Script;
  /** Holds the answers to the last thing said against what they must be. @throws Error with the dialogue so far. */
  expect(expectation: Expectation): void;
  /** The answers to this person since the last thing was said. */
  readonly answers: readonly OutgoingMessage[];
  /** What the dialogue wrote into its journal so far. */
  readonly journal: readonly JournalEntry[];
  /** The dialogue so far, to read. */
  transcript(): string;
}

const SECONDS = { days: 86_400, hours: 3_600, minutes: 60, seconds: 1 } as const;
const UNITS = Object.keys(SECONDS) as (keyof Duration)[];

const millisecondsOf = (time: Duration): number =>
  UNITS.reduce((sum, unit) => sum + (time[unit] ?? 0) * SECONDS[unit] * 1_000, 0);

const spellTime = (time: Duration): string =>
  UNITS.flatMap((unit) => (time[unit] === undefined ? [] : `${time[unit]} ${unit}`)).join(' ');

const textContent = (text: string): Content => ({ kind: 'text', text, forwarded: null });

function commandOf(line: string): Content {
  const [, name = '', argument = ''] = /^\/?(\S*)\s*([\s\S]*)$/.exec(line) ?? [];
  return { kind: 'command', name: name.toLowerCase(), argument };
}

const timeOf = (sentAt: string | number | undefined): number | null => (sentAt === undefined ? null : new Date(sentAt).getTime());

const imageOf = (bytes: Uint8Array, caption: string): Content => ({
  kind: 'image',
  image: { mediaType: 'image/png', size: bytes.byteLength, load: async () => bytes },
  caption,
  forwarded: null,
});

/** The error of an expectation, with the dialogue that led to it. */
const failure = (why: string, stage: Stage): Error => new Error(`${why}\n\n${spellTranscript(stage.entries)}\n`);

/** A person's side of what happens on a stage; `as` finds the others. */
export function createPerson(person: string, stage: Stage, journal: readonly JournalEntry[], as: Script['as']): Script {
  let last: IncomingEvent | null = null;

  const send = async (content: Content, { addressed = false, about, album }: Manner = {}, edits: string | null = null) => {
    const pointed = typeof about === 'string' ? textContent(about) : (about ?? null);
    last = await stage.send({ person, content, addressed, about: pointed, album: album ?? null, edits });
  };
  const lastSent = (): IncomingEvent => {
    if (last === null) throw failure(`${person} has sent nothing yet`, stage);
    return last;
  };
  const offered = (): Button[] => stage.allAnswersTo(person).flatMap(({ body }) => body.question?.buttons ?? []);

  return {
    say: (text, manner) => send(textContent(text), manner),
    forward: (text, { sentAt, ...manner } = {}) => send({ kind: 'text', text, forwarded: { sentAt: timeOf(sentAt) } }, manner),
    sendImage: (bytes, caption = '', manner = {}) => send(imageOf(bytes, caption), manner),
    sendCard: ({ title, description = '', url }, manner) => send({ kind: 'link_card', title, description, url }, manner),
    sendRecord: ({ title = '', lines }, manner) => send({ kind: 'chat_record', title, lines }, manner),
    async press(button, manner) {
      const pressed = offered().findLast(({ id, label }) => id === button || label === button);
      if (!pressed) throw failure(`no answer to ${person} has a button "${button}"`, stage);
      await send({ kind: 'button', id: pressed.id }, { addressed: true, ...manner });
    },
    command: (line, manner) => send(commandOf(line), { addressed: true, ...manner }),
    join: () => send({ kind: 'join' }, { addressed: true }),
    send,
    sendUnsupported: (what, manner) => send({ kind: 'unsupported', what }, manner),
    edit: (text) => send(textContent(text), {}, lastSent().message),
    deliverAgain: () => stage.redeliver(lastSent()),
    together: (act) => stage.together(act),
    turn: (time) => stage.pass(millisecondsOf(time), spellTime(time)),
    as,
    expect(expectation) {
      const outcomes = compare(expectation, stage.answersTo(person));
      stage.entries.push({ kind: 'expected', outcomes });
      const missed = outcomes.filter(({ held }) => !held);
      if (missed.length > 0) throw failure(`expected ${missed.map(({ part }) => part).join('; ')}`, stage);
    },
    get answers() {
      return stage.answersTo(person);
    },
    journal,
    transcript: () => spellTranscript(stage.entries),
  };
}
