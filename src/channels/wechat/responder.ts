import type { OutgoingDocument, OutgoingMessage, Responder } from '../../dialogue/messages.js';
import { type Address, sayTo } from './address.js';
import type { Choices } from './choices.js';
import { documentBytes, documentText } from './document.js';
import { type Drawing, drawReply } from './draw.js';
import { NotSentError, type Outbox, type Part } from './outbox.js';
import { wasNotTaken } from './reason.js';
import { splitText } from './split.js';
import type { Wechaty, WechatyBot, WechatyFile } from './wechaty.js';

export interface ResponderPorts {
  readonly outbox: Outbox;
  readonly choices: Choices;
  readonly wording: Drawing['wording'];
  readonly messageLength: number;
  readonly file: Wechaty['file'];
  /** The bot that is logged in. @throws when there is none. */
  readonly bot: () => WechatyBot;
}

/** Somebody who has not written gets the greeting and nothing else. */
export type Allowance = 'answers' | 'one greeting';

const CHARACTERS_OF_A_FILE = 0;

/** Takes the answers to one event: draws them, and sends them when it is their turn. */
export function createResponder(
  address: Address,
  person: string,
  allowance: Allowance,
  { outbox, choices, wording, messageLength, file, bot }: ResponderPorts,
): Responder {
  let said = 0;

  const part = (sayable: string | WechatyFile, to: Address): Part => ({
    length: typeof sayable === 'string' ? sayable.length : CHARACTERS_OF_A_FILE,
    deliver: () => sayTo(bot(), to, sayable),
  });

  async function sendDocument(document: OutgoingDocument): Promise<void> {
    const unmentioned = { ...address, mention: null };
    try {
      await outbox.send(address.conversation, [part(file(documentBytes(document), document.name), unmentioned)]);
    } catch (error) {
      if (error instanceof NotSentError || wasNotTaken(error)) throw error;
      const texts = splitText(documentText(document), messageLength);
      await outbox.send(
        address.conversation,
        texts.map((text) => part(text, unmentioned)),
      );
    }
  }

  async function say({ body, document }: OutgoingMessage): Promise<void> {
    said += 1;
    if (allowance === 'one greeting' && said > 1) throw new NotSentError('only a greeting goes to somebody who did not write');
    const texts = drawReply(body, { wording, isGroup: address.isGroup, messageLength });
    await outbox.send(
      address.conversation,
      texts.map((text, at) => part(text, at === 0 ? address : { ...address, mention: null })),
    );
    const buttons = body.question?.buttons ?? [];
    if (buttons.length > 0) choices.offer(address.conversation, person, buttons);
    if (document) await sendDocument(document);
  }

  // WeChat shows nobody that an answer is being written.
  return { say, working: () => {} };
}
