import { describe, expect, it } from 'vitest';
import { isLoneAddress, readGivenPlatform, readGivenSender } from '../../src/dialogue/given-sender.js';
import { readLookupQuestion } from '../../src/dialogue/lookup-question.js';
import { recordedRegistry } from '../recorded-registry.js';

const registry = recordedRegistry();

describe('a sender told after its notice', () => {
  it.each([
    ['是 10690000123456 发来的', '10690000123456'],
    ['10690000123456', '10690000123456'],
    ['号码是106 9000 0123 456', '106 9000 0123 456'],
    ['这个号码发的：15400001111', '15400001111'],
    ['是15400001111发给我妈的', '15400001111'],
    ['用 +44 7700 900123 发的', '+44 7700 900123'],
    ['发信号码：95588', '95588'],
    ['从 notice@bank.example 发来的', 'notice@bank.example'],
    ['It was sent by +1 202 555 0143', '+1 202 555 0143'],
    ['from 95588', '95588'],
    ['the number is 10690000123456', '10690000123456'],
    ['不对，是 10690000123456 发来的', '10690000123456'],
    ['不对，号码是 +85254000000', '+85254000000'],
    ['号码读错了，应该是10690000123456', '10690000123456'],
    ['wrong number, it is 10690000123456', '10690000123456'],
  ])('%s', (text, sender) => {
    expect(readGivenSender(text)).toBe(sender);
  });

  it.each([
    '95188是谁的',
    '您尾号1234的账户已冻结，请致电 15400001111',
    '我借了10000元',
    '今天16点前处理',
    '是 95588 还是 95188 发来的',
    '不知道',
    '不是 95588 发来的',
    '我的号码是15400001111',
    'https://pay.example/95588',
  ])('leaves alone what says anything else: %s', (text) => {
    expect(readGivenSender(text)).toBeNull();
  });

  it('knows a number alone from one in a sentence', () => {
    expect(isLoneAddress(' 95588 ')).toBe(true);
    expect(isLoneAddress('是95588发来的')).toBe(false);
  });
});

describe('an institution told after its notice', () => {
  it.each([
    ['京东金融', '京东金融'],
    ['它说是招商银行', '招商银行'],
    ['是支付宝吧', '支付宝'],
  ])('%s', (text, name) => {
    expect(readGivenPlatform(text, registry)).toBe(name);
  });

  it('is only one that is on record, and said alone', () => {
    expect(readGivenPlatform('某某贷', registry)).toBeNull();
    expect(readGivenPlatform('支付宝给我发了短信说我逾期', registry)).toBeNull();
  });
});

describe('a look-up in a sentence', () => {
  it.each([
    ['95188', '95188'],
    ['95188是谁的号码', '95188'],
    ['jd.com', 'jd.com'],
    ['jd.com 是京东官网吗', 'jd.com'],
    ['查 95118', '95118'],
    ['查一下招联金融', '招联金融'],
    ['京东金融', '京东金融'],
    ['京东金融的客服电话是多少', '京东金融'],
    ['请问支付宝官方电话多少', '支付宝'],
    ['whose number is 95188?', '95188'],
    ['what is the hotline of alipay?', 'alipay'],
  ])('%s', (text, query) => {
    expect(readLookupQuestion(text, registry)).toBe(query);
  });

  it.each(['我欠了95588元怎么办', '催收打我妈电话怎么办', '征信报告怎么查', '你好', '客服电话是多少', '95188和95588哪个是真的'])(
    'leaves other questions alone: %s',
    (text) => {
      expect(readLookupQuestion(text, registry)).toBeNull();
    },
  );
});
