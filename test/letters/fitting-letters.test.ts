import { describe, expect, it } from 'vitest';
import { lettersFor } from '../../src/letters/fitting-letters.js';
import { LETTERS, type LetterFacts } from '../../src/letters/types.js';
import { recordedRegistry } from '../recorded-registry.js';
import { factsOf, NOTHING_KNOWN, PROPER, RUDE, SCAM, SUSPICIOUS } from './cases.js';

const registry = recordedRegistry();
const fitting = (facts: LetterFacts): readonly string[] => lettersFor(facts, registry);
const about = (id: string): LetterFacts => ({ ...NOTHING_KNOWN, platform: registry.platform(id) ?? null });

describe('the letters that fit', () => {
  it.each([
    ['a bank', 'icbc', ['platform', 'regulator']],
    ['a card centre', 'cmb-cc', ['platform', 'regulator']],
    ['a consumer-finance company', 'mashang', ['platform', 'regulator']],
    ['an insurer', 'picc', ['platform', 'regulator']],
    ['a micro-lender', 'zhongan-xiaodai', ['platform', 'local_bureau']],
    ['a platform whose lender only the contract names', 'jd-baitiao', ['platform', 'local_bureau', 'regulator']],
    ['a product of a bank', 'weilidai', ['platform', 'regulator']],
    ['a telephone company', 'cmcc', ['platform']],
    ['a public body', '110', []],
  ])('for %s are those to it and to whoever supervises it', (_, id, expected) => {
    expect(fitting(about(id))).toEqual(expected);
  });

  it('lead to the cyberspace office, the police and the report centre as the message gives cause', () => {
    const rude = factsOf(RUDE, { role: 'relative' });
    expect(fitting(rude)).toEqual(['platform', 'regulator', 'cyberspace_office', 'police', 'spam_report']);
    const mild = factsOf('【马上消费金融】李某，您的贷款已逾期，请尽快还款。', { role: 'borrower' });
    expect(fitting(mild)).toEqual(['platform', 'regulator', 'spam_report']);
  });

  it('look at who got the message: a borrower may complain that the family was told', () => {
    const facts = factsOf('【马上消费金融】李某贷款逾期12天，欠款3280元，请尽快还款。', { role: 'borrower' });
    expect(fitting(facts)).not.toContain('cyberspace_office');
    expect(fitting({ ...facts, receivedBy: 'family' })).toContain('cyberspace_office');
  });

  it('begin with the police after a scam, and never go to a supervisor', () => {
    expect(fitting(factsOf(SCAM))).toEqual(['police', 'spam_report', 'platform']);
    expect(fitting(factsOf('【法院】您已被列为被执行人，点 fayuan-jiaofei.example 缴纳保证金，否则拘留'))).not.toContain(
      'regulator',
    );
  });

  it('ask the platform first when the message is suspicious', () => {
    expect(fitting(factsOf(SUSPICIOUS))).toEqual(['platform', 'spam_report', 'police']);
  });

  it('are one when the message keeps to the rules: the platform may still be asked to stop', () => {
    expect(fitting(factsOf(PROPER, { role: 'relative' }))).toEqual(['platform']);
  });

  it('are a report after an advert, and none after a code', () => {
    expect(fitting(factsOf('【马上消费金融】限时优惠，最高可借20万，年化低至3%，拒收请回复R'))).toEqual([
      'spam_report',
      'platform',
    ]);
    expect(fitting(factsOf('【工商银行】验证码123456，请勿告诉他人。'))).toEqual([]);
  });

  it('are all of them when nothing is known', () => {
    expect(fitting(NOTHING_KNOWN)).toEqual(LETTERS);
    expect(fitting(factsOf('怎么投诉催收？'))).toEqual(LETTERS);
  });
});
