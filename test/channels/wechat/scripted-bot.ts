import type { WechatyBot, WechatyContact, WechatyEvents } from '../../../src/channels/wechat/wechaty.js';

/** A bot of wechaty whose gateway does what the test says. */
export interface ScriptedBot extends WechatyBot {
  readonly calls: string[];
  say<Name extends keyof WechatyEvents>(name: Name, ...given: Parameters<WechatyEvents[Name]>): void;
}

export interface BotScript {
  start?: (bot: ScriptedBot) => Promise<void>;
  stop?: () => Promise<void>;
  /** Whether the puppet came up. */
  active?: boolean;
  /** The gateway answers a ding. */
  alive?: boolean;
}

const SELF = { id: 'bot', name: () => '核一核', self: () => true, type: () => 1 } as unknown as WechatyContact;

export function scriptedBot({ start, stop, active = true, alive = true }: BotScript): ScriptedBot {
  const listeners: { readonly name: string; readonly listener: (...given: never[]) => unknown }[] = [];
  const calls: string[] = [];
  const bot: ScriptedBot = {
    calls,
    Contact: { find: async () => undefined },
    Room: { find: async () => undefined },
    currentUser: SELF,
    puppet: { state: { active: () => active } },
    on: (name, listener) => listeners.push({ name, listener: listener as (...given: never[]) => unknown }),
    start: async () => {
      calls.push('start');
      await start?.(bot);
    },
    stop: async () => {
      calls.push('stop');
      await stop?.();
    },
    ding: () => {
      calls.push('ding');
      if (alive) bot.say('dong', 'notice-check');
    },
    // As in Node's emitters: one that throws keeps the next ones from being called.
    say: (name, ...given) => {
      for (const known of listeners) if (known.name === name) known.listener(...(given as readonly unknown[] as never[]));
    },
  };
  return bot;
}

export const loggedIn = async (bot: ScriptedBot): Promise<void> => bot.say('login', SELF);
export const self = SELF;
