import type { NumberingPlan } from '../notice/types.js';
import { findMissingLetters } from './check-letters.js';
import { findNumberingProblems } from './check-numbering.js';
import { findProblems } from './compile.js';
import type { Problem } from './data-error.js';
import { findContactProblems, findHostProblems, findNumberProblems } from './lint-contacts.js';
import { findContradictions } from './lint-contradictions.js';
import { findOrderProblems } from './lint-dates.js';
import { findLongHelpTexts } from './lint-help.js';
import { findRealLooking } from './lint-invented.js';
import { findPersonalData } from './lint-personal-data.js';
import { findBareValues } from './lint-quotes.js';
import { findScamProblems } from './lint-scams.js';
import { compileNumbering, createNumberingPlan } from './numbering.js';
import type { DataFile, Records } from './read-records.js';

/** The numbering plan of the records; null while one of its files is missing or broken. */
function planOf({ single }: Records): NumberingPlan | null {
  const plan = single['data/numbering/plan.yaml'];
  const mobilePrefixes = single['data/numbering/mobile-prefixes.yaml'];
  const areaCodes = single['data/numbering/area-codes.yaml'];
  const serviceCodes = single['data/numbering/service-codes.yaml'];
  if (!plan || !mobilePrefixes || !areaCodes || !serviceCodes) return null;
  const files = { plan, mobilePrefixes, areaCodes, serviceCodes };
  return findNumberingProblems(files).length > 0 ? null : createNumberingPlan(compileNumbering(files));
}

const isPlatform = ({ path }: DataFile): boolean => path.startsWith('data/platforms/');

/** What asks the numbering plan. What is on record is only known when every platform could be read. */
function numberProblems(files: readonly DataFile[], records: Records): Problem[] {
  const plan = planOf(records);
  if (!plan) return [];
  const complete = files.filter(isPlatform).length === records.platforms.length;
  return [...findNumberProblems(records, plan), ...(complete ? findRealLooking(records, plan) : [])];
}

/**
 * Everything that keeps the data from being published, all at once: what stops a compilation, and what a program could
 * load but a careful reader would not accept. `today` is an ISO day.
 */
export function lintRecords(files: readonly DataFile[], today: string): { records: Records; problems: Problem[] } {
  const { records, problems } = findProblems(files, today);
  return {
    records,
    problems: [
      ...problems,
      ...findBareValues(files),
      ...findHostProblems(records),
      ...findContactProblems(records),
      ...findContradictions(records),
      ...findOrderProblems(records),
      ...findScamProblems(records),
      ...findPersonalData(records),
      ...findLongHelpTexts(records),
      ...findMissingLetters(records),
      ...numberProblems(files, records),
    ],
  };
}
