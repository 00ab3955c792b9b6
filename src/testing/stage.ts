import type { Content, IncomingEvent } from '../dialogue/events.js';
import type { OutgoingMessage } from '../dialogue/messages.js';
import type { Dialogue } from '../dialogue/types.js';
import type { Language } from '../reply/types.js';
import type { ManualClock } from './manual-clock.js';
import { createScriptedChannel } from './scripted-channel.js';
import type { Entry } from './transcript.js';
import { answered } from './waiting.js';

/** Where a script plays: a clock, one conversation or group, and everything that happened so far. */
export interface StageOptions {
  readonly dialogue: Dialogue;
  readonly clock: ManualClock;
  /** Everybody speaks in one group; otherwise each person is alone with the bot. */
  readonly group: boolean;
  /** What the people's apps speak; null when the channel does not say. */
  readonly language: Language | null;
}

/** What a person sends, and how. */
export interface Sending {
  readonly person: string;
  readonly content: Content;
  readonly addressed: boolean;
  readonly about: Content | null;
  readonly album: string | null;
  /** The message that is changed by this one. */
  readonly edits: string | null;
}

/** An answer, and to whom. */
interface Given {
  readonly person: string;
  readonly message: OutgoingMessage;
}

export interface Stage {
  readonly entries: Entry[];
  /** Delivers what a person sends and waits for the answers. */
  send(sending: Sending): Promise<IncomingEvent>;
  /** Delivers an event once more, as networks do that missed our receipt. */
  redeliver(event: IncomingEvent): Promise<void>;
  /** What is sent meanwhile comes at one moment; the answers are waited for at its end. */
  together(act: () => Promise<void>): Promise<void>;
  pass(milliseconds: number, told: string): Promise<void>;
  /** Answers to a person since the last thing was said by anybody, or since time passed. */
  answersTo(person: string): readonly OutgoingMessage[];
  /** Everything that a person was ever answered. */
  allAnswersTo(person: string): readonly OutgoingMessage[];
}

/** People take a moment between two messages. Milliseconds. */
const MOMENT = 3_000;

/** Sets a dialogue on a stage. */
export async function createStage({ dialogue, clock, group, language }: StageOptions): Promise<Stage> {
  const entries: Entry[] = [];
  const given: Given[] = [];
  let since = 0;
  let isTogether = false;
  let count = 0;

  const channel = createScriptedChannel(dialogue, clock, {
    answered({ person }, message) {
      given.push({ person, message });
      entries.push({ kind: 'answered', message });
    },
    working: () => void entries.push({ kind: 'working' }),
  });
  await channel.start();

  const begin = async (): Promise<void> => {
    if (isTogether) return;
    if (count > 0) await clock.turn(MOMENT);
    since = given.length;
  };
  const end = async (): Promise<void> => {
    if (!isTogether) await answered(dialogue, clock);
  };
  const deliver = async (event: IncomingEvent, note: string): Promise<void> => {
    entries.push({ kind: 'said', who: event.person, content: event.content, note });
    channel.deliver(event);
    await end();
  };

  function eventOf({ person, content, addressed, about, album, edits }: Sending): IncomingEvent {
    count += 1;
    return {
      id: `update-${count}`,
      channel: channel.name,
      person,
      conversation: group ? 'group' : person,
      isGroup: group,
      isAddressed: !group || addressed,
      at: clock.now(),
      message: edits ?? `message-${count}`,
      album,
      isEdit: edits !== null,
      language,
      content,
      about,
    };
  }

  return {
    entries,
    async send(sending) {
      await begin();
      const event = eventOf(sending);
      await deliver(event, sending.edits === null ? '' : 'edited');
      return event;
    },
    async redeliver(event) {
      await begin();
      await deliver(event, 'delivered again');
    },
    async together(act) {
      await begin();
      isTogether = true;
      try {
        await act();
      } finally {
        isTogether = false;
      }
      await end();
    },
    async pass(milliseconds, told) {
      since = given.length;
      entries.push({ kind: 'passed', time: told });
      await clock.turn(milliseconds);
      await answered(dialogue, clock);
    },
    answersTo: (person) => given.slice(since).flatMap((one) => (one.person === person ? one.message : [])),
    allAnswersTo: (person) => given.flatMap((one) => (one.person === person ? one.message : [])),
  };
}
