import { describe, expect, it } from 'vitest';
import { checkNotice } from '../../../src/checker.js';
import { recordedRegistry } from '../../recorded-registry.js';

const registry = recordedRegistry();
const idsOf = (signature: string) =>
  checkNotice({ text: `【${signature}】您的借款即将到期，请按时还款。` }, registry).gravest.findings.map(({ id }) => id);

describe('a company that calls itself consumer finance', () => {
  it.each(['华东中和消费金融', '富通消金', '华东中和消费金融有限公司'])('is told when it has no licence: %s', (name) => {
    expect(idsOf(name)).toContain('signature.unlicensed-consumer-finance');
  });

  it.each(['马上消费金融', '马上消费金融股份有限公司', '中邮消费金融', '兴业消金', '中银消费金融有限公司'])(
    'is known when it has one: %s',
    (name) => {
      expect(idsOf(name)).not.toContain('signature.unlicensed-consumer-finance');
    },
  );
});

describe('a signature that its platform never uses', () => {
  it('is told', () => {
    expect(idsOf('美团金融')).toEqual(expect.arrayContaining([expect.stringMatching(/^signature\.(never-used|reported-fake)$/)]));
  });
});
