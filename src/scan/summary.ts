import type { Registry } from '../registry/types.js';
import { nameIn } from '../reply/names.js';
import { shorten } from '../reply/quote.js';
import type { Language } from '../reply/types.js';
import { type Wording, wordingIn } from '../reply/wording.js';
import { VERDICTS } from '../verdict/types.js';
import type { ScanResult } from './scan-inbox.js';
import type { Group } from './tally.js';

/** What the table and the report say of one group; somebody else's words are defanged. */
export interface GroupCells {
  readonly last: string;
  readonly sender: string;
  readonly verdict: string;
  readonly platform: string;
  readonly count: string;
  readonly words: string;
}

const SKIPPED_KINDS = ['sent', 'older', 'empty', 'unreadable'] as const;

/** A time as the table has it: 2026-11-20 22:30. */
const timeOf = (time: string | null): string => time?.replace('T', ' ') ?? '-';

export function cellsOf(group: Group, registry: Registry, wording: Wording): GroupCells {
  const platform = group.platform === null ? undefined : registry.platform(group.platform);
  return {
    last: timeOf(group.last),
    sender: group.example.sender === null ? '-' : shorten(group.example.sender),
    verdict: wording.text(`scan.verdict.${group.verdict}`),
    platform: platform ? nameIn(wording.language, platform.name, registry) : '-',
    count: `×${group.count}`,
    words: shorten(group.example.text.replace(/\s+/g, ' ')),
  };
}

/** How many messages got which verdict, what was not checked and why, and what is not listed. */
export function summaryLines(result: ScanResult, registry: Registry, language: Language): string[] {
  const wording = wordingIn(registry, language);
  const { counts, skipped, groups, interrupted } = result;
  const checked = VERDICTS.reduce((sum, verdict) => sum + counts[verdict], 0);
  const by = VERDICTS.filter((verdict) => counts[verdict] > 0).map(
    (verdict) => `${wording.text(`scan.verdict.${verdict}`)} ${counts[verdict]}`,
  );
  const why = SKIPPED_KINDS.filter((kind) => skipped[kind] > 0).map((kind) =>
    wording.text(`scan.skipped.${kind}`, { count: String(skipped[kind]) }),
  );
  const join = wording.text('list.join');
  return [
    interrupted ? wording.text('scan.interrupted') : '',
    wording.text('scan.checked', { count: String(checked), list: by.join(join) }),
    why.length > 0 ? wording.text('scan.skipped', { list: why.join(join) }) : '',
    groups.length === 0 ? wording.text('scan.nothing_listed') : '',
  ].filter(Boolean);
}
