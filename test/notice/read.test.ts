import { describe, expect, it } from 'vitest';
import { readNotices } from '../../src/notice/read.js';
import { NOTICES_CAP, TEXT_CAP } from '../../src/notice/types.js';
import { bodyOf, plan, readAll, readOne } from './plan.js';

const MESSAGE = '【样例金融】您的借款已逾期，请处理';

/** What a share format leaves of its message, and what it says of the sender and the time. */
const read = (text: string) => {
  const notice = readOne(text);
  return { body: bodyOf(notice), sender: notice.sender?.raw ?? null, at: notice.receivedAt, wrapped: notice.wrapped };
};

describe('share formats', () => {
  it.each([
    ['发件人：10690000123456\n时间：2026-01-02 10:21\n内容：', '2026-01-02T10:21:00+08:00'],
    ['发件人:10690000123456 时间:2026年1月2日 下午3:05 内容:', '2026-01-02T15:05:00+08:00'],
    ['【发件人】10690000123456\n【时间】2026/1/2 10:21:33\n【内容】', '2026-01-02T10:21:33+08:00'],
    ['From: 10690000123456\nDate: 2026-01-02 10:21:00\nContent: ', '2026-01-02T10:21:00+08:00'],
    ['来自：10690000123456\n时间：10:21\n', null],
    ['来自10690000123456的短信：', null],
    ['来自 10690000123456 的短信\n', null],
    ['[来自10690000123456的短信] ', null],
    ['收到来自10690000123456的一条短信：', null],
    ['10690000123456 发来的：', null],
    ['10690000123456：', null],
    ['10690000123456\n', null],
    ['10690000123456\n短信/彩信\n2026年1月2日 10:21\n', '2026-01-02T10:21:00+08:00'],
    ['10:21 5G\n< 10690000123456\n今天 10:21\n', null],
    ['转发：\n10690000123456\n', null],
  ])('%j is taken off', (wrapper, at) => {
    expect(read(wrapper + MESSAGE)).toEqual({ body: MESSAGE, sender: '10690000123456', at, wrapped: true });
  });

  it('may name the sender behind the message', () => {
    expect(read(`短信内容：${MESSAGE}\n发件人：10690000123456\n时间：2026-01-02 10:21`)).toEqual({
      body: MESSAGE,
      sender: '10690000123456',
      at: '2026-01-02T10:21:00+08:00',
      wrapped: true,
    });
  });

  it('keep the sender as it was written, with its class', () => {
    const { sender } = readOne(`+86 154 0000 0123\n${MESSAGE}`);
    expect(sender?.raw).toBe('+86 154 0000 0123');
    expect(sender?.reading.class).toBe('mobile');
    expect(sender?.span).toEqual({ start: 0, end: 17 });
  });

  it.each([
    '时间：今天下午3点 地点：会议室 内容：讨论方案',
    '号码：没有 内容：没有',
    '20261120\n是今天的日期和编号',
    '您好，我是张三的同事，收到请回复：今晚8点前',
    '今日开庭 16:00\n请准时到庭，否则缺席判决',
    '最后期限 18:00\n否则上门处理',
    '您好，您的贷款已逾期。\n\n请登录官网处理。\n\n客服电话 4000-000-123',
    '>3< 晚安，好梦，明天见',
  ])('do not take %j apart', (text) => {
    expect(read(text)).toEqual({ body: text, sender: null, at: null, wrapped: false });
  });
});

describe('chat records', () => {
  it.each([
    ['张三 10:21\n', null],
    ['张三 2026/1/2 10:21:33\n', '2026-01-02T10:21:33+08:00'],
    ['2026-01-02 10:21:33 张三(12345678)\n', '2026-01-02T10:21:33+08:00'],
    ['妈妈 昨天 20:15\n', null],
    ['[聊天记录]\n张三 10:21\n', null],
    ['群聊的聊天记录\n\n———— 2026-01-02 ————\n\n张三 10:21\n', '2026-01-02T10:21:00+08:00'],
  ])('%j is taken off', (wrapper, at) => {
    expect(read(wrapper + MESSAGE)).toEqual({ body: MESSAGE, sender: null, at, wrapped: true });
  });

  it('take the question of the last entry for a remark', () => {
    const notice = readOne(`张三 10:21\n${MESSAGE}\n李四 10:22\n这是真的吗`);
    expect(bodyOf(notice)).toBe(MESSAGE);
    expect(notice.remark).toBe('这是真的吗');
  });

  it('keep several entries of one talk together', () => {
    const notice = readOne('客服 10:21\n您好，我是样例金融客服\n客服 10:22\n请加微信 jzyp8866 办理注销');
    expect(notice.details.map(({ value }) => value)).toEqual(['jzyp8866']);
    expect(bodyOf(notice)).toContain('我是样例金融客服');
  });
});

describe('quotations', () => {
  it('of WeChat replies', () => {
    const notice = readOne(`「张三：${MESSAGE}」\n- - - - - - - - - - - - - - -\n这个是真的吗`);
    expect([bodyOf(notice), notice.remark, notice.wrapped]).toEqual([MESSAGE, '这个是真的吗', true]);
  });

  it('of lines', () => {
    const notice = readOne(`> ${MESSAGE}\n\n真的假的`);
    expect([bodyOf(notice), notice.remark, notice.wrapped]).toEqual([MESSAGE, '真的假的', true]);
  });

  it('in quotation marks', () => {
    const notice = readOne(`我妈收到“${MESSAGE}”，是不是骗子？`);
    expect([bodyOf(notice), notice.remark]).toEqual([MESSAGE, '我妈收到,是不是骗子']);
  });
});

describe('the words of the person who forwards it', () => {
  it.each([
    ['我妈收到这个是真的吗：', '', '我妈收到这个是真的吗'],
    ['帮我看看这个短信：', '', '帮我看看这个短信'],
    ['家里老人收到的，帮忙核实一下：', '', '家里老人收到的,帮忙核实一下'],
    ['我妈今天收到一条短信\n', '', '我妈今天收到一条短信'],
    ['请问这是真的吗', '', '请问这是真的吗'],
    ['这条短信靠谱吗？', '', '这条短信靠谱吗'],
    ['', '\n\n这是不是诈骗短信啊', '这是不是诈骗短信啊'],
    ['', ' 是真的吗？', '是真的吗'],
    ['', '，是真的吗', '是真的吗'],
  ])('%j … %j are a remark', (before, after, remark) => {
    const notice = readOne(before + MESSAGE + after);
    expect(bodyOf(notice)).toBe(MESSAGE);
    expect(notice.remark).toBe(remark);
    expect(notice.wrapped).toBe(false);
  });

  it.each([
    '您好，请帮忙转告李先生，收到短信后回电：4000-000-123',
    '请您核实：您名下有一笔借款逾期',
    '你看看这个：http://jzyp.top/a',
    '95188是哪里的电话，是诈骗吗',
    '我妈收到这个，是真的吗',
  ])('are not cut from %j', (text) => {
    const notice = readOne(text);
    expect(bodyOf(notice)).toBe(text);
    expect(notice.remark).toBe('');
  });

  it('leave a number in the message that they ask about', () => {
    const notice = readOne('95599\n这是什么电话');
    expect(notice.sender).toBeNull();
    expect(notice.phones.map(({ digits }) => digits)).toEqual(['95599']);
  });
});

describe('what the caller says', () => {
  it('counts more than the wrapper', () => {
    const notice = readOne(`发件人：10690000123456\n时间：2026-01-02 10:21\n内容：${MESSAGE}`, {
      sender: '15400000123',
      receivedAt: '2026-01-03T09:00:00+08:00',
      role: 'relative',
    });
    expect(notice.sender).toMatchObject({ raw: '15400000123', span: null });
    expect([notice.receivedAt, notice.role]).toEqual(['2026-01-03T09:00:00+08:00', 'relative']);
    expect(bodyOf(notice)).toBe(MESSAGE);
  });

  it('counts for nothing when it is blank', () => {
    expect(readOne(`10690000123456\n${MESSAGE}`, { sender: ' ', receivedAt: '' })).toMatchObject({
      sender: { raw: '10690000123456' },
      receivedAt: null,
    });
  });
});

describe('several messages in one paste', () => {
  const OTHER = '【样例银行】您的信用卡本期账单120.00元';

  it('are notices of their own when each one is signed', () => {
    expect(readAll(`${MESSAGE}\n\n${OTHER}`).map(bodyOf)).toEqual([MESSAGE, OTHER]);
    expect(readAll('您的借款已逾期【样例金融】\n\n您的账单已出【样例银行】').map(bodyOf)).toHaveLength(2);
  });

  it('are notices of their own when each one names its sender', () => {
    const notices = readAll(`10690000123456\n${MESSAGE}\n\n95599\n${OTHER}`);
    expect(notices.map((notice) => [notice.sender?.raw, bodyOf(notice)])).toEqual([
      ['10690000123456', MESSAGE],
      ['95599', OTHER],
    ]);
    expect(readAll(`发件人：95599\n内容：${OTHER}\n发件人：10690000123456\n内容：${MESSAGE}`).map(bodyOf)).toEqual([
      OTHER,
      MESSAGE,
    ]);
  });

  it('are notices of their own in a chat record', () => {
    expect(readAll(`张三 10:21\n${MESSAGE}\n张三 10:22\n${OTHER}`).map(bodyOf)).toEqual([MESSAGE, OTHER]);
  });

  it('share the question above or below them', () => {
    const notices = readAll(`帮我看看这两条短信\n\n${MESSAGE}\n\n${OTHER}`);
    expect(notices.map(bodyOf)).toEqual([MESSAGE, OTHER]);
    expect(notices[0]?.remark).toBe('帮我看看这两条短信');
  });

  it('are one when only one is signed, whatever its paragraphs and headings', () => {
    expect(readAll(`${MESSAGE}\n\n【温馨提示】请勿相信中介\n\n客服4000-000-123`)).toHaveLength(1);
    expect(readAll('第一段\n\n第二段\n\n第三段')).toHaveLength(1);
  });

  it('are read up to a cap, and the reading says so', () => {
    const many = Array.from({ length: NOTICES_CAP + 3 }, (_, index) => `【样例${'甲乙丙丁'[index % 4]}】第${index}条消息`).join(
      '\n\n',
    );
    const reading = readNotices({ text: many }, plan);
    expect([reading.notices.length, reading.truncated]).toEqual([NOTICES_CAP, true]);
    expect(readNotices({ text: MESSAGE }, plan).truncated).toBe(false);
  });
});

describe('the size of a text', () => {
  it('is capped, and the reading says so', () => {
    const reading = readNotices({ text: `${'很长'.repeat(TEXT_CAP)}www.jzyp.com` }, plan);
    expect(reading.truncated).toBe(true);
    expect(reading.notices[0]?.bodySpan.end).toBe(TEXT_CAP);
  });

  it.each(['', '   ', '\n\n', '\u200b\u200e'])('may be nothing: %j is one empty notice', (text) => {
    const notice = readOne(text);
    expect([notice.body.text.trim(), notice.links, notice.phones, notice.details, notice.signatures]).toEqual([
      '',
      [],
      [],
      [],
      [],
    ]);
  });

  it('may be an emoji', () => {
    expect(readOne('😀😀😀').body.text).toBe('😀😀😀');
  });
});
