import { afterEach } from 'vitest';
import { createTelegramChannel, type TelegramChannel, type TelegramOptions } from '../../../src/channels/telegram/channel.js';
import type { IncomingEvent } from '../../../src/dialogue/events.js';
import type { JournalEntry } from '../../../src/dialogue/ports.js';
import { wordingIn } from '../../../src/reply/wording.js';
import { createManualClock, type ManualClock } from '../../../src/testing/manual-clock.js';
import { recordedRegistry } from '../../recorded-registry.js';
import { type BotApiServer, startBotApiServer } from './bot-api-server.js';
import { PersonalDialogue } from './personal-dialogue.js';
import { turnUntil } from './turn-until.js';

/** A Bot API server, the channel that talks to it, and a dialogue that does as it is told. */
export interface Setting {
  readonly server: BotApiServer;
  readonly channel: TelegramChannel;
  readonly dialogue: PersonalDialogue;
  readonly clock: ManualClock;
  readonly journal: JournalEntry[];
  /** Settles when the dialogue was given so many events, with all of them. */
  events(count?: number): Promise<IncomingEvent[]>;
}

/** Milliseconds since 1970. */
const START = Date.UTC(2026, 5, 1, 2, 0, 0);

const open: Setting[] = [];

afterEach(async () => {
  for (const { channel, clock, server } of open.splice(0)) {
    // The clock stands: time for the last answers is over at once.
    let isStopped = false;
    const stopping = channel.stop().finally(() => {
      isStopped = true;
    });
    await turnUntil(clock, () => isStopped);
    await stopping;
    await server.close();
  }
});

interface SettingOptions extends Partial<TelegramOptions> {
  readonly server?: BotApiServer;
}

/** Everything for one test, not started yet; put away after it. */
export async function createSetting({ server: given, ...options }: SettingOptions = {}): Promise<Setting> {
  // Compiling the records takes a while, in which nothing else happens: before anybody is connected.
  recordedRegistry();
  const server = given ?? (await startBotApiServer());
  const clock = createManualClock(START);
  const journal: JournalEntry[] = [];
  const note = (entry: JournalEntry): void => {
    journal.push(entry);
    server.lookAgain();
  };
  const dialogue = new PersonalDialogue({ note });
  const channel = createTelegramChannel(
    { token: server.token, apiRoot: server.apiRoot, webhook: null, ...options },
    { dialogue, clock, journal: { note }, wording: (language) => wordingIn(recordedRegistry(), language) },
  );
  const events = async (count = 1): Promise<IncomingEvent[]> => {
    await server.until(() => dialogue.events.length >= count);
    return dialogue.events;
  };
  const setting = { server, channel, dialogue, clock, journal, events };
  open.push(setting);
  return setting;
}

/** The same, started. */
export async function startSetting(options?: SettingOptions): Promise<Setting> {
  const setting = await createSetting(options);
  await setting.channel.start();
  return setting;
}
