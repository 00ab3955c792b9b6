import { checkNotice } from '../checker.js';
import type { NoticeInput } from '../notice/types.js';
import type { Registry } from '../registry/types.js';
import type { Checked, VerdictName } from '../verdict/types.js';
import type { Entry, InboxMessage, Skipped } from './message.js';
import { type Counts, createTally, type Group } from './tally.js';

export interface ScanOptions {
  /** Verdicts to list. */
  readonly only: ReadonlySet<VerdictName>;
  /** A day or time in China; older messages are left out, those without a time are not. */
  readonly since: string | null;
  /** Most wordings to list. */
  readonly most: number;
  /** Looked at between messages: what was found so far is the result. */
  readonly signal: AbortSignal;
  /** Is told of every message that was checked; the scan waits for it. */
  readonly onChecked?: (message: InboxMessage, checked: Checked) => Promise<void> | void;
}

export interface ScanResult {
  readonly counts: Counts;
  readonly groups: readonly Group[];
  readonly skipped: Readonly<Record<Skipped | 'older', number>>;
  /** It was stopped before the end. */
  readonly interrupted: boolean;
}

const noticeOf = ({ text, sender, receivedAt }: InboxMessage): NoticeInput => ({
  text,
  sender: sender ?? undefined,
  receivedAt: receivedAt ?? undefined,
});

const isOlder = ({ receivedAt }: InboxMessage, since: string | null): boolean =>
  since !== null && receivedAt !== null && receivedAt < since;

/**
 * The verdict on one message of an inbox. There every message has a sender, and nobody points at one of them:
 * what reads like a chat and has nothing wrong with it is a chat, though its number is known.
 */
export function checkMessage(message: InboxMessage, registry: Registry): Checked {
  const notice = noticeOf(message);
  const checked = checkNotice(notice, registry);
  const { verdict, claim, findings, conduct } = checked.gravest;
  const isOpen = verdict === 'unverified' && claim === null && conduct.length === 0;
  if (!isOpen || findings.some(({ leaning }) => leaning === 'scam')) return checked;
  const asTyped = checkNotice({ ...notice, sender: undefined }, registry);
  return asTyped.gravest.verdict === 'not_a_notice' ? asTyped : checked;
}

/** Checks one message after the other. Of the file no more is in memory than is listed. */
export async function scanInbox(entries: AsyncIterable<Entry>, registry: Registry, options: ScanOptions): Promise<ScanResult> {
  const { only, since, most, signal, onChecked } = options;
  const tally = createTally({ only, most });
  const skipped = { sent: 0, empty: 0, unreadable: 0, older: 0 };
  for await (const entry of entries) {
    if (signal.aborted) break;
    if (entry.kind === 'skipped') skipped[entry.why] += 1;
    else if (isOlder(entry.message, since)) skipped.older += 1;
    else {
      const checked = checkMessage(entry.message, registry);
      tally.add(entry.message, checked);
      await onChecked?.(entry.message, checked);
    }
  }
  return { counts: tally.counts(), groups: tally.groups(), skipped, interrupted: signal.aborted };
}
