import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/checks/types.js';
import { gatherById, reasonsAmong } from '../../src/reply/told.js';
import { findingOf } from './verdicts.js';

const at = (start: number, end: number): Pick<Finding, 'span'> => ({ span: { start, end } });
const idsOf = (findings: readonly Finding[]): string[] => reasonsAmong(findings).map(({ finding }) => finding.id);

describe('reasonsAmong', () => {
  it('tells the strongest finding of a family only', () => {
    expect(
      idsOf([
        findingOf('link.lookalike.confusable', at(0, 5)),
        findingOf('link.not-the-platforms', { ...at(0, 5), strength: 'medium' }),
      ]),
    ).toEqual(['link.lookalike.confusable']);
  });

  it('keeps the same finding about another place beside it', () => {
    const [told] = reasonsAmong([findingOf('link.ip-address', at(0, 5)), findingOf('link.ip-address', at(9, 14))]);
    expect(told?.alike.map(({ span }) => span)).toEqual([{ start: 9, end: 14 }]);
  });

  it('tells a strong finding about words that are quoted already, but not a weaker one', () => {
    const link = findingOf('link.ip-address', at(0, 9));
    const install = findingOf('link.installer', { ...at(0, 9), family: 'install' });
    const bait = findingOf('pattern.bait', { ...at(3, 6), family: 'bait', strength: 'medium' });
    expect(idsOf([link, install, bait])).toEqual(['link.ip-address', 'link.installer']);
  });

  it('tells at most four', () => {
    const families = ['link', 'number', 'sender', 'signature', 'payment', 'bait'] as const;
    expect(reasonsAmong(families.map((family) => findingOf(`${family}.x`, { family })))).toHaveLength(4);
  });

  it('gives no reason out of what leans nowhere or stands in a warning', () => {
    const unknown = findingOf('sender.not-given', { leaning: 'unknown' });
    const genuine = findingOf('link.official', { leaning: 'genuine' });
    const softened = findingOf('pattern.x', { family: 'payment', facts: { pattern: 'x', softened: 'warning' } });
    expect(idsOf([unknown, genuine, softened])).toEqual([]);
  });
});

it('gathers findings of one id in their order', () => {
  const told = gatherById([findingOf('a.b', at(0, 1)), findingOf('c.d'), findingOf('a.b', at(2, 3))]);
  expect(told.map(({ finding, alike }) => [finding.id, alike.length])).toEqual([
    ['a.b', 1],
    ['c.d', 0],
  ]);
});
