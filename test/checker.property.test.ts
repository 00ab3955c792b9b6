import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkNotice } from '../src/checker.js';
import { VERDICTS, type VerdictName } from '../src/verdict/types.js';
import { recordedRegistry } from './recorded-registry.js';

const registry = recordedRegistry();

/** A long run: NOTICE_CHECK_RUNS=100000 npm test. The seed is fixed, so that a failure comes back. */
const SETTINGS = { seed: 20_261_121, numRuns: Number(process.env.NOTICE_CHECK_RUNS ?? 300) };

/** Pieces that notices are made of, so that random texts reach the checks and not only the reading. */
const PIECES = [
  '【工商银行】',
  '【花呗】',
  '[建设银行]',
  '尊敬的用户',
  '您的借款已逾期12天',
  '请登录',
  'www.icbc-hk.cc',
  'http://203.0.113.7/a',
  'jd.com',
  '客服95588',
  '95118',
  '0086154',
  '15412345678',
  '+85254000000',
  '加微信 abc_123',
  '验证码 386104',
  '转入6228480000000000000',
  '谨防诈骗',
  '切勿',
  '，',
  '。',
  '\n',
  '点击',
  'hxxp://',
  '［',
  '】',
  '（点）',
  '逾 期',
  '共享屏幕',
  '安全账户',
  '\u202e',
  '\u0000',
  '\ud83d',
  '１２３',
  '①②③',
];
const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 40 })
    .map((pieces) => pieces.join('')),
);

const code = fc.oneof(
  fc.constantFrom(
    'https://jr.jd.com/a',
    'wxp://f2f0a',
    'https://www.icbc.com.cn',
    'https://u.wechat.com/a',
    '会员号',
    'HTTPS://QR.ALIPAY.COM/FKX0',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

const gravity = (verdict: VerdictName): number => VERDICTS.indexOf(verdict);
const verdictOf = (text: string, sender?: string): VerdictName => checkNotice({ text, sender }, registry).gravest.verdict;

/** Scams of our own wording, for what must not make them milder. */
const SCAMS = [
  '【工商银行】您的电子密码器将于今日失效，请登录wap.icbcmmq.cc升级，给您带来不便敬请谅解。',
  '您名下信用卡逾期未还，现已冻结，请致电客服008615412345678解冻【浦发银行】',
  '【花呗】账单已过还款日，现在去 https://alipay-huabei-cl.vip 结清，过时停用支付。',
  '您的ETC已失效，请登录 www.etc-gxrz.top 重新认证，以免影响通行。',
  '京东白条客服通知：您的白条利率违规，需加QQ1000067123共享屏幕关闭，否则影响征信。',
] as const;

describe('whatever is pasted', () => {
  it('gets one of the five verdicts, with quotes that lie inside the original', () => {
    fc.assert(
      fc.property(hostileText, fc.option(fc.string({ maxLength: 30 }), { nil: undefined }), (text, sender) => {
        const { gravest, notices } = checkNotice({ text, sender }, registry);
        expect(VERDICTS).toContain(gravest.verdict);
        for (const { findings, notice } of notices) {
          for (const { span } of findings) {
            if (span === null) continue;
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeLessThanOrEqual(notice.source.length);
            expect(span.end).toBeGreaterThan(span.start);
          }
        }
      }),
      SETTINGS,
    );
  });

  it('gets the same answer twice', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(verdictOf(text)).toBe(verdictOf(text));
      }),
      SETTINGS,
    );
  });

  it('is not made milder by a sender that matches', () => {
    fc.assert(
      fc.property(hostileText, fc.constantFrom('95588', '95533', '95118', '10086', '12381'), (text, sender) => {
        const without = checkNotice({ text }, registry);
        // A sender that stands in the paste is replaced by the one given; that is another question.
        if (without.notices.some(({ notice, verdict }) => notice.sender !== null || verdict === 'not_a_notice')) return;
        expect(gravity(verdictOf(text, sender))).toBeLessThanOrEqual(gravity(without.gravest.verdict));
      }),
      SETTINGS,
    );
  });
});

const toFullWidth = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const WRAPPERS: readonly ((text: string) => string)[] = [
  (text) => `发件人：10690000123456\n内容：${text}`,
  (text) => `我妈收到这个是真的吗：${text}`,
  (text) => `10690000123456 发来的：\n${text}`,
  (text) => `${text}\n是不是骗子啊？`,
  (text) => `张阿姨 10:21\n${text}`,
];

const expectAsGrave = (variant: string, text: string): void => {
  expect(gravity(verdictOf(variant)), variant).toBeLessThanOrEqual(gravity(verdictOf(text)));
};

describe('whatever is read from a picture', () => {
  const picture = fc.array(code, { maxLength: 6 }).map((codes) => ({ codes }));

  it('gets a verdict, with quotes that lie inside the text and its codes', () => {
    fc.assert(
      fc.property(hostileText, picture, (text, read) => {
        for (const { verdict, findings, conduct, notice } of checkNotice({ text, picture: read }, registry).notices) {
          expect(VERDICTS).toContain(verdict);
          for (const { span } of [...findings, ...conduct]) {
            if (span === null) continue;
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeLessThanOrEqual(notice.source.length);
            expect(span.end).toBeGreaterThan(span.start);
          }
        }
      }),
      SETTINGS,
    );
  });

  it('is never confirmed by a link or a code', () => {
    const official = fc.constantFrom('www.icbc.com.cn', 'https://jr.jd.com/a', 'www.alipay.com', 'm.10086.cn', 'www.12381.cn');
    const claim = fc.constantFrom('【工商银行】', '【京东金融】', '【花呗】', '【中国移动】');
    const bill = fc.constantFrom('您的账单已出，详见', '客服95588，', '客服95118，请登录', '');
    fc.assert(
      fc.property(claim, bill, fc.option(official, { nil: '' }), hostileText, picture, (name, words, host, more, read) => {
        for (const { verdict, notice, findings } of checkNotice(
          { text: `${name}${words}${host} ${more}`, picture: read },
          registry,
        ).notices) {
          if (notice.links.length + notice.codes.length > 0) expect(verdict).not.toBe('consistent');
          for (const { id, span } of findings) {
            const link = notice.links.find((found) => found.span.start === span?.start);
            if (link?.origin === 'picture') expect(id).not.toMatch(/^link\.(?:official|listed|other-platform|restricted)/);
          }
        }
      }),
      SETTINGS,
    );
  });
});

describe('a scam stays as grave', () => {
  it.each(SCAMS)('and is one as it is: %s', (text) => {
    expect(verdictOf(text)).toBe('scam');
  });

  it('with full-width digits', () => {
    for (const text of SCAMS) expectAsGrave(toFullWidth(text), text);
  });

  it('with spaces between Chinese characters', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SCAMS), fc.array(fc.nat(200), { maxLength: 12 }), (text, places) => {
        let spaced: string = text;
        for (const place of places) {
          const at = place % spaced.length;
          if (/\p{Script=Han}$/u.test(spaced.slice(0, at)) && /^\p{Script=Han}/u.test(spaced.slice(at)))
            spaced = `${spaced.slice(0, at)} ${spaced.slice(at)}`;
        }
        expectAsGrave(spaced, text);
      }),
      SETTINGS,
    );
  });

  it('inside a forwarding wrapper', () => {
    for (const text of SCAMS) for (const wrap of WRAPPERS) expectAsGrave(wrap(text), text);
  });

  it('with invisible characters strewn in', () => {
    for (const text of SCAMS) expectAsGrave([...text].join('\u200b'), text);
  });
});

describe('a heavy input', () => {
  const HEAVY: readonly [name: string, text: string][] = [
    ['a megabyte of Chinese', '逾期还款请联系客服'.repeat(120_000)],
    ['ten thousand links', 'http://a-b.example/x '.repeat(10_000)],
    ['a hundred thousand digits', '1'.repeat(100_000)],
    ['a megabyte of open brackets', '【'.repeat(1_000_000)],
    ['a megabyte of dots', '.'.repeat(1_000_000)],
    ['emoji only', '😀'.repeat(100_000)],
    ['lone surrogates', '\ud800'.repeat(100_000)],
  ];

  it.each(HEAVY)('is answered: %s', (_, text) => {
    expect(VERDICTS).toContain(checkNotice({ text }, registry).gravest.verdict);
  });
});
