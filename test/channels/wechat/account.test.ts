import { expect, it } from 'vitest';
import { ChannelError } from '../../../src/channels/types.js';
import { type Account, createAccount, type Hearing } from '../../../src/channels/wechat/account.js';
import { DEFAULT_LIMITS } from '../../../src/channels/wechat/options.js';
import { createStanding } from '../../../src/channels/wechat/standing.js';
import { type BotScript, loggedIn, type ScriptedBot, scriptedBot, self } from './scripted-bot.js';
import { turningClock } from './turning-clock.js';

const SCANS = { 2: 'Waiting', 3: 'Scanned', 5: 'Timeout' };
const DEAF: Hearing = { message: () => {}, friendship: () => {}, 'room-join': () => {} };

/** An account whose bots follow their scripts, one after the other; the last script goes on. */
function accountOf(scripts: readonly BotScript[], hearing: Hearing = DEAF) {
  const clock = turningClock();
  const lines: string[] = [];
  const codes: string[] = [];
  const failures: unknown[] = [];
  const bots: ScriptedBot[] = [];
  const standing = createStanding('wechat', clock, (line) => lines.push(line));
  const account: Account = createAccount({
    build: () => {
      const bot = scriptedBot(scripts[Math.min(bots.length, scripts.length - 1)] ?? {});
      bots.push(bot);
      return bot;
    },
    scans: SCANS,
    clock,
    limits: DEFAULT_LIMITS,
    standing,
    hearing: () => hearing,
    onCode: (code) => codes.push(code),
    onFailure: (error) => failures.push(error),
  });
  return { account, clock, lines, codes, failures, bots, standing };
}

it('has begun when a QR code is to be scanned, and is up when somebody logged in', async () => {
  const { account, bots, codes, standing } = accountOf([{ start: async (bot) => bot.say('scan', 'https://login.example/x', 2) }]);
  await account.start();
  expect([codes, standing.health().state, account.bot]).toEqual([['https://login.example/x'], 'starting', null]);
  bots[0]?.say('scan', '', 3);
  bots[0]?.say('login', self);
  expect([standing.health().state, account.bot]).toEqual(['up', bots[0]]);
  await account.stop();
  expect(bots[0]?.calls).toEqual(['start', 'ding', 'stop']);
});

it('lives as long as the gateway answers', async () => {
  const { account, clock, bots } = accountOf([{ start: loggedIn }]);
  await account.start();
  await clock.turn(3_600_000);
  expect(bots).toHaveLength(1);
  await account.stop();
});

it('is made anew when the gateway does not answer any more, and the old bot is stopped', async () => {
  const { account, clock, bots, lines } = accountOf([{ start: loggedIn, alive: false }, { start: loggedIn }]);
  await account.start();
  await clock.turn(DEFAULT_LIMITS.silence + 2 * DEFAULT_LIMITS.dingEvery);
  expect([bots.length, bots[0]?.calls.includes('stop'), account.bot === bots[1]]).toEqual([2, true, true]);
  expect(lines).toEqual([
    'wechat: starting',
    'wechat: logged in',
    'wechat: the gateway is lost; the bot is made anew: no sign of life',
    'wechat: logged in',
  ]);
  await account.stop();
});

it('does not wait for an old bot that never stops', async () => {
  const { account, clock, bots } = accountOf([
    { start: loggedIn, alive: false, stop: () => new Promise(() => {}) },
    { start: loggedIn },
  ]);
  await account.start();
  await clock.turn(DEFAULT_LIMITS.silence + 2 * DEFAULT_LIMITS.dingEvery + DEFAULT_LIMITS.stopWithin);
  expect(account.bot).toBe(bots[1]);
  await account.stop();
});

it('tries again with growing pauses while the gateway is away', async () => {
  const away = async (bot: ScriptedBot): Promise<void> => bot.say('error', new Error('14 UNAVAILABLE: connect 10.0.0.1'));
  const { account, clock, bots, standing, lines } = accountOf([{ start: away, active: false }]);
  await account.start();
  expect(standing.health()).toMatchObject({ state: 'down', detail: expect.stringContaining('the gateway does not answer') });
  const after: number[] = [];
  for (const minutes of [1, 10, 60]) {
    await clock.turn(minutes * 60_000);
    after.push(bots.length);
  }
  expect(after[0]).toBeGreaterThan(4);
  expect((after[2] ?? 0) - (after[1] ?? 0)).toBeLessThanOrEqual(13);
  expect(lines.join('\n')).not.toContain('10.0.0.1');
  await account.stop();
});

it('is not started when the settings have to be changed first', async () => {
  const wrong = async (bot: ScriptedBot): Promise<void> =>
    bot.say('error', new Error('Wechaty Puppet Service requires a SNI as prefix of the token … insecure_SECRET'));
  const { account, bots } = accountOf([{ start: wrong, active: false }]);
  const failure = await account.start().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ChannelError);
  expect(String(failure)).toContain('insecure_<token>');
  expect(String(failure)).not.toContain('SECRET');
  expect(bots).toHaveLength(1);
});

it('asks at once when something was not taken, and gives up sooner', async () => {
  const { account, clock, bots } = accountOf([{ start: loggedIn, alive: false }, { start: loggedIn }]);
  await account.start();
  account.doubt();
  await clock.turn(15_000);
  expect(account.bot).toBe(bots[1]);
  await account.stop();
});

it('keeps the bot when the gateway answers in a doubt', async () => {
  const { account, clock, bots } = accountOf([{ start: loggedIn }]);
  await account.start();
  account.doubt();
  await clock.turn(600_000);
  expect(bots).toHaveLength(1);
  await account.stop();
});

it('asks for a new QR code when nobody logs in for long', async () => {
  const { account, clock, bots } = accountOf([{ start: async (bot) => bot.say('scan', 'code', 2) }]);
  await account.start();
  await clock.turn(DEFAULT_LIMITS.loginSilence + 60_000);
  expect(bots).toHaveLength(2);
  await account.stop();
});

it('says that it was logged out, and has no bot until it is logged in again', async () => {
  const { account, bots, standing } = accountOf([{ start: loggedIn }]);
  await account.start();
  bots[0]?.say('logout', self);
  expect([standing.health().state, account.bot]).toEqual(['down', null]);
  bots[0]?.say('login', self);
  expect(account.bot).toBe(bots[0]);
  await account.stop();
});

it('goes on hearing when a listener throws, at once or later', async () => {
  const broken: Hearing = {
    ...DEAF,
    message: () => {
      throw new Error('at once');
    },
    friendship: (async () => {
      throw new Error('later');
    }) as Hearing['friendship'],
  };
  const { account, bots, failures } = accountOf([{ start: loggedIn }], broken);
  await account.start();
  let next = 0;
  bots[0]?.on('message', () => {
    next += 1;
  });
  bots[0]?.say('message', {} as never);
  bots[0]?.say('friendship', {} as never);
  await Promise.resolve();
  expect([next, failures.map(String)]).toEqual([1, ['Error: at once', 'Error: later']]);
  await account.stop();
});

it('does not hear a bot that was replaced', async () => {
  const heard: unknown[] = [];
  const hearing: Hearing = { ...DEAF, message: (message) => void heard.push(message) };
  const { account, clock, bots } = accountOf([{ start: loggedIn, alive: false }, { start: loggedIn }], hearing);
  await account.start();
  await clock.turn(90_000);
  bots[0]?.say('message', {} as never);
  bots[1]?.say('message', {} as never);
  expect(heard).toHaveLength(1);
  await account.stop();
});

it('makes no new bot after it was stopped, also in the middle of an attempt', async () => {
  const { account, clock, bots } = accountOf([{ start: loggedIn, alive: false }, { start: () => new Promise(() => {}) }]);
  await account.start();
  await clock.until(() => bots.length === 2);
  let stopped = false;
  void account.stop().then(() => {
    stopped = true;
  });
  await clock.until(() => stopped);
  await clock.turn(3_600_000);
  expect(bots).toHaveLength(2);
  expect(bots[1]?.calls).toContain('stop');
});

it('begins no longer than it takes to stop it', async () => {
  const { account, bots } = accountOf([{}]);
  const starting = account.start();
  await Promise.resolve();
  await account.stop();
  await starting;
  expect(bots[0]?.calls).toContain('stop');
  expect(account.bot).toBeNull();
});
