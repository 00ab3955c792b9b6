import { describe, expect, it } from 'vitest';
import type { DataFile } from '../../src/registry/read-records.js';
import { contactsFor, officialLines } from '../../src/reply/contacts.js';
import type { Verdict } from '../../src/verdict/types.js';
import { phone, platformFile, registryOf, scamFile } from './records.js';
import { claimOf, findingOf, verdictOf } from './verdicts.js';

const publicBody = (number: string, name: string, tier = 'confirmed'): DataFile =>
  platformFile(number, `name: ${name}\nkind: public_body\ncontacts:\n${phone(number, `tier: ${tier}, used_for: 举报`)}`);

const record = (id: string, contacts: string[], rest = 'kind: micro_lender'): DataFile =>
  platformFile(
    id,
    `name: 样例${id}\nname_en: Sample ${id}\n${rest}\ncontacts:${contacts.length > 0 ? `\n${contacts.join('')}` : ' []'}`,
  );

const likely = (usedFor: string): string => `tier: likely, used_for: ${usedFor}`;
const confirmed = (usedFor: string): string => `tier: confirmed, used_for: ${usedFor}`;

const registry = registryOf(
  publicBody('96110', '反诈专线'),
  publicBody('110', '公安机关'),
  publicBody('12378', '金融监管', 'likely'),
  record('plain', [phone('4000-000-101')]),
  record('doubtful', [phone('4000-000-102', 'tier: unverified, used_for: 客服')]),
  record('former', [phone('4000-000-103', 'tier: confirmed, used_for: 客服, status: old')]),
  record('sender', [phone('4000-000-104', confirmed('信用卡外呼电话')), phone('4000-000-105')]),
  record('both', [phone('4000-000-106', confirmed('白金贵宾专线')), phone('4000-000-107')]),
  record('special', [phone('4000-000-108', confirmed('白金贵宾专线'))]),
  record('sure', [phone('4000-000-109', likely('客服')), phone('4000-000-110')]),
  record('group', [phone('4000-000-111')]),
  record('neighbour', [phone('4000-000-112')], 'kind: payment\npart_of: group'),
  record('child', [phone('4000-000-113', likely('客服'))], 'kind: micro_lender\npart_of: group'),
  record('twin', [phone('4000-000-111')], 'kind: micro_lender\npart_of: group'),
  record('shared', [
    phone('4000-000-114', 'tier: confirmed, used_for: 客服, scope: 样例集团客服'),
    phone('4000-000-115', likely('客服')),
  ]),
  record(
    'many',
    ['116', '117', '118', '119'].map((end) => phone(`4000-000-${end}`)),
  ),
  record('secret', [phone('4000-000-120', likely('客服'), 'leak')]),
  record('bank', [], 'kind: bank'),
  record('nothing', []),
  scamFile('police', '马上打110。'),
  scamFile('regulator', '打 12378 问。'),
  scamFile('nobody', '打 12378 或 19999 问。'),
);

const verdict = (id: string | null, rest: Partial<Verdict> = {}): Verdict =>
  verdictOf({ verdict: 'unverified', claim: id === null ? null : claimOf(id, registry), ...rest });

const ends = (contacts: readonly { readonly number: string }[]): string[] =>
  contacts.map(({ number }) => number.replace('4000-000-', ''));
const own = (id: string): string[] => ends(officialLines(verdict(id), registry, 'zh').own);
const all = (id: string | null, rest: Partial<Verdict> = {}): string[] => ends(contactsFor(verdict(id, rest), registry));

describe('the lines of the claimed platform', () => {
  it('carry name, number, tier, source and the day they were checked', () => {
    expect(contactsFor(verdict('plain'), registry)).toEqual([
      { name: '样例plain客服', number: '4000-000-101', tier: 'confirmed', source: '样例公司、联系我们', checked: '2026-11-03' },
    ]);
    expect(contactsFor(verdict('plain'), registry, 'en')[0]?.name).toBe('Sample plain customer service');
  });

  it('leave an unverified number out', () => {
    expect(own('doubtful')).toEqual([]);
  });

  it('leave an old number out', () => {
    expect(own('former')).toEqual([]);
  });

  it('leave numbers out that only send or call out', () => {
    expect(own('sender')).toEqual(['105']);
  });

  it('are those for everybody; those for some customers only when there is no other', () => {
    expect(own('both')).toEqual(['107']);
    expect(own('special')).toEqual(['108']);
  });

  it('leave a likely number out beside a confirmed one', () => {
    expect(own('sure')).toEqual(['110']);
  });

  it('come from the record first, then from the one above it or those below, and never from its neighbours', () => {
    expect(own('child')).toEqual(['113', '111']);
    expect(own('group')).toEqual(['111', '112']);
  });

  it('give one number once', () => {
    expect(own('twin')).toEqual(['111']);
  });

  it('put a line of a whole group after the others', () => {
    expect(own('shared')).toEqual(['115', '114']);
    expect(contactsFor(verdict('shared'), registry).map(({ name }) => name)).toEqual(['样例shared客服', '样例集团客服']);
  });

  it('are at most three', () => {
    expect(all('many')).toHaveLength(3);
  });

  it('are said to come from a public compilation when no source of theirs may be shown', () => {
    expect(contactsFor(verdict('secret'), registry)[0]?.source).toBe('公开资料汇总');
    expect(contactsFor(verdict('secret'), registry, 'en')[0]?.source).toBe('public compilation');
  });
});

describe('public lines', () => {
  it('stand in when the platform has none, with the regulator for a bank', () => {
    expect(all('bank')).toEqual(['96110', '12378']);
    expect(all('nothing')).toEqual(['96110']);
  });

  it('stand beside the platform at a scam, and with the police when it has no line', () => {
    expect(all('many', { verdict: 'scam' })).toEqual(['116', '117', '96110']);
    expect(all('nothing', { verdict: 'scam' })).toEqual(['96110', '110']);
  });

  it('are all there is when nobody is named, and only when something is wrong', () => {
    expect(all(null, { verdict: 'scam' })).toEqual(['96110', '110']);
    expect(all(null, { verdict: 'suspicious' })).toEqual(['96110']);
    expect(all(null)).toEqual([]);
    expect(all(null, { verdict: 'not_a_notice', character: 'chat' })).toEqual([]);
  });

  it('are left out when their record is missing or unverified', () => {
    const bare = registryOf(publicBody('96110', '反诈专线', 'unverified'));
    expect(contactsFor(verdict(null, { verdict: 'scam' }), bare)).toEqual([]);
  });
});

describe('lines that the advice against a scam names', () => {
  const advised = (pattern: string, id: string | null): string[] =>
    all(id, { verdict: 'scam', findings: [findingOf(`pattern.${pattern}`, { family: 'payment', facts: { pattern } })] });

  it('take their place beside the platform', () => {
    expect(advised('police', 'many')).toEqual(['116', '117', '110']);
    expect(advised('regulator', null)).toEqual(['12378', '96110', '110']);
  });

  it('are left out when one of them is on no record', () => {
    expect(advised('nobody', 'many')).toEqual(['116', '117', '96110']);
  });
});

it('gives the line of a platform that a question or an advert names, and none for a chat', () => {
  expect(all('plain', { verdict: 'not_a_notice', character: 'question' })).toEqual(['101']);
  expect(all('plain', { verdict: 'not_a_notice', character: 'advert' })).toEqual(['101']);
  expect(all('plain', { verdict: 'not_a_notice', character: 'chat' })).toEqual([]);
});
