import type { Clock } from '../../dialogue/ports.js';
import { ChannelError } from '../types.js';
import type { WechatLimits } from './options.js';
import { isOfConnection, needsHands, reasonOf } from './reason.js';
import type { Standing } from './standing.js';
import { within } from './waiting.js';
import type { EnumNames, WechatyBot, WechatyEvents } from './wechaty.js';

/** What the account hears, apart from what it handles itself. */
export type Hearing = Pick<WechatyEvents, 'message' | 'friendship' | 'room-join'>;

export interface AccountPorts {
  /** A new bot, not started. */
  readonly build: () => WechatyBot;
  readonly scans: EnumNames;
  readonly clock: Clock;
  readonly limits: WechatLimits;
  readonly standing: Standing;
  readonly hearing: (bot: WechatyBot) => Hearing;
  /** A code to be scanned. */
  readonly onCode: (code: string) => void;
  /** A listener failed; the others go on. */
  readonly onFailure: (error: unknown) => void;
}

/** One WeChat account, kept logged in. */
export interface Account {
  /**
   * Settles when a QR code is shown, when it is logged in, or when the first attempt failed and others will follow.
   * @throws ChannelError when trying again would not help.
   */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** The bot, when it is logged in and nothing speaks against its being heard. */
  readonly bot: WechatyBot | null;
  /** Milliseconds since the last sign of life. */
  readonly silentFor: number;
  /** Something was not taken: the gateway is asked whether it is there, and has little time to answer. */
  doubt(): void;
}

const FIRST_RETRY = 1000;
/** In a doubt: how long the gateway has to answer, and how often it is asked. */
const ANSWER_IN_DOUBT = 9000;
const ASK_IN_DOUBT = 3000;

/**
 * Keeps a bot running. wechaty does not come back by itself after a gateway was restarted, so signs of life are counted
 * here, and when they stay away the bot is stopped, within a limit, and made anew, with growing pauses.
 */
export function createAccount(ports: AccountPorts): Account {
  const { clock, limits, standing } = ports;
  let current: WechatyBot | null = null;
  let isLoggedIn = false;
  let isRunning = false;
  let isReplacing = false;
  let isStarting = false;
  let lastSign = clock.now();
  let lastLoginSign = clock.now();
  /** When the gateway counts as dead, unless it gives a sign before. */
  let deadline = 0;
  let isInDoubt = false;
  let retry = FIRST_RETRY;
  let firstError: unknown = null;
  let onBegun = (): void => {};
  let cancelWatch = (): void => {};
  let endPause = (): void => {};

  function sign(): void {
    lastSign = clock.now();
    deadline = lastSign + limits.silence;
    isInDoubt = false;
  }

  function noteLogin(isIn: boolean): void {
    isLoggedIn = isIn;
    lastLoginSign = clock.now();
    if (isIn) retry = FIRST_RETRY;
    onBegun();
  }

  function onScan(code: string, status: number): void {
    const name = ports.scans[status];
    noteLogin(false);
    if (name === 'Scanned') standing.say('the QR code was scanned; confirm on the phone');
    if (name !== 'Waiting' && name !== 'Timeout') return;
    standing.enter('scan');
    if (code !== '') ports.onCode(code);
  }

  const ownEvents: Partial<WechatyEvents> = {
    scan: onScan,
    login: () => {
      noteLogin(true);
      standing.enter('in');
    },
    logout: () => {
      noteLogin(false);
      standing.enter('out');
    },
    heartbeat: () => {},
    dong: () => {},
    // Puppets report all kinds of troubles; only a cut connection is a reason to ask whether the gateway is still there.
    error: (error) => {
      firstError ??= error;
      if (isOfConnection(error)) doubt();
    },
  };

  /** A listener that throws would keep wechaty from calling the next one; a bot that was replaced is not heard. */
  function listen(bot: WechatyBot, events: Partial<WechatyEvents>): void {
    for (const [name, listener] of Object.entries(events) as [keyof WechatyEvents, (...given: unknown[]) => unknown][]) {
      bot.on(name, async (...given: unknown[]) => {
        if (bot !== current) return;
        if (name !== 'error') sign();
        try {
          await listener(...given);
        } catch (error) {
          ports.onFailure(error);
        }
      });
    }
  }

  async function attempt(): Promise<void> {
    firstError = null;
    const bot = ports.build();
    current = bot;
    lastLoginSign = clock.now();
    sign();
    listen(bot, { ...ownEvents, ...ports.hearing(bot) });
    isStarting = true;
    await within(clock, limits.startWithin, bot.start()).finally(() => {
      isStarting = false;
    });
    // wechaty itself reports what keeps a puppet from starting only as an event.
    if (!bot.puppet.state.active()) throw firstError ?? new Error('the puppet did not start');
    if (standing.phase === 'lost') standing.enter('starting');
  }

  /** Whatever becomes of the old bot, nobody waits for it longer than the limit. */
  async function retire(): Promise<void> {
    const old = current;
    current = null;
    isLoggedIn = false;
    if (old) await within(clock, limits.stopWithin, old.stop()).catch(() => {});
  }

  /** Longer after each attempt that failed. */
  function pause(): Promise<void> {
    const length = retry;
    retry = Math.min(limits.longestRetry, retry * 2);
    return new Promise((resolve) => {
      const cancel = clock.after(length, resolve);
      endPause = () => {
        cancel();
        resolve();
      };
    });
  }

  const failureOf = (work: Promise<void>): Promise<string | null> => work.then(() => null, reasonOf);

  async function replace(why: string): Promise<void> {
    if (isReplacing) return;
    isReplacing = true;
    for (let reason: string | null = why; isRunning && reason !== null; ) {
      standing.enter('lost', reason);
      await retire();
      await pause();
      reason = isRunning ? await failureOf(attempt()) : null;
    }
    isReplacing = false;
    if (!isRunning) await retire();
  }

  function watch(): void {
    cancelWatch();
    if (!isRunning) return;
    const now = clock.now();
    cancelWatch = clock.after(isInDoubt ? ASK_IN_DOUBT : limits.dingEvery, watch);
    if (isReplacing || isStarting || current === null) return;
    if (now >= deadline) void replace('no sign of life');
    else if (!isLoggedIn && now - lastLoginSign > limits.loginSilence) void replace('nobody logged in');
    else current.ding('notice-check');
  }

  function doubt(): void {
    if (isStarting || isInDoubt) return;
    isInDoubt = true;
    deadline = Math.min(deadline, clock.now() + ANSWER_IN_DOUBT);
    watch();
  }

  async function begin(): Promise<void> {
    const begun = new Promise<void>((resolve) => {
      onBegun = resolve;
    });
    await attempt();
    await within(clock, limits.startWithin, begun).catch(() => {});
  }

  return {
    get bot() {
      return isLoggedIn && !isReplacing && !isInDoubt ? current : null;
    },
    get silentFor() {
      return clock.now() - lastSign;
    },
    doubt,
    async start() {
      isRunning = true;
      standing.enter('starting');
      try {
        await begin();
      } catch (error) {
        if (needsHands(error)) {
          await this.stop();
          throw new ChannelError(`WeChat: the puppet does not start: ${reasonOf(error)}`);
        }
        void replace(reasonOf(error));
      }
      watch();
    },
    async stop() {
      isRunning = false;
      cancelWatch();
      endPause();
      onBegun();
      await retire();
      standing.enter('stopped');
    },
  };
}
