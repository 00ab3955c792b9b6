import { templateOf } from '../notice/fingerprint.js';
import { type Checked, VERDICTS, type Verdict, type VerdictName } from '../verdict/types.js';
import type { InboxMessage } from './message.js';

/** Messages of one wording with one verdict. */
export interface Group {
  readonly verdict: VerdictName;
  /** Record id of the claimed platform. */
  readonly platform: string | null;
  /** The latest of them. */
  readonly example: InboxMessage;
  readonly count: number;
  /** Times of the first and the latest, where any is known. */
  readonly first: string | null;
  readonly last: string | null;
}

export type Counts = Readonly<Record<VerdictName, number>>;

/** Counts verdicts and remembers the gravest messages, however many are added. */
export interface Tally {
  add(message: InboxMessage, checked: Checked): void;
  /** How many messages got each verdict. */
  counts(): Counts;
  /** Gravest first, the latest first among equals; at most so many as the tally was made for. */
  groups(): readonly Group[];
}

/** Below this a template says too little; such texts are alike only when they are the same. Characters. */
const SHORTEST_TEMPLATE = 8;

function keyOf({ verdict, claim, notice }: Verdict): string {
  const template = templateOf(notice);
  const wording = template.length < SHORTEST_TEMPLATE ? notice.body.text : template;
  return `${verdict} ${claim?.platform.id ?? ''} ${wording}`;
}

const latest = (a: string | null, b: string | null): string | null => ((a ?? '') >= (b ?? '') ? a : b);
const earliest = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b < a) ? b : a);

function joined(group: Group, message: InboxMessage): Group {
  const last = latest(group.last, message.receivedAt);
  return {
    ...group,
    count: group.count + 1,
    first: earliest(group.first, message.receivedAt),
    last,
    example: last !== group.last ? message : group.example,
  };
}

const compareTimes = (a: string | null, b: string | null): number => ((a ?? '') < (b ?? '') ? 1 : (a ?? '') > (b ?? '') ? -1 : 0);

const byGravity = (a: Group, b: Group): number =>
  VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) || compareTimes(a.last, b.last);

/**
 * A tally that lists verdicts of `only`, at most `most` wordings of them. It holds twice as many at times, and lets go of
 * the mildest and oldest: what comes again after that is counted from one.
 */
export function createTally({ only, most }: { readonly only: ReadonlySet<VerdictName>; readonly most: number }): Tally {
  const counts: Record<VerdictName, number> = { scam: 0, suspicious: 0, unverified: 0, consistent: 0, not_a_notice: 0 };
  let groups = new Map<string, Group>();
  const ranked = (): [string, Group][] => [...groups].sort(([, a], [, b]) => byGravity(a, b)).slice(0, most);
  return {
    add(message, { gravest }) {
      const { verdict, claim } = gravest;
      counts[verdict] += 1;
      if (!only.has(verdict)) return;
      const key = keyOf(gravest);
      const group = groups.get(key);
      const { receivedAt } = message;
      const alone: Group = {
        verdict,
        platform: claim?.platform.id ?? null,
        example: message,
        count: 1,
        first: receivedAt,
        last: receivedAt,
      };
      groups.set(key, group ? joined(group, message) : alone);
      if (groups.size > 2 * most) groups = new Map(ranked());
    },
    counts: () => counts,
    groups: () => ranked().map(([, group]) => group),
  };
}
