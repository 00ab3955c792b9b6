import { describe, expect, it } from 'vitest';
import { misread, readOne } from './plan.js';

const signed = (text: string): string[] => readOne(text).signatures.map(({ name, at }) => `${name}@${at}`);

describe('signatures', () => {
  it('stand at the head, at the tail or inside', () => {
    expect(
      misread(
        [
          ['【样例金融】您的借款已逾期', ['样例金融@head']],
          ['您的借款已逾期【样例金融】', ['样例金融@tail']],
          ['您的借款已逾期。［样例银行］', ['样例银行@tail']],
          ['您的借款已逾期[样例银行]退订回T', ['样例银行@tail']],
          ['【样例支付】【样例银行】您的借款', ['样例支付@head', '样例银行@head']],
          ['【样例金融】您在[样例商城]的订单', ['样例金融@head', '样例商城@inside']],
          ['您好【样例金融】您的借款', ['样例金融@inside']],
          ['【樣例金融】您的借款', ['样例金融@head']],
          ['【 样例 金融 】您的借款', ['样例金融@head']],
        ],
        signed,
      ),
    ).toEqual([]);
  });

  it('are no codes, numbers, dates, sentences, addresses or pictures', () => {
    expect(
      [
        '【 123456 】是您的验证码',
        '【1】请看',
        '【2026-01-02】公告',
        '【1月2日】公告',
        '[图片]',
        '哈哈[捂脸]',
        '【您的借款已逾期，请处理】',
        '【http://jzyp.top/a】',
        '[官网](http://jzyp.top/a)',
        'jzyp[.]top',
        '【回复TD退订】',
        '【】',
        `【${'样例'.repeat(13)}】`,
      ].flatMap(signed),
    ).toEqual([]);
  });

  it('quote the name without its brackets', () => {
    const text = '【样例 金融】您的借款';
    expect(readOne(text).signatures.map(({ span }) => text.slice(span.start, span.end))).toEqual(['样例 金融']);
  });
});
