import { examine } from './checks/examine.js';
import { readNotices } from './notice/read.js';
import type { NoticeInput } from './notice/types.js';
import type { Registry } from './registry/types.js';
import { decide } from './verdict/decide.js';
import { type Checked, VERDICTS, type Verdict } from './verdict/types.js';

/** The first of the gravest; `first` is the only one for most texts. */
function gravestOf(first: Verdict, verdicts: readonly Verdict[]): Verdict {
  const gravity = ({ verdict }: Verdict): number => VERDICTS.indexOf(verdict);
  return verdicts.reduce((gravest, verdict) => (gravity(verdict) < gravity(gravest) ? verdict : gravest), first);
}

/** Reads, examines and decides. Pure: the same input and registry give the same answer; it never throws on a text. */
export function checkNotice(input: NoticeInput, registry: Registry): Checked {
  const { notices, truncated } = readNotices(input, registry.plan);
  const verdicts = notices.map((notice) => decide(examine(notice, registry)));
  const [first] = verdicts;
  if (!first) throw new Error('readNotices gave no notice');
  return { gravest: verdicts.length === 1 ? first : gravestOf(first, verdicts), notices: verdicts, truncated };
}
