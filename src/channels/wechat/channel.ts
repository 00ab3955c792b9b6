import type { Clock, Journal } from '../../dialogue/ports.js';
import type { Dialogue } from '../../dialogue/types.js';
import type { Language } from '../../reply/types.js';
import type { Wording } from '../../reply/wording.js';
import { type Channel, ChannelError, type ChannelHealth } from '../types.js';
import { type Account, createAccount } from './account.js';
import { createChoices } from './choices.js';
import { createFriends } from './friends.js';
import { createInbox, type Inbox, type InboxPorts } from './inbox.js';
import { loadWechaty } from './load.js';
import { DEFAULT_LIMITS, type WechatLimits, type WechatOptions } from './options.js';
import { createOutbox, type Outbox } from './outbox.js';
import { drawQrCode } from './qr-code.js';
import { reasonOf } from './reason.js';
import { createResponder } from './responder.js';
import { prepareSession } from './session.js';
import { createStanding, type Standing } from './standing.js';
import { within } from './waiting.js';
import type { Wechaty, WechatyBot } from './wechaty.js';

export interface WechatPorts {
  readonly dialogue: Dialogue;
  readonly clock: Clock;
  readonly journal: Journal;
  /** 0 to 1, for pauses that nobody can foresee. */
  readonly random: () => number;
  /** Lines for the operator: the QR code to scan, log-ins and log-outs. Nothing that anybody wrote. */
  readonly print: (line: string) => void;
  /** Sentences of the channel's own. */
  readonly wording: (language: Language) => Wording;
}

/** The parts of a channel that is running. */
interface Running {
  readonly account: Account;
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly responder: InboxPorts['responder'];
}

/** Prints each code once. */
function codePrinter({ print }: WechatPorts, standing: Standing): (code: string) => void {
  let last = '';
  return (code) => {
    if (code === last) return;
    last = code;
    drawQrCode(code).then(
      (drawn) => drawn.split('\n').forEach(print),
      () => standing.say('the QR code could not be drawn'),
    );
  };
}

/** What holds answers back, for the operator. */
function heldWords({ held, waiting }: Outbox, limits: WechatLimits): string {
  if (held === 'minute') return `${waiting} answers wait: ${limits.perMinute} messages in a minute are reached`;
  return held === 'day' ? `no answers leave: ${limits.perDay} messages in 24 hours are reached` : '';
}

function assemble(
  wechaty: Wechaty,
  options: WechatOptions,
  limits: WechatLimits,
  ports: WechatPorts,
  standing: Standing,
): Running {
  const { clock, journal } = ports;
  const channel = channelName(options);
  const note = (where: 'answering' | 'delivering') => (error: unknown) =>
    journal.note({ kind: 'failed', channel, where, error: reasonOf(error) });
  const choices = createChoices(clock, limits.choiceLifetime);

  const outbox: Outbox = createOutbox(limits, {
    clock,
    random: ports.random,
    isReady: () => account.bot !== null,
    onLost: () => account.doubt(),
    onHeld: () => {
      const words = heldWords(outbox, limits);
      if (words !== '') standing.say(words);
    },
  });

  const bot = (): WechatyBot => {
    if (account.bot === null) throw new Error('not logged in');
    return account.bot;
  };
  const responding = { outbox, choices, bot, wording: ports.wording, messageLength: limits.messageLength, file: wechaty.file };
  const responder: InboxPorts['responder'] = (address, person, allowance) =>
    createResponder(address, person, allowance, responding);
  const inbox = createInbox({
    channel,
    kinds: wechaty,
    choices,
    dialogue: ports.dialogue,
    clock,
    journal,
    limits,
    responder,
  });
  const friends = createFriends(options.friendWord, { kinds: wechaty.friendships, outbox, onFriend: inbox.friend });

  const { puppet, puppetOptions, session } = options;
  const account: Account = createAccount({
    build: () => wechaty.build({ puppet, puppetOptions, ...(session === null ? {} : { name: session }) }),
    scans: wechaty.scans,
    clock,
    limits,
    standing,
    hearing: (heard) => ({
      message: (message) => inbox.message(message, heard),
      friendship: (friendship) => void friends(friendship).catch(note('delivering')),
      'room-join': (room, invited, inviter) => inbox.roomJoined(room, invited, inviter),
    }),
    onCode: codePrinter(ports, standing),
    onFailure: note('answering'),
  });
  return { account, inbox, outbox, responder };
}

const channelName = ({ name }: WechatOptions): string => (name === '' ? 'wechat' : `wechat:${name}`);

/**
 * A WeChat account as a channel, through wechaty and the puppet that the operator chose. Both packages are loaded by
 * `start`, which settles when logging in has begun, and throws a ChannelError when a package is missing or the puppet's
 * own settings are. A gateway that is away is no error: the channel keeps trying, and `health` says so.
 */
export function createWechatChannel(options: WechatOptions, ports: WechatPorts): Channel {
  const limits: WechatLimits = { ...DEFAULT_LIMITS, ...options.limits };
  const { clock } = ports;
  const standing = createStanding(channelName(options), clock, ports.print);
  let isWanted = false;
  let running: Running | null = null;

  async function open(): Promise<void> {
    const wechaty = await loadWechaty(options.puppet);
    if (options.session !== null) await prepareSession(options.session);
    if (!isWanted) return;
    running = assemble(wechaty, options, limits, ports, standing);
    await running.account.start();
  }

  async function close({ account, inbox, outbox }: Running): Promise<void> {
    inbox.close();
    outbox.hurry();
    await within(clock, limits.stopWithin, ports.dialogue.idle()).catch(() => {
      standing.say(`stopped with ${outbox.waiting} answers unsent`);
    });
    outbox.close();
    await account.stop();
  }

  function health(): ChannelHealth {
    const standingHealth = standing.health();
    if (running === null || standingHealth.state !== 'up') return standingHealth;
    const { account, outbox } = running;
    const held = heldWords(outbox, limits);
    if (held !== '') return { state: 'degraded', detail: held, since: outbox.heldSince };
    const silent = Math.round(account.silentFor / 1000);
    if (account.silentFor <= 2 * limits.dingEvery) return standingHealth;
    return {
      ...standingHealth,
      state: 'degraded',
      detail: `no sign of life from the gateway for ${silent} s; it is asked again`,
    };
  }

  return {
    name: channelName(options),
    health,
    async tell(conversation, body) {
      if (running === null) throw new ChannelError('WeChat is not running');
      const address = { conversation, isGroup: false, mention: null };
      await running.responder(address, conversation, 'answers').say({ body, document: null, inReplyTo: null });
    },
    async start() {
      if (isWanted) return;
      isWanted = true;
      try {
        await open();
      } catch (error) {
        isWanted = false;
        running = null;
        throw error;
      }
    },
    async stop() {
      isWanted = false;
      const closing = running;
      running = null;
      if (closing) await close(closing);
    },
  };
}
