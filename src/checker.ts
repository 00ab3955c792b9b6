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

function gravestFirst(verdicts: readonly Verdict[], truncated: boolean): Checked {
  const [first] = verdicts;
  if (!first) throw new Error('readNotices gave no notice');
  return { gravest: verdicts.length === 1 ? first : gravestOf(first, verdicts), notices: verdicts, truncated };
}

/** Reads, examines and decides. Pure: the same input and registry give the same answer; it never throws on a text. */
export function checkNotice(input: NoticeInput, registry: Registry): Checked {
  const { notices, truncated } = readNotices(input, registry.plan, registry.misreadings.mend);
  return gravestFirst(
    notices.map((notice) => decide(examine(notice, registry))),
    truncated,
  );
}

/** The same for texts that came one by one and are answered together; at least one. */
export function checkNotices(inputs: readonly NoticeInput[], registry: Registry): Checked {
  const checked = inputs.map((input) => checkNotice(input, registry));
  return gravestFirst(
    checked.flatMap(({ notices }) => notices),
    checked.some(({ truncated }) => truncated),
  );
}
