import type { Records } from './read-records.js';

export interface StaleFact {
  readonly file: string;
  readonly fact: string;
  readonly checked: string;
}

/** The day `months` before an ISO day. */
export function monthsBefore(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.toISOString().slice(0, 10);
}

/** Facts last checked more than `months` before `today`, the longest ago first. Retired facts need no other look. */
export function findStale(records: Records, today: string, months: number): StaleFact[] {
  const limit = monthsBefore(today, months);
  const contacts = records.platforms.flatMap(({ id, contacts }) =>
    contacts
      .filter(({ status }) => status === 'current')
      .map(({ kind, value, checked }) => ({ file: `data/platforms/${id}.yaml`, fact: `${kind} ${value}`, checked })),
  );
  const scams = records.scams
    .filter(({ status }) => status !== 'retired')
    .map(({ id, checked }) => ({ file: `data/scams/${id}.yaml`, fact: 'pattern', checked }));
  return [...contacts, ...scams].filter(({ checked }) => checked < limit).sort((a, b) => a.checked.localeCompare(b.checked));
}
