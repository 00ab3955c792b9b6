import { examine } from './checks/examine.js';
import { readNotices } from './notice/read.js';
import type { NoticeInput } from './notice/types.js';
import type { Registry } from './registry/types.js';
import { decide } from './verdict/decide.js';
import { type Checked, VERDICTS } from './verdict/types.js';

/** Reads, examines and decides. Pure: the same input and registry give the same answer; it never throws on a text. */
export function checkNotice(input: NoticeInput, registry: Registry): Checked {
  const { notices, truncated } = readNotices(input, registry.plan);
  const verdicts = notices.map((notice) => {
    return decide(examine(notice, registry));
  });
  const gravest = VERDICTS.map((name) => verdicts.find(({ verdict }) => verdict === name)).find((found) => found !== undefined);
  if (!gravest) throw new Error('readNotices gave no notice');
  return { gravest, notices: verdicts, truncated };
}
