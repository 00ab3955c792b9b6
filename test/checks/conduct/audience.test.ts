import { describe, expect, it } from 'vitest';
import { audienceOf } from '../../../src/checks/conduct/audience.js';
import { markedBy } from '../../../src/checks/conduct/marked.js';
import type { Role } from '../../../src/notice/types.js';
import { recordedRegistry } from '../../recorded-registry.js';
import { judge } from './judge.js';

function audience(text: string, role?: Role): string {
  const { subject } = judge({ text, role });
  return audienceOf(subject, markedBy(recordedRegistry().conduct.markersIn(subject.notice.body.text)));
}

describe('to whom a notice was sent', () => {
  it.each([
    '您的弟弟在云岭小贷的借款已逾期。',
    '请转告陈先生回电。',
    '请通知您的家人尽快还款。',
    '您是陈某的紧急联系人，请回电。',
    '家属您好，陈某的借款已逾期。',
    '你儿子欠的钱什么时候还',
    '他一直不接电话，欠款怎么办',
    '李某将您登记为联系人，借款已逾期。',
  ])('is somebody else: %s', (text) => {
    expect(audience(text)).toBe('third_party');
  });

  it.each([
    '您的借款已逾期，否则通知您的家人。',
    '您的借款已逾期，将联系您的紧急联系人。',
    '您的欠款影响您的子女上学。',
    '您名下的贷款已逾期，其他的事项请联系客服。',
    '你欠的钱再不还，让他们都知道。',
  ])('is the debtor: %s', (text) => {
    expect(audience(text)).toBe('debtor');
  });

  it('is not known when the text does not say', () => {
    expect(audience('借款已逾期，请处理。')).toBe('unknown');
  });

  it('is whom the person says, when they say it', () => {
    expect(audience('借款已逾期，请处理。', 'relative')).toBe('third_party');
    expect(audience('请转告陈先生回电。', 'borrower')).toBe('debtor');
  });

  it('is not known when a relative shows a notice that speaks of "your loan"', () => {
    expect(audience('您的借款已逾期，请尽快还款。', 'relative')).toBe('unknown');
  });
});
