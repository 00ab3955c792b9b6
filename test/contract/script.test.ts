import { systemClock } from '../../src/channels/system-clock.js';
import type { Content, IncomingEvent } from '../../src/dialogue/events.js';
import type { OutgoingMessage } from '../../src/dialogue/messages.js';
import { renderPlainText } from '../../src/reply/plain-text.js';
import { printable } from '../../src/reply/printable.js';
import { createScriptedChannel } from '../../src/testing/index.js';
import { describeChannel, type SeenMessage } from './channel.js';

const shown = ({ body, document }: OutgoingMessage): SeenMessage => ({
  text: renderPlainText(body).split('\n').map(printable).join('\n'),
  buttons: body.question?.buttons.map(({ label }) => printable(label)) ?? [],
  document,
  links: [],
});

describeChannel({
  name: 'scripted',
  make: async ({ dialogue }) => {
    const messages: OutgoingMessage[] = [];
    let worked = 0;
    let last: IncomingEvent | null = null;
    let count = 0;
    const channel = createScriptedChannel(dialogue, systemClock, {
      answered: (_, message) => void messages.push(message),
      working: () => {
        worked += 1;
      },
    });
    await channel.start();
    const send = async (content: Content): Promise<void> => {
      count += 1;
      last = {
        id: `${count}`,
        channel: 'script',
        person: 'me',
        conversation: 'me',
        isGroup: false,
        isAddressed: true,
        at: systemClock.now(),
        message: `${count}`,
        album: null,
        isEdit: false,
        language: null,
        content,
        about: null,
      };
      channel.deliver(last);
    };
    return {
      channel,
      say: (text) => send({ kind: 'text', text, forwarded: null }),
      press: (label) => {
        const button = messages.flatMap(({ body }) => body.question?.buttons ?? []).find((one) => one.label === label);
        return send({ kind: 'button', id: button?.id ?? '' });
      },
      sendUnsupported: () => send({ kind: 'unsupported', what: 'voice' }),
      deliverAgain: async () => {
        if (last) channel.deliver(last);
      },
      seen: () => messages.map(shown),
      workShown: () => worked,
      close: async () => undefined,
    };
  },
});
