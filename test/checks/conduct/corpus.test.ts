import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CONDUCT_TOPICS } from '../../../src/registry/vocabulary.js';
import { judge } from './judge.js';

interface Case {
  readonly id: string;
  readonly role?: 'relative' | 'borrower';
  readonly received?: string;
  readonly text: string;
  readonly breaches: readonly string[];
  readonly missed?: readonly string[];
  readonly compliant?: boolean;
}

const CASES = parse(readFileSync(new URL('../../corpus/conduct.yaml', import.meta.url), 'utf8')) as Case[];

describe('the invented notices', () => {
  it('are many, have ids of their own and cover every topic, both readers and compliant notices', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(400);
    expect(new Set(CASES.map(({ id }) => id)).size).toBe(CASES.length);
    expect([...new Set(CASES.flatMap(({ breaches }) => breaches))].sort()).toEqual([...CONDUCT_TOPICS].sort());
    expect(CASES.filter(({ breaches }) => breaches.length === 0).length).toBeGreaterThan(150);
    expect(new Set(CASES.map(({ role }) => role))).toEqual(new Set(['relative', 'borrower', undefined]));
    expect(CASES.some(({ compliant }) => compliant)).toBe(true);
  });

  it('keep the known misses few, and none of them on a notice that breaks nothing', () => {
    const missed = CASES.flatMap(({ missed: topics = [] }) => topics);
    expect(missed.length).toBeLessThanOrEqual(6);
    for (const { id, breaches, missed: topics = [] } of CASES) expect(breaches, id).toEqual(expect.arrayContaining([...topics]));
  });

  it.each(CASES)('$id: $text', ({ text, role, received, breaches, missed = [], compliant = false }) => {
    const { conduct } = judge({ text, role, receivedAt: received });
    expect(conduct.breaches.map(({ topic }) => topic).sort()).toEqual(breaches.filter((topic) => !missed.includes(topic)).sort());
    expect(conduct.passesOnProperly).toBe(compliant);
  });
});
