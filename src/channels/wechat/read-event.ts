import type { Content, IncomingEvent } from '../../dialogue/events.js';
import type { Clock } from '../../dialogue/ports.js';
import type { Choices } from './choices.js';
import { contentOf, textContent } from './content.js';
import { mentionsByName, withoutMentions } from './mention.js';
import type { WechatLimits } from './options.js';
import { saidAt } from './overlook.js';
import { quotedContent, splitQuote } from './quote.js';
import { within } from './waiting.js';
import type { EnumNames, WechatyBot, WechatyContact, WechatyMessage, WechatyRoom } from './wechaty.js';

/** What is needed to understand a message. */
export interface Surroundings {
  readonly channel: string;
  readonly bot: WechatyBot;
  readonly kinds: EnumNames;
  readonly choices: Choices;
  readonly clock: Clock;
  readonly limits: WechatLimits;
}

/** Words said to us, freed of mentions and of the message they answer. */
interface Said {
  readonly isAddressed: boolean;
  readonly text: string;
  readonly about: Content | null;
}

/** Said in a room to others: handed over as it stands, for the dialogue to leave alone or not. */
const saidToOthers = (message: WechatyMessage): Said => ({ isAddressed: false, text: message.text(), about: null });

/** The bot's names in a conversation: its own, and the one it has in the room. */
async function namesOfBot({ bot, clock, limits }: Surroundings, room: WechatyRoom | undefined): Promise<string[]> {
  const alias = room ? await within(clock, limits.callWithin, room.alias(bot.currentUser)).catch(() => undefined) : undefined;
  return [bot.currentUser.name(), alias ?? ''].filter((name) => name !== '');
}

const isMentioned = (message: WechatyMessage, { clock, limits }: Surroundings): Promise<boolean> =>
  within(clock, limits.callWithin, message.mentionSelf()).catch(() => false);

/** A text, and whether it is said to the bot: always in private, in a room by a mention or by quoting the bot. */
async function readText(message: WechatyMessage, surroundings: Surroundings): Promise<Said> {
  const room = message.room();
  const quote = splitQuote(message.text());
  const written = quote?.reply ?? message.text();
  if (room && !quote && !written.includes('@')) return saidToOthers(message);

  const names = await namesOfBot(surroundings, room);
  const quotesBot = quote !== null && names.includes(quote.sender);
  const mentioned = room !== undefined && ((await isMentioned(message, surroundings)) || mentionsByName(written, names));
  if (room && !mentioned && !quotesBot) return saidToOthers(message);
  return {
    isAddressed: true,
    text: withoutMentions(written, names, mentioned),
    about: quote && !quotesBot ? quotedContent(quote.quoted) : null,
  };
}

/** A number that answers the bot's question is the button it stands for; with a quoted message it is a text about that. */
function wordsOrChoice(said: Said, talker: WechatyContact, conversation: string, choices: Choices): Content {
  const { text, about } = said;
  if (!said.isAddressed) return { kind: 'text', text, forwarded: null };
  const chosen = about ? null : choices.chosen(conversation, talker.id, text);
  return chosen === null ? textContent(text) : { kind: 'button', id: chosen };
}

/** A message as an event; null when it was sent into a room without words, and so to nobody in particular. */
export async function readEvent(message: WechatyMessage, surroundings: Surroundings): Promise<IncomingEvent | null> {
  const { channel, kinds, choices, clock } = surroundings;
  const talker = message.talker();
  const room = message.room();
  const conversation = room?.id ?? talker.id;
  const isText = kinds[message.type()] === 'Text';
  if (room && !isText) return null;

  const said = isText ? await readText(message, surroundings) : null;
  return {
    id: message.id,
    channel,
    person: talker.id,
    conversation,
    isGroup: room !== undefined,
    isAddressed: said?.isAddressed ?? true,
    at: saidAt(message, clock.now()),
    message: message.id,
    album: null,
    isEdit: false,
    language: null,
    content: said ? wordsOrChoice(said, talker, conversation, choices) : await contentOf(message, surroundings),
    about: said?.about ?? null,
  };
}
