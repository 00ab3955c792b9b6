import { examine } from '../checks/examine.js';
import { readNotices } from '../notice/read.js';
import type { Problem } from '../registry/data-error.js';
import type { Records } from '../registry/read-records.js';
import type { Registry } from '../registry/types.js';

const isFound = (id: string, text: string, registry: Registry): boolean =>
  readNotices({ text }, registry.plan).notices.some((notice) =>
    examine(notice, registry).findings.some((finding) => finding.id === `pattern.${id}`),
  );

/** Examples with the words of their pattern but without the door that it waits for: a checker would never find them. */
export function findUnmetHooks({ scams }: Records, registry: Registry): Problem[] {
  return scams
    .filter(({ id, match }) => match.hook !== undefined && registry.pattern(id) !== undefined)
    .flatMap(({ id, match, examples }) =>
      examples.match.flatMap(({ text }, at) => {
        if (isFound(id, text, registry)) return [];
        const message = `no ${match.hook} is read in it, and the pattern waits for one; add it, such as a host under .example`;
        return [{ file: `data/scams/${id}.yaml`, field: `examples.match[${at}].text`, message }];
      }),
    );
}
