import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { warningScopes } from '../../src/registry/warning-scope.js';

/** Whether the first place of `phrase` in `text` stands under a warning. */
function covered(text: string, phrase: string): boolean {
  const start = text.indexOf(phrase);
  if (start < 0) throw new Error(`“${phrase}” is not in “${text}”`);
  return warningScopes(text).covers(start);
}

const cases = (rows: readonly (readonly [text: string, phrase: string])[]) => rows;

describe('a warning covers what it warns against', () => {
  it.each(
    cases([
      ['谨防以积分兑换为名的诈骗短信', '积分兑换'],
      ['警惕陌生来电要求共享屏幕、转入安全账户', '安全账户'],
      ['小心“客服”让您加微信退款', '加微信'],
      ['近期不法分子发送ETC失效短信，附带钓鱼链接', 'ETC失效'],
      ['骗子会让您下载会议软件办退款', '下载会议软件'],
      ['诈骗分子冒充公检法，称您涉嫌洗钱，要求将资金转入安全账户', '安全账户'],
      ['有人以注销校园贷为由让您转账', '注销校园贷'],
      ['打着刷单返利的名义招人', '刷单返利'],
    ]),
  )('after a caution or an account of thieves: %s', (text, phrase) => {
    expect(covered(text, phrase)).toBe(true);
  });

  it.each(
    cases([
      ['凡是要求先交解冻金再放款的，都是诈骗！', '解冻金'],
      ['让您开启屏幕共享的均为骗子', '屏幕共享'],
      ['短信说医保卡停用，点击链接激活，这是假的', '医保卡停用'],
      ['注销校园贷、关闭白条影响征信，就是骗局', '关闭白条'],
      ['要求提供验证码的来电，请勿相信', '验证码'],
      ['自称客服要您转账的，一律挂断', '转账'],
      ['称可以修复征信并收取费用，实施诈骗', '修复征信'],
    ]),
  )('before a judgement at the end of the sentence: %s', (text, phrase) => {
    expect(covered(text, phrase)).toBe(true);
  });

  it.each(
    cases([
      ['请勿泄露验证码', '验证码'],
      ['切勿将资金转入所谓安全账户', '安全账户'],
      ['不要点击陌生链接，不要下载陌生软件', '下载陌生软件'],
      ['我行不会以任何理由要求您共享屏幕', '共享屏幕'],
      ['本公司从不通过个人微信收款', '个人微信'],
      ['我司绝不会要求您还款到私人账户', '私人账户'],
      ['公检法机关不会以电话方式办案，也不会要求转账', '要求转账'],
      ['公安机关没有安全账户', '安全账户'],
      ['不轻信、不转账、不透露验证码', '验证码'],
    ]),
  )('after a refusal or a denial: %s', (text, phrase) => {
    expect(covered(text, phrase)).toBe(true);
  });

  it('in every item of a numbered list that it introduces', () => {
    const text = '谨防以下骗局：1、积分兑换现金；2、ETC失效认证；3、转入安全账户。';
    for (const phrase of ['积分兑换', 'ETC失效', '安全账户']) expect(covered(text, phrase)).toBe(true);
  });

  it('in a quotation that the warning introduces, whatever marks stand in it', () => {
    expect(covered('警惕“您的ETC已失效。请点击链接认证！”这类短信', '请点击链接')).toBe(true);
  });

  it('in what the thief is said to say', () => {
    expect(covered('不法分子冒充客服，称您的会员将扣费，请您共享屏幕办理', '共享屏幕')).toBe(true);
  });
});

describe('a warning does not cover', () => {
  it.each(
    cases([
      ['谨防诈骗！请加微信jm01转保证金', '加微信'],
      ['警惕不法分子。您的账户涉案，请将资金转入安全账户', '安全账户'],
      ['防骗提醒：谨防假冒\n点击链接领取', '点击链接'],
    ]),
  )('another sentence: %s', (text, phrase) => {
    expect(covered(text, phrase)).toBe(false);
  });

  it.each(
    cases([
      ['谨防诈骗，请加专员微信办理', '加专员微信'],
      ['谨防账户冻结，点击链接认证', '点击链接'],
      ['为防不法分子盗刷，请将资金转入安全账户', '安全账户'],
      ['近期骗子较多，请立即登录以下网址更新资料', '登录以下网址'],
      ['警惕假冒客服，请认准本公司，请联系下方专员缴纳保证金', '缴纳保证金'],
    ]),
  )('a call to act in its own sentence: %s', (text, phrase) => {
    expect(covered(text, phrase)).toBe(false);
  });

  it.each(
    cases([
      ['请勿泄露给他人，验证码发给我', '验证码发给我'],
      ['切勿超时，转入安全账户', '安全账户'],
      ['请勿关机，配合转账', '转账'],
      ['不要错过积分兑换', '积分兑换'],
      ['不要告诉家人，把钱转到清查账户', '清查账户'],
      ['请勿告知他人将资金转入安全账户一事', '安全账户'],
      ['切勿逾期请点击链接还款', '点击链接'],
      ['如不转入安全账户将被冻结', '安全账户'],
    ]),
  )('what follows an order that belongs to the lure: %s', (text, phrase) => {
    expect(covered(text, phrase)).toBe(false);
  });

  it.each(
    cases([
      ['您的账户被不法分子登录，资金需转入安全账户', '安全账户'],
      ['您涉嫌诈骗，需缴纳保证金', '保证金'],
      ['您的行为属于诈骗，缴纳保证金可撤案', '保证金'],
      ['有人冒充您办理贷款，需登录链接注销', '登录链接'],
      ['有人以您的名义贷款，需点击链接撤销', '点击链接'],
      ['不小心开通了会员，需共享屏幕取消', '共享屏幕'],
      ['此链接不是诈骗，放心点击', '放心点击'],
    ]),
  )('a pretext that only sounds like one: %s', (text, phrase) => {
    expect(covered(text, phrase)).toBe(false);
  });

  it.each(
    cases([
      ['加微信jm01退款，其他都是骗子', '加微信jm01'],
      ['转到清查账户，切勿相信他人', '清查账户'],
      ['未缴纳保证金不会放款', '保证金'],
      ['关闭白条不会影响征信的说法不对', '关闭白条'],
    ]),
  )('what stands before a word about somebody or something else: %s', (text, phrase) => {
    expect(covered(text, phrase)).toBe(false);
  });

  it('anything in a text without a warning word', () => {
    expect(covered('您尾号1234的账户支出200元', '支出')).toBe(false);
    expect(warningScopes('').covers(0)).toBe(false);
  });
});

describe('hostile texts', () => {
  it('are read without throwing, and the answer is for offsets of the text only', () => {
    const piece = fc.constantFrom(
      '谨防',
      '请勿',
      '都是诈骗',
      '以',
      '为由',
      '请点击',
      '称',
      '“',
      '”',
      '，',
      '。',
      '；',
      '1、',
      '不会要求',
      '\n',
      '骗子',
      'x',
    );
    const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (given) => {
        const scopes = warningScopes(given);
        expect(scopes.covers(-1)).toBe(false);
        expect(scopes.covers(given.length)).toBe(false);
      }),
      { seed: 20261121, numRuns: 500 },
    );
  });

  it.each(['请勿', '骗子', '以为由', '都是诈骗', '谨防请点', '不会要求，或', '“谨防'])(
    'cost little however long: %s repeated',
    (piece) => {
      const text = piece.repeat(Math.floor(8_000 / piece.length));
      const began = performance.now();
      warningScopes(text);
      expect(performance.now() - began).toBeLessThan(400);
    },
  );
});
