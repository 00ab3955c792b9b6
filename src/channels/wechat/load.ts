import { createRequire } from 'node:module';
import { ChannelError } from '../types.js';
import type { EnumNames, Wechaty, WechatyBot, WechatyFile, WechatyOptions } from './wechaty.js';

const PACKAGE_NAME = /^(?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*$/i;

/** What is taken from the module `wechaty`. */
interface WechatyModule {
  readonly WechatyBuilder: { build(options: WechatyOptions): WechatyBot };
  readonly types: { readonly Message: EnumNames; readonly Contact: EnumNames; readonly Friendship: EnumNames };
  readonly ScanStatus: EnumNames;
  readonly log: { level(level: string): unknown };
}

/** A dependency of wechaty's, not of ours: it is found from where wechaty stands. */
const FILES = 'file-box';

interface FileBoxModule {
  readonly FileBox: { fromBase64(base64: string, name: string): WechatyFile };
}

const isMissing = (error: unknown, name: string): boolean => {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') && String(message).includes(`'${name}'`);
};

async function importOptional(name: string): Promise<unknown> {
  try {
    return await import(name);
  } catch (error) {
    if (isMissing(error, name)) throw new ChannelError(`WeChat needs the package ${name}: run npm install ${name}`);
    throw new ChannelError(`WeChat: the package ${name} does not load; install it again with npm install ${name}`);
  }
}

/**
 * Loads wechaty and the puppet, about 80 MB of memory and one second, for those who use WeChat only.
 * @throws ChannelError when one of the packages is not installed, with the command that installs it.
 */
export async function loadWechaty(puppet: string): Promise<Wechaty> {
  if (!PACKAGE_NAME.test(puppet)) throw new ChannelError('WeChat: the puppet is a package name such as wechaty-puppet-service');
  const wechaty = (await importOptional('wechaty')) as WechatyModule;
  await importOptional(puppet);
  // At every level its log holds names, texts of chats or tokens; what matters is told by this channel's own lines.
  wechaty.log.level('silent');
  const require = createRequire(createRequire(import.meta.url).resolve('wechaty'));
  const { FileBox } = require(FILES) as FileBoxModule;
  return {
    build: (options) => wechaty.WechatyBuilder.build(options),
    file: (base64, name) => FileBox.fromBase64(base64, name),
    messages: wechaty.types.Message,
    contacts: wechaty.types.Contact,
    friendships: wechaty.types.Friendship,
    scans: wechaty.ScanStatus,
  };
}
