import { defang } from '../../reply/defang.js';
import type { WechatyBot, WechatyContact, WechatyFile, WechatyRoom } from './wechaty.js';

/** Where an answer goes. Ids, not objects of the bot: the bot may be another one by the time the answer leaves. */
export interface Address {
  readonly conversation: string;
  readonly isGroup: boolean;
  /** Who asked, to be mentioned in a group; null when nobody is to be. */
  readonly mention: string | null;
}

const LONGEST_NAME = 32;

/**
 * Who asked, when the name may be shown: a mention writes the name as its owner chose it, and a name can be an address
 * or a number to tap.
 */
async function mentionable(room: WechatyRoom, person: string, bot: WechatyBot): Promise<WechatyContact | null> {
  const contact = await bot.Contact.find({ id: person });
  if (!contact) return null;
  const shown = (await room.alias(contact)) || contact.name();
  return shown !== '' && shown.length <= LONGEST_NAME && defang(shown) === shown ? contact : null;
}

async function sayInRoom(bot: WechatyBot, address: Address, sayable: string | WechatyFile): Promise<void> {
  const room = await bot.Room.find({ id: address.conversation });
  if (!room) throw new Error('the room is not known to the puppet');
  const asker = address.mention === null ? null : await mentionable(room, address.mention, bot).catch(() => null);
  if (asker && typeof sayable === 'string') await room.say(sayable, asker);
  else await room.say(sayable);
}

/** Sends one message. @throws what the puppet throws. */
export async function sayTo(bot: WechatyBot, address: Address, sayable: string | WechatyFile): Promise<void> {
  if (address.isGroup) return sayInRoom(bot, address, sayable);
  const contact = await bot.Contact.find({ id: address.conversation });
  if (!contact) throw new Error('the contact is not known to the puppet');
  await contact.say(sayable);
}
