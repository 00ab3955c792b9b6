import type { EnumNames, WechatyContact, WechatyMessage } from './wechaty.js';

/** Accounts of WeChat itself that write to everybody. */
const SERVICE_ACCOUNTS: ReadonlySet<string> = new Set([
  'weixin',
  'fmessage',
  'filehelper',
  'floatbottle',
  'medianote',
  'newsapp',
  'notifymessage',
  'qmessage',
  'qqmail',
  'tmessage',
]);
/** Ids of official and service accounts. */
const OFFICIAL_ID = /^gh_/;

/** Notices of the system that puppets deliver as if the other person had written them. */
const SYSTEM_NOTICES: readonly RegExp[] = [
  /^你已添加了.{1,64}，现在可以开始聊天了。?$/u,
  /^You have added .{1,64} as your WeChat contact/u,
  /^.{1,64}刚刚把你添加到通讯录，现在可以开始聊天了。?$/u,
  /^.{1,64} just added you to (?:his\/her|their) contacts list/u,
  /^我通过了(?:你|您)的(?:朋友|好友)验证请求，现在(?:我们)?可以开始聊天了。?$/u,
  /^I've accepted your friend request\. Now let's chat!$/u,
  /^以上是打招呼的(?:消息|内容)。?$/u,
  /^.{1,64}开启了朋友验证，你还不是(?:他|她)/u,
  /^消息已发出，但被对方拒收了/u,
  /^["“].{1,64}["”] ?(?:撤回了一条消息|拍了拍|邀请)/u,
  /^(?:发送消息|操作)过于频繁，可稍后再试/u,
];

/** Kinds of messages that say nothing to us: what was taken back, and what even the puppet does not know. */
const SILENT_KINDS: ReadonlySet<string> = new Set(['Recalled', 'Unknown']);

function isServiceAccount(contact: WechatyContact, contacts: EnumNames): boolean {
  if (SERVICE_ACCOUNTS.has(contact.id) || OFFICIAL_ID.test(contact.id)) return true;
  try {
    return contacts[contact.type()] === 'Official';
  } catch {
    // Not loaded: who it is will be known with the next message; a service account answers nothing anyway.
    return false;
  }
}

/** A message to leave alone: our own, of the system, of an account of a company, or replayed after a log-in. */
export function isToOverlook(
  message: WechatyMessage,
  kinds: { readonly messages: EnumNames; readonly contacts: EnumNames },
  age: { readonly now: number; readonly oldest: number },
): boolean {
  // A conversation's own listeners also fire for what the bot says, and so does the bot's.
  if (message.self() || isServiceAccount(message.talker(), kinds.contacts)) return true;
  if (age.now - saidAt(message, age.now) > age.oldest) return true;
  const kind = kinds.messages[message.type()] ?? 'Unknown';
  return SILENT_KINDS.has(kind) || (kind === 'Text' && SYSTEM_NOTICES.some((notice) => notice.test(message.text().trim())));
}

/** When it was said, in milliseconds since 1970; now, when the puppet does not say. */
export function saidAt(message: WechatyMessage, now: number): number {
  const at = message.date().getTime();
  return Number.isFinite(at) && at > 0 ? at : now;
}
