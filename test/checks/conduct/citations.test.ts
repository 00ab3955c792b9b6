import { describe, expect, it } from 'vitest';
import { citeRule } from '../../../src/checks/conduct/cite-rule.js';
import type { ConductRule } from '../../../src/registry/conduct.js';
import { recordedRegistry } from '../../recorded-registry.js';
import { judge } from './judge.js';

const rule = (id: string): ConductRule => {
  const found = recordedRegistry().conduct.rule(id);
  if (!found) throw new Error(`no rule ${id}`);
  return found;
};

const rulesFor = (text: string, topic: string, role: 'relative' | 'borrower' = 'borrower'): readonly string[] =>
  judge({ text, role }).conduct.breaches.find((breach) => breach.topic === topic)?.rules ?? [];

describe('citing a rule', () => {
  it('says of a law that it may be broken, with its article', () => {
    expect(citeRule(rule('pipl-10'), 'zh')).toEqual({
      wording: 'conduct.cite.violates',
      facts: { title: '《个人信息保护法》', article: '第十条' },
    });
    expect(citeRule(rule('pipl-10'), 'en')?.facts).toEqual({
      title: 'the Personal Information Protection Law',
      article: ', Article 10',
    });
  });

  it('says of a standard and of self-regulation that they are not met, without an article', () => {
    expect(citeRule(rule('gbt45251-hours'), 'zh')).toEqual({
      wording: 'conduct.cite.departs_from',
      facts: { title: '国家标准 GB/T 45251-2025', article: '' },
    });
    expect(citeRule(rule('cba2026-third'), 'zh')?.wording).toBe('conduct.cite.departs_from');
  });

  it('leaves crime and public order to the police, by the numbering of 2026', () => {
    expect(citeRule(rule('psapl-50-1'), 'zh')).toEqual({
      wording: 'conduct.cite.police_decide',
      facts: { title: '《治安管理处罚法》', article: '第五十条第一款第一项' },
    });
    expect(citeRule(rule('psapl-62'), 'zh')?.facts.article).toBe('第六十二条');
    expect(citeRule(rule('crim-293'), 'en')).toEqual({
      wording: 'conduct.cite.police_decide',
      facts: { title: 'the Criminal Law', article: ', Article 293' },
    });
  });

  it.each(['gbt45251-interval', 'gbt45251-sms-freq', 'gbt45251-onsite', 'xyk-2022-13', 'credit-rule-2021'])(
    'never names %s, which is not verified',
    (id) => {
      expect(citeRule(rule(id), 'zh')).toBeNull();
    },
  );

  it.each(['nifa-2024-guide', 'sms-draft-2020', 'bj-nfra-2026-threat', 'case-shiyan', 'credit-onetime-2025', 'minjian-25'])(
    'never names %s as broken: replaced, a draft, a tip, a case, a policy or an interpretation',
    (id) => {
      expect(citeRule(rule(id), 'zh')).toBeNull();
    },
  );
});

describe('the rules of a breach', () => {
  it('begin with the law and end with the association’s guide', () => {
    const text = '【云岭小贷】您的朋友陈某借款已逾期，请转告他。';
    expect(rulesFor(text, 'third_party_disclosure', 'relative')).toEqual([
      'pipl-10',
      'gbt45251-contact-content',
      'cba2026-third',
    ]);
  });

  it('keep a place for what the police judge, at the end', () => {
    const rules = rulesFor('【云岭小贷】你的欠款再不还，打断你的腿。', 'threat');
    expect(rules).toEqual(['cba2026-threat', 'psapl-50-1']);
  });

  it('name a rule for one kind of lender only against that kind', () => {
    const text = (signature: string): string => `【${signature}】您的借款已逾期，今日不还一切后果自负。`;
    expect(rulesFor(text('招商银行'), 'threat')).toEqual(['cbirc9-prohibit', 'cba2026-threat']);
    expect(rulesFor(text('马上消费金融'), 'threat')).toEqual(['cfc-collection', 'cba2026-threat']);
    expect(rulesFor(text('云岭小贷'), 'threat')).toEqual(['cba2026-threat']);
  });
});
