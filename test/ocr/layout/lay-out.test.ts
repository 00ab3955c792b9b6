import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut } from '../../../src/ocr/layout/lay-out.js';
import type { PlacedNotice, ReadLine } from '../../../src/ocr/types.js';
import type { Truth } from '../render/truth.js';
import { line, pixelsOf, plain, readPerfectly, TRUTHS } from './pictures.js';

const spaceless = (text: string): string => text.replace(/ /g, '');
const told = ({ text, sender, receivedAt }: PlacedNotice) => ({ text: spaceless(text), sender, receivedAt });
const expected = ({ notices }: Truth) =>
  notices.map(({ text, sender, received_at }) => ({ text: spaceless(text), sender, receivedAt: received_at }));

async function noticesOf(truth: Truth, lines: readonly ReadLine[]) {
  const laidOut = layOut(lines, await pixelsOf(truth), truth.day);
  return laidOut.kind === 'read' ? laidOut.notices.map(told) : laidOut;
}

describe('the notices of a screenshot', () => {
  // Boxes of a photo that is a little turned overlap: whoever finds lines sets it upright.
  const upright = TRUTHS.filter(({ post }) => post !== 'photo');

  it.each(upright.map((truth) => [truth.file, truth] as const))(
    '%s: every message with its sender and time, and nothing else',
    async (_, truth) => {
      expect(await noticesOf(truth, readPerfectly(truth.lines))).toEqual(expected(truth));
    },
  );

  it.each(upright.map((truth) => [truth.file, truth] as const))(
    '%s: the same when lines were found in pieces and specks among them',
    async (_, truth) => {
      const pieces = readPerfectly(truth.lines).flatMap(inPieces).flatMap(withSpeck);
      expect(await noticesOf(truth, pieces)).toEqual(expected(truth));
    },
  );

  it('stand where the bubble is', async () => {
    for (const truth of upright) {
      const laidOut = layOut(readPerfectly(truth.lines), await pixelsOf(truth), truth.day);
      if (laidOut.kind !== 'read') throw new Error(`${truth.file}: ${laidOut.why}`);
      for (const [at, { box }] of laidOut.notices.entries()) {
        const bubble = truth.notices[at]?.box;
        expect(bubble && box.top >= bubble.top && box.top + box.height <= bubble.top + bubble.height).toBe(true);
      }
    }
  });

  it('keep no time whose day would be a guess', async () => {
    for (const truth of upright) {
      const laidOut = layOut(readPerfectly(truth.lines), await pixelsOf(truth));
      const times = laidOut.kind === 'read' ? laidOut.notices.map(({ receivedAt }) => receivedAt) : [];
      expect(times.filter((time) => time?.startsWith('2026'))).toEqual([]);
    }
  });
});

/** An engine takes a wide comma for the end of a line. */
function inPieces(whole: ReadLine): ReadLine[] {
  const at = whole.text.indexOf('，') + 1;
  if (at === 0 || at === whole.text.length) return [whole];
  const { left, top, width, height } = whole.box;
  const first = (width * at) / whole.text.length;
  return [
    { ...whole, text: whole.text.slice(0, at), box: { left, top, width: first * 0.97, height } },
    { ...whole, text: whole.text.slice(at), box: { left: left + first, top, width: width - first, height } },
  ];
}

/** And the hole of a letter for a character. */
function withSpeck(whole: ReadLine): ReadLine[] {
  const { left, top, width, height } = whole.box;
  if (width < 4 * height) return [whole];
  return [
    whole,
    {
      text: '口',
      confidence: 0.9,
      box: { left: left + width / 3, top: top + height * 0.4, width: height * 0.2, height: height * 0.3 },
    },
  ];
}

const W = 390;

describe('a conversation', () => {
  const bar = [line('9:41', 30, 14, 14), line('5G 87', 330, 14, 14)];
  const title = [line('<', 12, 52, 14), line('95588', 170, 112, 12)];
  const message = [line('【工商银行】您尾号1234的账户于今日支', 26, 180, 17), line('出人民币1,200.00元。', 26, 204, 17)];

  it('without a time has none', () => {
    const laidOut = layOut([...bar, ...title, ...message], plain(W, 844), '2026-11-20');
    expect(laidOut).toMatchObject({ kind: 'read', notices: [{ sender: '95588', receivedAt: null }] });
  });

  it.each([
    ['旭', '5G 87'],
    ['9:41', '旭'],
  ])('keeps its sender when the corners of the screen were read as “%s” and “%s”', (clock, network) => {
    const corners = [line(clock, 30, 14, 14), line(network, 330, 14, 14)];
    const laidOut = layOut([...corners, ...title, ...message], plain(W, 844), '2026-11-20');
    expect(laidOut).toMatchObject({ kind: 'read', notices: [{ sender: '95588' }] });
  });

  it('does not pass the day of one message on to the hour of the next', () => {
    const lines = [
      ...bar,
      ...title,
      line('11月14日 08:15', 155, 150, 11),
      ...message,
      line('22:41', 180, 260, 11),
      ...message.map((row) => ({ ...row, box: { ...row.box, top: row.box.top + 110 } })),
    ];
    const laidOut = layOut(lines, plain(W, 844), '2026-11-20');
    expect(laidOut.kind === 'read' && laidOut.notices.map(({ receivedAt }) => receivedAt)).toEqual([
      '2026-11-14T08:15:00+08:00',
      null,
    ]);
  });

  it('with a name in the title has no sender', () => {
    const laidOut = layOut([...bar, line('招商银行', 165, 112, 12), line('今天 08:15', 160, 150, 11), ...message], plain(W, 844));
    expect(laidOut).toMatchObject({ kind: 'read', notices: [{ sender: null }] });
  });

  it('in which only the owner of the phone says something is what he passed on, from nobody', () => {
    const own = line('【工商银行】您的账户已停用请核验', 110, 200, 17);
    const laidOut = layOut([...bar, ...title, line('今天 08:15', 160, 150, 11), own], plain(W, 844), '2026-11-20');
    expect(laidOut).toMatchObject({ kind: 'read', notices: [{ sender: null, receivedAt: null }] });
  });
});

describe('a notification', () => {
  it.each(['今天上午8:15', '08:15', ' 昨天'])(
    'from an e-mail address that reaches up to the time “%s” has its sender',
    (time) => {
      const words = [line(`notice@a1b.example${time}`, 20, 100, 15), line('您尾号1234卡支出人民币120.00元', 20, 122, 15)];
      const laidOut = layOut([line('9:41', 30, 14, 14), ...words], plain(W, 844), '2026-11-20');
      expect(laidOut).toMatchObject({ kind: 'read', notices: [{ sender: 'notice@a1b.example' }] });
    },
  );
});

describe('a list of conversations', () => {
  it('holds a notice of each sender', () => {
    const entry = (at: number, sender: string, time: string, words: string) => [
      line(sender, 20, 100 + at * 70, 17),
      line(time, 340, 102 + at * 70, 13),
      line(words, 20, 126 + at * 70, 15),
    ];
    const lines = [
      line('9:41', 30, 14, 14),
      ...entry(0, '10690000123456', '昨天', '【好记账】验证码482913，请勿泄露'),
      ...entry(1, '95588', '今天 08:15', '您尾号1234卡支出人民币120.00元'),
    ];
    expect(layOut(lines, plain(W, 844), '2026-11-20')).toMatchObject({
      kind: 'read',
      notices: [
        { sender: '10690000123456', receivedAt: null },
        { sender: '95588', receivedAt: '2026-11-20T08:15:00+08:00' },
      ],
    });
  });
});

describe('a picture without a message', () => {
  const settings = ['WLAN', '蓝牙', '移动网络', '个人热点', '通知', '声音与触感', '专注模式', '屏幕使用时间'].flatMap(
    (label, at) => [line(label, 66, 150 + at * 48, 17), line('打开', 320, 150 + at * 48, 17)],
  );

  it('is said to hold none when it is a page of settings', () => {
    const lines = [line('9:41', 30, 14, 14), line('设置', 180, 60, 17), ...settings];
    expect(layOut(lines, plain(W, 844, 240))).toEqual({ kind: 'failed', why: 'no_text' });
  });

  it.each([
    ['a landscape', [line('老张面馆', 120, 300, 30)]],
    ['a cat', [line('人', 50, 60, 9), line('|', 300, 200, 40)]],
    ['nothing', []],
  ])('is said to hold none when it is %s', (_, lines) => {
    expect(layOut(lines, plain(W, 500))).toEqual({ kind: 'failed', why: 'no_text' });
  });

  it('is called unclear when what was read is no language', () => {
    const lines = [line('回|固!囚〗囗 门[曰]“卫|田', 20, 40, 20), line('囚-回|冈[囗]~固!', 20, 70, 20)];
    expect(layOut(lines, plain(W, 120))).toEqual({ kind: 'failed', why: 'unclear' });
  });
});

describe('whatever an engine reads', () => {
  const place = fc.integer({ min: -50, max: 600 });
  const size = fc.integer({ min: 0, max: 300 });
  const words = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.constantFrom('今天 22:41', '信息', '95588', '短信/彩信', '【工商银行】您的账户已停用', 'http://a.example/', '复制验证码'),
  );
  const readLine: fc.Arbitrary<ReadLine> = fc.record({
    text: words,
    box: fc.record({ left: place, top: place, width: size, height: size }),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  });

  it('gets an answer, and no notice without words', () => {
    const screen = plain(400, 400);
    fc.assert(
      fc.property(fc.array(readLine, { maxLength: 40 }), (lines) => {
        const laidOut = layOut(lines, screen, '2026-11-20');
        if (laidOut.kind === 'read') expect(laidOut.notices.every(({ text }) => text.trim() !== '')).toBe(true);
      }),
    );
  });
});
