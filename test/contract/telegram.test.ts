import { systemClock } from '../../src/channels/system-clock.js';
import { createTelegramChannel } from '../../src/channels/telegram/channel.js';
import { wordingIn } from '../../src/reply/wording.js';
import { type SentMessage, startBotApiServer } from '../channels/telegram/bot-api-server.js';
import { recordedRegistry } from '../recorded-registry.js';
import { describeChannel, type SeenMessage } from './channel.js';

const FIRST_UPDATE = 1_000;

const shown = ({ text, buttons, document, entities }: SentMessage): SeenMessage => ({
  text,
  buttons: buttons.flat().map((button) => button.text),
  document: document && { name: document.name, text: document.text },
  links: entities.flatMap(({ url }) => url ?? []),
});

describeChannel({
  name: 'Telegram',
  make: async ({ dialogue, journal }) => {
    const server = await startBotApiServer({ firstUpdate: FIRST_UPDATE });
    const person = server.person(7);
    let updates = 0;
    let last: Readonly<Record<string, unknown>> | null = null;
    const channel = createTelegramChannel(
      { token: server.token, apiRoot: server.apiRoot, webhook: null },
      { dialogue, journal, clock: systemClock, wording: (language) => wordingIn(recordedRegistry(), language) },
    );
    await channel.start();
    await server.until(() => server.calls('getUpdates').length > 0);
    const happened = (message: Readonly<Record<string, unknown>> | null): void => {
      updates += 1;
      last = message;
    };
    return {
      channel,
      say: async (text) => happened(person.say(text)),
      press: async (label) => {
        person.press(label);
        happened(null);
      },
      sendUnsupported: async () => happened(person.send({ voice: { file_id: 'v', file_unique_id: 'v', duration: 3 } })),
      deliverAgain: async () => {
        if (last) server.happenAs(FIRST_UPDATE + updates - 1, { message: last });
      },
      seen: () => person.received.map(shown),
      workShown: () => server.calls('sendChatAction').length,
      close: () => server.close(),
    };
  },
});
