import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawReply } from '../../../src/channels/wechat/draw.js';
import { splitText } from '../../../src/channels/wechat/split.js';
import { checkNotice } from '../../../src/checker.js';
import { composeReply } from '../../../src/reply/compose.js';
import { defang } from '../../../src/reply/defang.js';
import type { Piece, ReplyBody } from '../../../src/reply/types.js';
import { recordedRegistry } from '../../recorded-registry.js';
import { tappableIn } from '../../reply/tappable.js';
import { bodyOf } from '../../scripted-dialogue.js';
import { wordingOf } from './wechat-world.js';

const DRAWING = { wording: wordingOf, isGroup: false, messageLength: 1800 };

/** Everything that is drawn, without the official contacts, which are there to be tapped. */
function withoutOfficial(texts: readonly string[], body: ReplyBody): string {
  const official = [...body.lead, ...body.sections.flatMap(({ lines }) => lines)]
    .flat()
    .filter(({ kind }) => kind === 'official')
    .map(({ text }) => text);
  return official.reduce((text, part) => text.replaceAll(part, '〇'), texts.join('\n'));
}

describe('an answer', () => {
  const registry = recordedRegistry();

  it('keeps official numbers as they are and nothing else that could be tapped', () => {
    const text =
      '【京东金融】您的白条已严重逾期，今日不处理将上门。点击 jd-huankuan.top 或 http://198.51.100.7/a 加微信 jdzy8866，电话15421192826';
    const reply = composeReply(checkNotice({ text }, registry).gravest, registry, 'zh');
    const drawn = drawReply(reply, DRAWING);
    expect(drawn.join('\n')).toContain('jd-huankuan[.]top');
    expect(drawn.join('\n')).toContain('95118');
    expect(tappableIn(withoutOfficial(drawn, reply))).toEqual([]);
  });

  it('breaks what is quoted from the notice once, even when it comes unbroken', () => {
    const hostile = fc.constantFrom(
      'evil.example',
      'http://a.example/x',
      '15421192826',
      '4000-000-123',
      'a@b.example',
      '@所有人',
      '\u202e',
      '\u0007',
      '您好',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 8 }), (parts) => {
        const quote: Piece = { kind: 'quote', text: parts.join('') };
        const body: ReplyBody = {
          ...bodyOf('收到'),
          lead: [[quote]],
          sections: [{ id: 'why', title: '为什么', lines: [[quote]], numbered: true }],
        };
        const drawn = drawReply(body, DRAWING).join('\n');
        expect(tappableIn(drawn)).toEqual([]);
        expect(drawn.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
        const defanged: Piece = { kind: 'quote', text: defang(quote.text) };
        expect(drawReply({ ...body, lead: [[defanged]], sections: [] }, DRAWING).join('')).toContain(defanged.text.trim());
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });

  it('is drawn with its head, sections, question and footer', () => {
    const body: ReplyBody = {
      ...bodyOf('收到'),
      mark: '🔴',
      headline: '先别点链接',
      lead: [[{ kind: 'text', text: '短信自称：京东金融' }]],
      sections: [
        { id: 'why', title: '为什么', numbered: true, lines: [[{ kind: 'text', text: '一' }], [{ kind: 'text', text: '二' }]] },
        { id: 'contacts', title: '自己拨', numbered: false, lines: [[{ kind: 'official', text: '95118', dial: '95118' }]] },
      ],
      question: { text: '转钱了吗？', buttons: [{ id: 'a', label: '转了' }] },
      footer: [{ kind: 'text', text: '仅供参考。' }],
    };
    expect(drawReply(body, { ...DRAWING, isGroup: true })).toEqual([
      '🔴 先别点链接\n短信自称：京东金融\n\n为什么\n1. 一\n2. 二\n\n自己拨\n· 95118\n\n仅供参考。\n\n转钱了吗？\n请先@我，再写上数字：\n1. 转了',
    ]);
    expect(drawReply({ ...body, language: 'en' }, DRAWING)[0]).toContain('Reply with a number:\n1. 转了');
  });

  it('with an open question asks for no number', () => {
    const question = { text: '是哪个号码发来的？', buttons: [] };
    expect(drawReply({ ...bodyOf('收到'), question }, DRAWING)[0]).toMatch(/收到\n\n是哪个号码发来的？$/);
  });
});

describe('a long text', () => {
  it('is split without losing or repeating a word, and no part is too long', () => {
    const part = fc.constantFrom('第一段', '\n\n', '\n', '。', '，', ' ', '字'.repeat(30), '😀', 'abc');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), fc.integer({ min: 5, max: 80 }), (parts, most) => {
        const text = parts.join('');
        const messages = splitText(text, most);
        expect(messages.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const message of messages) expect([...message].length).toBeLessThanOrEqual(most);
        expect(messages).not.toContain('');
      }),
      { seed: 20261121, numRuns: 500 },
    );
  });

  it('is split at paragraphs before lines, at lines before sentences', () => {
    expect(splitText('一一一。\n二二二。\n\n三三三。', 12)).toEqual(['一一一。\n二二二。', '三三三。']);
    expect(splitText('一一一。二二。\n三三三。', 9)).toEqual(['一一一。二二。', '三三三。']);
    expect(splitText('一一一。二二。三三三。', 8)).toEqual(['一一一。二二。', '三三三。']);
  });
});
