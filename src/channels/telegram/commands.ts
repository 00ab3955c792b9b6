import type { Content } from '../../dialogue/events.js';
import type { Language } from '../../reply/types.js';
import type { Wording } from '../../reply/wording.js';
import type { BotName } from './spoken.js';

/** Commands that Telegram offers in its menu, in this order. */
const COMMANDS = ['start', 'help', 'check', 'lookup', 'complain', 'language', 'privacy', 'delete'] as const;

const OURS: ReadonlySet<string> = new Set(COMMANDS);

interface Called {
  readonly name: string;
  readonly argument: string;
  /** Meant for this bot and no other: by its name, or by a command that it has. */
  readonly isOurs: boolean;
}

const COMMAND = /^\/([a-z0-9_]{1,64})(?:@([a-z0-9_]{3,32}))?(?:\s([\s\S]*))?$/i;

/** `/lookup@name 95188` taken apart; null when a text is no command. */
export function commandIn(text: string, bot: BotName): Called | null {
  const [, name, addressee, argument] = COMMAND.exec(text) ?? [];
  if (name === undefined) return null;
  const isOurs = addressee === undefined ? OURS.has(name.toLowerCase()) : addressee.toLowerCase() === bot.username.toLowerCase();
  return { name: name.toLowerCase(), argument: (argument ?? '').trim(), isOurs };
}

/** What `t.me/<bot>?start=…` carries: at most 64 of A-Z, a-z, 0-9, _ and -. */
const DEEP_LINK = /^(lookup|help)_([\w-]{1,64})$/i;

/** What a command asks for. A link into the bot arrives as `/start <what>`. */
export function commandContent({ name, argument }: Called): Content {
  if (name !== 'start') return { kind: 'command', name, argument };
  const [, what, which = ''] = DEEP_LINK.exec(argument) ?? [];
  if (what === undefined) return { kind: 'command', name, argument: '' };
  if (what.toLowerCase() === 'lookup') return { kind: 'command', name: 'lookup', argument: which };
  return { kind: 'button', id: `help:${which}` };
}

/** The menu of one language. */
export function commandMenu(wording: Wording): { command: string; description: string }[] {
  return COMMANDS.map((command) => ({ command, description: wording.text(`telegram.command.${command}`) }));
}

/** Which menu is shown to whom: null is for everybody whose language has none of its own. */
export const MENUS: readonly (readonly [languageCode: string | null, language: Language])[] = [
  [null, 'en'],
  ['en', 'en'],
  ['zh', 'zh'],
];

/** The language that a person's app speaks: Chinese of every kind, or else English. */
export function languageOf(code: string | undefined): Language | null {
  if (code === undefined || code === '') return null;
  return /^zh\b/i.test(code) ? 'zh' : 'en';
}
