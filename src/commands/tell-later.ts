import type { Channel } from '../channels/types.js';
import type { Reach } from '../dialogue/ports.js';
import type { Registry } from '../registry/types.js';
import { composeCorrection } from '../reply/correction.js';
import { composeTalk } from '../reply/talk.js';
import type { ReplyBody } from '../reply/types.js';
import type { Store } from '../store/open-store.js';
import type { Log } from './journal.js';

interface Ports {
  readonly store: Store;
  readonly channels: readonly Channel[];
  readonly registry: () => Registry;
  readonly log: Log;
}

type Tell = (reach: Reach, body: ReplyBody) => Promise<boolean>;

async function tellCorrections({ store, registry, channels, log }: Ports, tell: Tell): Promise<void> {
  for (const { id, reach, day, verdict } of await store.corrections.take(channels.map(({ name }) => name))) {
    if (!(await tell(reach, composeCorrection({ day, verdict }, registry(), reach.language)))) continue;
    await store.corrections.told(id);
    log.info({ channel: reach.channel }, 'a correction was told');
  }
}

async function askAgain({ store, registry, channels, log }: Ports, tell: Tell): Promise<void> {
  for (const reach of await store.left.take(channels.map(({ name }) => name))) {
    log.warn({ channel: reach.channel }, 'a worker died with a message; its sender is asked for it again');
    await tell(reach, composeTalk('send_again', registry(), reach.language));
  }
}

/**
 * Tells people what they are to be told without having asked just now: that a verdict they doubted was changed, and that what they
 * sent got lost with a worker. What cannot be told now is tried again later. Never throws.
 */
export async function tellWhatWaits(ports: Ports): Promise<void> {
  const { channels, log } = ports;
  const tell: Tell = async ({ channel: name, conversation }, body) => {
    const channel = channels.find((one) => one.name === name);
    if (!channel?.tell) return false;
    try {
      await channel.tell(conversation, body);
      return true;
    } catch {
      log.warn({ channel: name }, 'somebody could not be told yet');
      return false;
    }
  };
  try {
    await tellCorrections(ports, tell);
    await askAgain(ports, tell);
  } catch {
    // The memory is away; its health says so.
  }
}
