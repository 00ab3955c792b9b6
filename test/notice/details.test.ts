import { describe, expect, it } from 'vitest';
import { detailsIn, misread, readOne } from './plan.js';

describe('accounts', () => {
  it('of WeChat are found under all its names', () => {
    expect(
      misread(
        [
          ['加专员微信 jzyp8866', ['wechat:jzyp8866']],
          ['微信号：abcdefg', ['wechat:abcdefg']],
          ['加微信abcdefg', ['wechat:abcdefg']],
          ['V信：abc_123', ['wechat:abc_123']],
          ['加V:jz-8866', ['wechat:jz-8866']],
          ['+v jzyp66', ['wechat:jzyp66']],
          ['薇信jzyp66', ['wechat:jzyp66']],
          ['vx jzyp66', ['wechat:jzyp66']],
          ['微信：zl.kf.0918', ['wechat:zl.kf.0918']],
          ['15400000123（微信同号）', ['wechat:15400000123']],
          ['微信同号15400000123', ['wechat:15400000123']],
        ],
        detailsIn,
      ),
    ).toEqual([]);
  });

  it('of WeChat are not its services or its public accounts', () => {
    expect(['微信支付', '微信公众号jzyp66', '微信小程序', '微信App', '打开微信-样例借钱'].flatMap(detailsIn)).toEqual([]);
  });

  it('of QQ, Alipay, mail and meetings', () => {
    expect(
      misread(
        [
          ['QQ 12345678', ['qq:12345678']],
          ['加扣扣123456', ['qq:123456']],
          ['QQ：8013××××', ['qq:8013']],
          ['企鹅12345678', ['qq:12345678']],
          ['转到支付宝账号15400000123', ['alipay_account:15400000123']],
          ['支付宝 jz@jzyp.com', ['alipay_account:jz@jzyp.com', 'email:jz@jzyp.com']],
          ['邮箱 a.b@jzyp.com。', ['email:a.b@jzyp.com']],
          ['腾讯会议号：888-666-123', ['meeting_id:888666123']],
          ['会议ID 88866612345', ['meeting_id:88866612345']],
        ],
        detailsIn,
      ),
    ).toEqual([]);
  });

  it('of banks by their check digit, or by the word before them', () => {
    expect(detailsIn('6222020000000000000 张三')).toEqual(['bank_card:6222020000000000000']);
    expect(detailsIn('卡号 6222 0200 0000 0000 001')).toEqual(['bank_card:6222020000000000001']);
    expect(detailsIn('流水 6222020000000000001')).toEqual([]);
    expect(detailsIn('订单号6222020000000000000').filter((detail) => detail.startsWith('bank_card'))).toEqual([]);
  });
});

describe('amounts and times', () => {
  it('are amounts in fen', () => {
    expect(
      misread(
        [
          ['应还5,330.08元', ['amount:533008']],
          ['¥12.5', ['amount:1250']],
          ['RMB12446.90', ['amount:1244690']],
          ['1.2万元', ['amount:120000' + '0']],
          ['最高20万额度', ['amount:20000000']],
          ['３００元', ['amount:30000']],
          ['3万人', []],
          ['12个', []],
        ],
        detailsIn,
      ),
    ).toEqual([]);
  });

  it('are deadlines as they are written', () => {
    expect(
      misread(
        [
          ['今日16点前还清', ['deadline:今日16点前']],
          ['24小时内处理', ['deadline:24小时内']],
          ['三日内处理', ['deadline:三日内']],
          ['17:00前', ['deadline:17:00前']],
          ['12月5日前', ['deadline:12月5日前']],
          ['今天之内', ['deadline:今天之内']],
          ['7个工作日内', ['deadline:7个工作日内']],
          ['今日下班前', ['deadline:今日下班前']],
          ['以前的事', []],
          ['内容', []],
        ],
        detailsIn,
      ),
    ).toEqual([]);
  });

  it('are days overdue', () => {
    expect(detailsIn('已逾期12天')).toEqual(['days_overdue:12']);
    expect(detailsIn('逾期了 3 天')).toEqual(['days_overdue:3']);
  });
});

describe('numbers of papers', () => {
  it('are cases, contracts, identity cards and codes', () => {
    expect(
      misread(
        [
          ['（2026）琼9003民初218号', ['case_number:(2026)琼9003民初218号']],
          ['合同编号：HT2026-00123', ['contract_number:ht2026-00123']],
          ['身份证110101199003070038', ['id_number:110101199003070038']],
          ['身份证110101199003070039', []],
          ['验证码：386104', ['verification_code:386104']],
          ['386104是您的验证码', ['verification_code:386104']],
          ['2745为本次操作的验证码', ['verification_code:2745']],
        ],
        detailsIn,
      ),
    ).toEqual([]);
  });

  it('are installer files that are not part of an address', () => {
    expect(detailsIn('请安装 kefu-a.apk 后登录')).toEqual(['installer_file:kefu-a.apk']);
    expect(detailsIn('http://jzyp.top/kefu-a.apk')).toEqual([]);
  });
});

it('quotes every detail from the original', () => {
  const text = '【样例】应还５，３３０．０８元，加薇信：JZYP8866，今日１６点前';
  const quotes = readOne(text).details.map(({ kind, span }) => `${kind}=${text.slice(span.start, span.end)}`);
  expect(quotes).toEqual(['amount=５，３３０．０８元', 'wechat=JZYP8866', 'deadline=今日１６点前']);
});
