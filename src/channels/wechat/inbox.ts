import type { IncomingEvent } from '../../dialogue/events.js';
import type { Responder } from '../../dialogue/messages.js';
import type { Clock, Journal } from '../../dialogue/ports.js';
import type { Dialogue } from '../../dialogue/types.js';
import type { Address } from './address.js';
import type { Choices } from './choices.js';
import { createLanes } from './lanes.js';
import type { WechatLimits } from './options.js';
import { isToOverlook } from './overlook.js';
import { readEvent } from './read-event.js';
import { reasonOf } from './reason.js';
import type { Allowance } from './responder.js';
import type { Wechaty, WechatyBot, WechatyContact, WechatyMessage, WechatyRoom } from './wechaty.js';

export interface InboxPorts {
  readonly channel: string;
  readonly kinds: Pick<Wechaty, 'messages' | 'contacts'>;
  readonly choices: Choices;
  readonly dialogue: Dialogue;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly limits: WechatLimits;
  readonly responder: (address: Address, person: string, allowance: Allowance) => Responder;
}

/** Brings what the account hears to the dialogue. */
export interface Inbox {
  message(message: WechatyMessage, bot: WechatyBot): void;
  /** Somebody became a friend: greeted once. */
  friend(contact: string): void;
  /** People came into a room; only when the bot is one of them it says what it does, once. */
  roomJoined(room: WechatyRoom, invited: readonly WechatyContact[], inviter: WechatyContact): void;
  /** Hears nothing any more. */
  close(): void;
}

/** Greeted and entered are remembered up to so many; the dialogue knows ids of events that it answered before. */
const MOST_REMEMBERED = 10_000;

export function createInbox(ports: InboxPorts): Inbox {
  const { channel, clock, dialogue, journal, limits } = ports;
  const lanes = createLanes();
  const joined = new Set<string>();
  let isOpen = true;

  async function read(message: WechatyMessage, bot: WechatyBot): Promise<void> {
    try {
      const event = await readEvent(message, { ...ports, bot, kinds: ports.kinds.messages });
      if (!isOpen) return;
      if (event === null) return journal.note({ kind: 'ignored', channel, why: 'not_addressed' });
      const { conversation, person, isGroup } = event;
      dialogue.accept(event, ports.responder({ conversation, isGroup, mention: isGroup ? person : null }, person, 'answers'));
    } catch (error) {
      journal.note({ kind: 'failed', channel, where: 'answering', error: reasonOf(error) });
    }
  }

  /** The id stays the same, so that whatever is told twice, now or after a restart, is answered once. */
  function join(person: string, conversation: string, isGroup: boolean): void {
    if (!isOpen || joined.has(conversation)) return;
    if (joined.size >= MOST_REMEMBERED) joined.clear();
    joined.add(conversation);
    const event: IncomingEvent = {
      id: `join:${conversation}`,
      channel,
      person,
      conversation,
      isGroup,
      isAddressed: true,
      at: clock.now(),
      message: null,
      album: null,
      isEdit: false,
      language: null,
      content: { kind: 'join' },
      about: null,
    };
    dialogue.accept(event, ports.responder({ conversation, isGroup, mention: null }, person, 'one greeting'));
  }

  return {
    message(message, bot) {
      const age = { now: clock.now(), oldest: limits.oldestMessage };
      if (!isOpen || isToOverlook(message, ports.kinds, age)) return;
      const isTaken = lanes.run(message.room()?.id ?? message.talker().id, () => read(message, bot));
      if (!isTaken) journal.note({ kind: 'failed', channel, where: 'answering', error: 'too many messages at once' });
    },
    friend: (contact) => join(contact, contact, false),
    roomJoined(room, invited, inviter) {
      if (invited.some((contact) => contact.self())) join(inviter.id, room.id, true);
    },
    close() {
      isOpen = false;
    },
  };
}
