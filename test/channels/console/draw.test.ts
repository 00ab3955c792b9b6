import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../../src/channels/console/columns.js';
import { drawReply } from '../../../src/channels/console/draw.js';
import type { Line, Reply } from '../../../src/reply/types.js';

const text = (words: string): Line => [{ kind: 'text', text: words }];

const reply = (rest: Partial<Reply> = {}): Reply => ({
  language: 'zh',
  verdict: 'scam',
  mark: '🔴',
  headline: '先别点链接、别转账：很可能是诈骗',
  lead: [text('短信自称：样例贷')],
  sections: [
    {
      id: 'why',
      title: '为什么',
      numbered: true,
      lines: [
        [
          { kind: 'text', text: '链接「' },
          { kind: 'quote', text: 'a[.]example' },
          { kind: 'text', text: '」不是样例贷登记的网址，只是把名字写了进去。' },
        ],
      ],
    },
    {
      id: 'contacts',
      title: '核实请自己拨',
      numbered: false,
      lines: [
        [
          { kind: 'text', text: '样例贷客服 ' },
          { kind: 'official', text: '4000-000-101', dial: '4000000101' },
        ],
      ],
    },
  ],
  contacts: [],
  question: {
    text: '您转过钱吗？',
    buttons: [
      { id: 'a', label: '转了钱' },
      { id: 'b', label: '都没有' },
    ],
  },
  asOf: '2026-11-21',
  footer: text('仅供参考。'),
  ...rest,
});

describe('drawReply', () => {
  it('lays a reply out with hanging indents', () => {
    expect(drawReply(reply(), { colour: false, width: 40 })).toBe(
      [
        '🔴 先别点链接、别转账：很可能是诈骗',
        '   短信自称：样例贷',
        '',
        '为什么',
        ' 1. 链接「a[.]example」不是样例贷登记的',
        '    网址，只是把名字写了进去。',
        '',
        '核实请自己拨',
        ' · 样例贷客服 4000-000-101',
        '',
        '❓ 您转过钱吗？',
        '   ［转了钱］ ［都没有］',
        '',
        '仅供参考。',
      ].join('\n'),
    );
  });

  it('keeps every line within the width', () => {
    for (const width of [24, 33, 60, 88]) {
      for (const line of drawReply(reply(), { colour: false, width }).split('\n'))
        expect(displayWidth(line)).toBeLessThanOrEqual(width);
    }
  });

  it('moves whole buttons to the next row', () => {
    expect(drawReply(reply(), { colour: false, width: 24 })).toContain('   ［转了钱］ ［都没有］');
    const many = { text: '？', buttons: ['转了钱', '点了链接', '都没有'].map((label) => ({ id: label, label })) };
    expect(drawReply(reply({ question: many }), { colour: false, width: 28 })).toContain(
      '   ［转了钱］ ［点了链接］\n   ［都没有］',
    );
  });

  it('says the same with colour and without', () => {
    const coloured = drawReply(reply(), { colour: true, width: 40 });
    expect(coloured).toContain('\u001b[');
    expect(stripVTControlCharacters(coloured)).toBe(drawReply(reply(), { colour: false, width: 40 }));
  });

  it('writes no escape sequence without colour', () => {
    expect(drawReply(reply(), { colour: false, width: 40 })).not.toContain('\u001b');
  });

  it('styles quotes and official numbers differently', () => {
    const coloured = drawReply(reply(), { colour: true, width: 60 });
    const styleOf = (words: string): string => new RegExp(`((?:\\u001b\\[\\d+m)+)${words}`).exec(coloured)?.[1] ?? '';
    expect(styleOf('a\\[\\.\\]example')).not.toBe('');
    expect(styleOf('4000-000-101')).not.toBe('');
    expect(styleOf('4000-000-101')).not.toBe(styleOf('a\\[\\.\\]example'));
  });

  it.each(['scam', 'suspicious', 'unverified', 'consistent', 'not_a_notice'] as const)(
    'never colours the headline of %s green',
    (verdict) => {
      expect(drawReply(reply({ verdict }), { colour: true, width: 60 })).not.toMatch(/\u001b\[(?:32|42|92|102)m/);
    },
  );

  it('draws nothing of a hostile reply but text', () => {
    const evil = '\u001b]0;evil\u0007\u001b[2J\u202e还\u200b款\r\n\u0008！';
    const drawn = drawReply(
      reply({
        headline: evil,
        lead: [[{ kind: 'quote', text: evil }]],
        footer: text(evil),
        question: { text: evil, buttons: [{ id: 'a', label: evil }] },
      }),
      {
        colour: false,
        width: 40,
      },
    );
    expect(drawn).not.toMatch(/evil/);
    expect(drawn.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('keeps the lines of words to copy as they stand, without a mark, an indent or a break of its own', () => {
    const words = `您好，${'我不是借款人，'.repeat(6)}请不要再联系我。`;
    const copy = (text: string): string =>
      drawReply(
        reply({
          lead: [],
          sections: [{ id: 'copy', title: '可以这样回', numbered: false, lines: [[{ kind: 'copy', text }]] }],
          question: null,
          footer: [],
        }),
        { colour: false, width: 40 },
      );
    expect(copy(`${words}\n再见。`).split('\n')).toEqual([
      '🔴 先别点链接、别转账：很可能是诈骗',
      '',
      '可以这样回',
      words,
      '再见。',
    ]);
    expect(copy('\u001b[2J一\u202e\r\n二')).toMatch(/可以这样回\n一\n二$/);
  });

  it('leaves out what a reply does not have', () => {
    expect(drawReply(reply({ lead: [], sections: [], question: null, footer: [] }), { colour: false, width: 60 })).toBe(
      '🔴 先别点链接、别转账：很可能是诈骗',
    );
  });
});

describe('drawReply for words to copy', () => {
  const copied: Reply = reply({
    sections: [
      {
        id: 'copy',
        title: '可以这样回复',
        numbered: false,
        lines: [[{ kind: 'copy', text: '我不是借款人。\n\n请不要再联系我。' }]],
      },
    ],
  });

  it('keeps their lines, with nothing around them that would be copied too', () => {
    expect(drawReply(copied, { colour: false, width: 60 })).toContain('\n我不是借款人。\n\n请不要再联系我。\n');
  });

  it('breaks no other line where a message has a break', () => {
    const quoted = reply({ lead: [[{ kind: 'quote', text: '还款\n请点' }]] });
    expect(drawReply(quoted, { colour: false, width: 60 })).toContain('还款 请点');
  });
});

describe('drawReply with numbered buttons', () => {
  it('draws buttons alone when nothing is asked', () => {
    const offer = { text: '', buttons: [{ id: 'menu', label: '其他问题' }] };
    const drawn = drawReply(reply({ question: offer }), { colour: false, width: 60, numberedButtons: true });
    expect(drawn).toContain('\n\n   ［1 其他问题］\n\n');
    expect(drawn).not.toContain('❓');
  });

  it('draws the number that presses each', () => {
    expect(drawReply(reply(), { colour: false, width: 60, numberedButtons: true })).toContain('［1 转了钱］ ［2 都没有］');
  });
});
