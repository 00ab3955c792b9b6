import type { Problem } from './data-error.js';
import { helpFiles } from './help-texts.js';
import type { Records } from './read-records.js';
import { findStrings, placeOf } from './record-strings.js';

/** Fields that say when somebody looked or did something. `effective` is not among them: a law may come into force later. */
const PAST: ReadonlySet<string> = new Set(['checked', 'seen', 'added', 'as_of', 'on']);
const DAY = /^\d{4}-\d\d-\d\d$/;

function isCalendarDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** Days that no calendar has, or that lie after `today`, in all files. */
export function findDateProblems(records: Records, today: string): Problem[] {
  return findStrings(records, (text, key) => PAST.has(key) && DAY.test(text)).flatMap((found) => {
    const place = placeOf(found);
    if (!isCalendarDay(found.text)) return [{ ...place, message: `${found.text} is no day of the calendar` }];
    return found.text > today ? [{ ...place, message: `${found.text} lies in the future` }] : [];
  });
}

type Sources = Readonly<Record<string, { readonly seen: string }>>;

function* datedFacts(
  records: Records,
): Generator<[file: string, field: string, checked: string, named: readonly string[], Sources]> {
  for (const { id, contacts, sources } of records.platforms) {
    for (const [at, contact] of contacts.entries())
      yield [`data/platforms/${id}.yaml`, `contacts[${at}].checked`, contact.checked, contact.sources, sources];
  }
  for (const { id, rules, sources } of records.conduct) {
    for (const [at, rule] of rules.entries())
      yield [`data/conduct/${id}.yaml`, `rules[${at}].checked`, rule.checked, rule.sources, sources];
  }
  for (const { file, record } of helpFiles(records)) {
    const { checked, sources } = record;
    yield [file, 'checked', checked, Object.keys(sources), sources];
  }
}

/** A fact cannot have been checked before its source was read; and nothing was checked before it was added. */
export function findOrderProblems(records: Records): Problem[] {
  const problems: Problem[] = [];
  for (const [file, field, checked, named, sources] of datedFacts(records)) {
    const later = named.find((source) => (sources[source]?.seen ?? '') > checked);
    if (later)
      problems.push({ file, field, message: `${checked} is before '${later}' was read; write ${sources[later]?.seen} or later` });
  }
  for (const { id, added, checked } of records.scams) {
    if (added > checked)
      problems.push({ file: `data/scams/${id}.yaml`, field: 'checked', message: `${checked} is before it was added, ${added}` });
  }
  return problems;
}
