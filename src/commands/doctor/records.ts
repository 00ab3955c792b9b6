import { readDataFiles, readSnapshot, SnapshotError } from '../../data-files.js';
import { findProblems } from '../../registry/compile.js';
import { findStale } from '../../registry/stale.js';
import type { PartFound } from './finding.js';

/** After so many months a fact is due for another look. */
const DUE_AFTER = 6;

const staleOn = (today: string): number => findStale(findProblems(readDataFiles(), today).records, today, DUE_AFTER).length;

/** Whether the compiled records are there, of which day they are, and how many facts are due for another look. */
export function examineRecords(today: string, read = readSnapshot): PartFound {
  try {
    const { asOf, platforms } = read();
    const stale = staleOn(today);
    const detail = `as of ${asOf}, ${platforms.length} platforms, ${stale} facts older than ${DUE_AFTER} months`;
    if (stale === 0) return { part: 'records', state: 'ok', detail, todo: null };
    return { part: 'records', state: 'warning', detail, todo: 'install a newer version; data stale lists the facts' };
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error;
    return { part: 'records', state: 'broken', detail: error.message, todo: 'run: npm run build' };
  }
}
