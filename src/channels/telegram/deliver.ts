import type { OutgoingMessage } from '../../dialogue/messages.js';
import type { Journal } from '../../dialogue/ports.js';
import type { TelegramApi } from './api.js';
import { failureOf, type TelegramFailure } from './failure.js';
import { createLanes, createPace, type Pace } from './lanes.js';
import { type Address, type Part, partsOf, postReadably } from './outgoing.js';
import { pause, persist } from './patience.js';
import { CHANNEL } from './read-update.js';

/**
 * Telegram allows about thirty messages a second over all chats, as a lasting rate. A crowd that comes at one moment is
 * answered at one moment all the same: where that is too much for Telegram, it says how long to wait.
 */
const SENDING_INTERVAL = 1_000 / 30;
const SENDING_BURST = 300;

/** Milliseconds after which an answer has lost its worth. */
const WORTH_SENDING = 10 * 60_000;

interface Reports {
  /** Told of each try that failed, and how long it is to the next, in milliseconds; null when there is none. */
  readonly onTrouble: (failure: TelegramFailure, pause: number | null) => void;
  readonly onSuccess: () => void;
}

export interface DeliveryPorts extends Reports {
  readonly api: TelegramApi;
  readonly journal: Journal;
}

type Send = (part: Part, chatPace: Pace) => Promise<void>;

/**
 * Sends one message, at a steady pace and with patience. When the answer to a call is lost, nobody knows whether the
 * message arrived: it is sent again, for twice is better than never.
 */
function createSend(api: TelegramApi, { onTrouble, onSuccess }: Reports): Send {
  const { clock, signal } = api;
  const overall = createPace(SENDING_INTERVAL, SENDING_BURST, clock);
  const waitFor = async (pace: Pace): Promise<void> => {
    const milliseconds = pace.take();
    if (milliseconds > 0) await pause(milliseconds, clock, signal);
  };
  return async (part, chatPace) => {
    await waitFor(chatPace);
    await waitFor(overall);
    try {
      await persist(() => postReadably(api, part), { clock, signal, limit: WORTH_SENDING, onTrouble });
      onSuccess();
    } catch (error) {
      onTrouble(failureOf(error), null);
      throw error;
    }
  };
}

const readdressed = (part: Part, chat: number): Part => ({ ...part, to: { ...part.to, chat_id: chat } });

/** Sends to where a group went that became a supergroup: it takes nothing under its old id. Answers with the id that took it. */
async function follow(send: Send, part: Part, chatPace: Pace): Promise<number> {
  try {
    await send(part, chatPace);
    return part.to.chat_id;
  } catch (error) {
    const { movedTo } = failureOf(error);
    if (movedTo === null) throw error;
    await send(readdressed(part, movedTo), chatPace);
    return movedTo;
  }
}

/** Takes answers to where they belong. */
export interface Delivery {
  /**
   * Sends an answer, in as many messages as it takes, after everything that was sent to this chat before. A chat that
   * cannot be written to any more is noted and left alone.
   * @throws TelegramFailure when it could not be delivered, after trying for ten minutes.
   */
  deliver(address: Address, message: OutgoingMessage): Promise<void>;
}

/** Sends with patience, and in each chat one message after the other. */
export function createDelivery({ api, journal, ...reports }: DeliveryPorts): Delivery {
  const lanes = createLanes(api.clock);
  const send = createSend(api, reports);

  const sendAll = async (address: Address, message: OutgoingMessage, pace: Pace): Promise<void> => {
    let { chat } = address;
    for (const part of partsOf(message, address)) chat = await follow(send, readdressed(part, chat), pace);
  };

  return {
    deliver: async (address, message) => {
      try {
        await lanes.run(address.chat, (pace) => sendAll(address, message, pace));
      } catch (error) {
        const failure = failureOf(error);
        if (failure.kind !== 'gone') throw failure;
        journal.note({ kind: 'failed', channel: CHANNEL, where: 'delivering', error: failure.message });
      }
    },
  };
}
