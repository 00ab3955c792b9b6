import { type Examined, examine } from '../../../src/checks/examine.js';
import { readNotices } from '../../../src/notice/read.js';
import type { NoticeInput } from '../../../src/notice/types.js';
import { recordedRegistry } from '../../recorded-registry.js';

/** Reads one notice and examines it, over the project's own records. */
export function judge(input: NoticeInput): Examined {
  const registry = recordedRegistry();
  const [notice] = readNotices(input, registry.plan).notices;
  if (!notice) throw new Error('readNotices gave no notice');
  return examine(notice, registry);
}

/** The topics of conduct that a notice breaks. */
export const topicsOf = (input: NoticeInput): string[] => judge(input).conduct.breaches.map(({ topic }) => topic);
