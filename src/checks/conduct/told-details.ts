import type { Detail, DetailKind } from '../../notice/types.js';
import type { Spoken } from './types.js';

/** Details of these kinds that the notice gives in its own voice, not inside a warning or a denial. */
export function toldDetails({ subject, silent }: Spoken, kinds: ReadonlySet<DetailKind>): readonly Detail[] {
  return subject.notice.details.filter(
    ({ kind, span }) => kinds.has(kind) && !silent.some(({ start, end }) => start <= span.start && span.end <= end),
  );
}
