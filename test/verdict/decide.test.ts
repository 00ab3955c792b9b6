import { describe, expect, it } from 'vitest';
import { examine } from '../../src/checks/examine.js';
import type { Finding, FindingFamily, Leaning, Strength, Subject } from '../../src/checks/types.js';
import { readNotices } from '../../src/notice/read.js';
import { decide } from '../../src/verdict/decide.js';
import { recordedRegistry } from '../recorded-registry.js';

const registry = recordedRegistry();

/** A subject read from a text, to be decided over with findings of the test's own choosing. */
function subjectOf(text: string): Subject {
  const [notice] = readNotices({ text }, registry.plan).notices;
  if (!notice) throw new Error('nothing was read');
  return examine(notice, registry).subject;
}

const EXAMINED = { conduct: { breaches: [], passesOnProperly: false } } as const;
const NOTICE = subjectOf('【招商银行】您的信用卡账单已出，请按时还款。');
const CHAT = subjectOf('今晚几点到家');
const SPAN = { start: 0, end: 1 };

const found = (family: FindingFamily, strength: Strength, leaning: Leaning = 'scam', id = `${family}.test`): Finding => ({
  id,
  family,
  leaning,
  strength,
  span: SPAN,
  facts: {},
});
const decidedBy = (findings: readonly Finding[], subject = NOTICE) => {
  const { verdict, decidedBy: by } = decide({ ...EXAMINED, subject, findings });
  return [verdict, by];
};

describe('the decisions, in order', () => {
  it('one decisive finding is a scam', () => {
    expect(decidedBy([found('link', 'decisive')])).toEqual(['scam', 'decisive-finding']);
  });

  it('two strong findings of different families are a scam', () => {
    expect(decidedBy([found('link', 'strong'), found('diversion', 'strong')])).toEqual(['scam', 'two-strong-findings']);
  });

  it('two strong findings of one family count once', () => {
    expect(decidedBy([found('link', 'strong'), found('link', 'strong')])).toEqual(['suspicious', 'one-strong-finding']);
  });

  it.each([
    [found('credential', 'strong'), found('link', 'medium')],
    [found('link', 'strong'), found('pressure', 'medium')],
    [found('number', 'medium'), found('payment', 'strong')],
  ])('a lure together with a false door is a scam when one of them is strong', (...findings) => {
    expect(decidedBy(findings)).toEqual(['scam', 'lure-through-false-door']);
  });

  it('a strong sender finding is no door', () => {
    expect(decidedBy([found('sender', 'strong'), found('pressure', 'medium')])).toEqual(['suspicious', 'one-strong-finding']);
  });

  it('two medium findings of different families are suspicious, of one family not', () => {
    expect(decidedBy([found('sender', 'medium'), found('signature', 'medium')])).toEqual([
      'suspicious',
      'several-medium-findings',
    ]);
    expect(decidedBy([found('sender', 'medium'), found('sender', 'medium')])).toEqual(['unverified', 'nothing-decisive']);
  });

  it('a likely lure that leads to somebody unknown is suspicious', () => {
    const unknown = found('number', 'weak', 'unknown', 'number.not-on-record');
    expect(decidedBy([found('credential', 'medium'), unknown])).toEqual(['suspicious', 'lure-to-unknown-door']);
    expect(decidedBy([unknown])).toEqual(['unverified', 'nothing-decisive']);
  });

  it('weak findings never add up', () => {
    expect(decidedBy([found('link', 'weak'), found('number', 'weak'), found('sender', 'weak'), found('bait', 'weak')])).toEqual([
      'unverified',
      'nothing-decisive',
    ]);
  });
});

describe('a consistent notice', () => {
  const own = found('number', 'weak', 'genuine', 'number.official');

  it('needs a contact of the named platform in the text', () => {
    expect(decidedBy([own])).toEqual(['consistent', 'leads-only-to-the-claimed']);
    expect(decidedBy([])).toEqual(['unverified', 'nothing-decisive']);
  });

  it('has no other contact beside it', () => {
    expect(decidedBy([own, found('link', 'weak', 'unknown', 'link.generic-shortener')])).toEqual([
      'unverified',
      'nothing-decisive',
    ]);
  });

  it('has no finding of medium strength', () => {
    expect(decidedBy([own, found('sender', 'medium')])).toEqual(['unverified', 'nothing-decisive']);
  });

  it('is not made one by a sender that matches', () => {
    expect(decidedBy([{ ...found('sender', 'weak', 'genuine', 'sender.listed'), span: null }])).toEqual([
      'unverified',
      'nothing-decisive',
    ]);
  });
});

describe('a conversation', () => {
  it('is not a notice', () => {
    expect(decidedBy([], CHAT)).toEqual(['not_a_notice', 'conversation']);
  });

  it('is still a scam when something decisive stands in it', () => {
    expect(decidedBy([found('install', 'decisive')], CHAT)).toEqual(['scam', 'decisive-finding']);
  });
});

describe('the findings of a verdict', () => {
  it('stand in the order of a reader’s interest', () => {
    const findings = [
      found('sender', 'weak', 'unknown'),
      found('bait', 'medium'),
      found('link', 'strong'),
      found('number', 'weak', 'genuine'),
    ];
    expect(decide({ ...EXAMINED, subject: NOTICE, findings }).findings.map(({ family }) => family)).toEqual([
      'link',
      'bait',
      'sender',
      'number',
    ]);
  });
});

describe('the one question', () => {
  const ask = (text: string) => decide({ ...EXAMINED, subject: subjectOf(text), findings: [] }).ask;

  it('asks for the sender when it is not known', () => {
    expect(ask('【招商银行】您的信用卡账单已出，请按时还款。')).toBe('sender');
  });

  it('asks for the whole text when a link is spoken of and none is there', () => {
    expect(ask('【招商银行】您的信用卡账单已出，请点击链接还款。')).toBe('full_text');
  });

  it('asks nothing about talk', () => {
    expect(ask('今晚几点到家')).toBe('none');
  });

  it('asks first whether money is gone when it is a scam', () => {
    expect(decide({ ...EXAMINED, subject: NOTICE, findings: [found('link', 'decisive')] }).ask).toBe('already_acted');
  });
});
