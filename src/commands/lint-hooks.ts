import { examine } from '../checks/examine.js';
import { readNotices } from '../notice/read.js';
import type { Problem } from '../registry/data-error.js';
import type { Records } from '../registry/read-records.js';
import type { Hook, Registry } from '../registry/types.js';

const DOORS: Readonly<Record<Hook, string>> = {
  link: '点 sample.example',
  unlisted_link: '点 sample.example',
  unlisted_phone: '致电4000-000-101',
  private_contact: '加微信example8866',
  bank_card: '卡号6200000000000000001',
  any_contact: '加微信example8866',
  unlisted_contact: '加微信example8866',
};

const isFound = (id: string, text: string, registry: Registry): boolean =>
  readNotices({ text }, registry.plan).notices.some((notice) =>
    examine(notice, registry).findings.some((finding) => finding.id === `pattern.${id}`),
  );

/** Examples with the words of their pattern but without the door that it waits for: a checker would never find them. */
export function findUnmetHooks({ scams }: Records, registry: Registry): Problem[] {
  return scams.flatMap(({ id, match: { hook }, examples }) => {
    if (!hook || !registry.pattern(id)) return [];
    return examples.match.flatMap(({ text }, at) => {
      if (isFound(id, text, registry)) return [];
      const message = `no ${hook} is read in it, and the pattern waits for one; add it, as in ${DOORS[hook]}`;
      return [{ file: `data/scams/${id}.yaml`, field: `examples.match[${at}].text`, message }];
    });
  });
}
