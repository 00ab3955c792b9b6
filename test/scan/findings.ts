import type { Entry, InboxMessage } from '../../src/scan/message.js';
import { checkMessage, type ScanOptions, type ScanResult, scanInbox } from '../../src/scan/scan-inbox.js';
import { createTally, type Tally } from '../../src/scan/tally.js';
import { VERDICTS, type VerdictName } from '../../src/verdict/types.js';
import { recordedRegistry } from '../recorded-registry.js';

export const message = (text: string, rest: Partial<InboxMessage> = {}): InboxMessage => ({
  text,
  sender: null,
  receivedAt: null,
  ...rest,
});

/** The same lure in another filling. */
export const lure = (variant: number, rest: Partial<InboxMessage> = {}): InboxMessage =>
  message(
    `【京东金融】您的亲属李某白条已严重逾期${variant}天，点击 jd-huanqing${variant}.top 协商，或加专员微信 jdzy${8_000 + variant}`,
    rest,
  );

/** What one scan of these messages finds. */
export function scanned(messages: readonly InboxMessage[], options: Partial<ScanOptions> = {}): Promise<ScanResult> {
  async function* entries(): AsyncGenerator<Entry, void, undefined> {
    for (const each of messages) yield { kind: 'message', message: each };
  }
  const signal = new AbortController().signal;
  return scanInbox(entries(), recordedRegistry(), { only: new Set(VERDICTS), since: null, most: 100, signal, ...options });
}

export function tallied(messages: readonly InboxMessage[], only: readonly VerdictName[], most: number): Tally {
  const tally = createTally({ only: new Set(only), most });
  for (const each of messages) tally.add(each, checkMessage(each, recordedRegistry()));
  return tally;
}
