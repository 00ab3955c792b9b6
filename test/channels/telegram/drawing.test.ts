import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawReply } from '../../../src/channels/telegram/draw.js';
import { keyboardOf } from '../../../src/channels/telegram/keyboard.js';
import { htmlOf, textOf } from '../../../src/channels/telegram/runs.js';
import { CAPTION_ROOM, MESSAGE_ROOM, splitBlocks } from '../../../src/channels/telegram/split.js';
import { defang } from '../../../src/reply/defang.js';
import { printable } from '../../../src/reply/printable.js';
import type { Piece, ReplyBody, Section } from '../../../src/reply/types.js';
import { bodyOf } from '../../scripted-dialogue.js';
import { withAutoLinks } from './bot-api/auto-links.js';
import { parseHtml } from './bot-api/parse-html.js';

const html = (body: ReplyBody): string[] => splitBlocks(drawReply(body), MESSAGE_ROOM).map(htmlOf);

const section = (lines: Section['lines'], more: Partial<Section> = {}): Section => ({
  id: 'why',
  title: '为什么',
  lines,
  numbered: true,
  ...more,
});

const text = (words: string): Piece => ({ kind: 'text', text: words });
const quote = (words: string): Piece => ({ kind: 'quote', text: words });

/** What a reader sees without what nobody sees. */
const visible = (words: string): string => words.replaceAll('\u2060', '');

describe('a drawn reply', () => {
  it('has headline, sections, small print and the question last', () => {
    const body = bodyOf('可疑，先别理会', {
      mark: '🟠',
      lead: [[text('短信自称：样例贷')]],
      sections: [
        section([[text('链接「'), quote('sample[.]top'), text('」没有记录。')], [text('它催您今天付钱。')]]),
        section([[text('先别付钱。')]], { id: 'steps', title: '接下来', numbered: false }),
      ],
      question: { text: '是哪个号码发来的？', buttons: [{ id: 'give-sender', label: '发来的号码是…' }] },
      footer: [text('仅供参考。')],
    });
    expect(html(body)).toEqual([
      [
        '🟠 <b>可疑，先别理会</b>',
        '短信自称：样例贷',
        '',
        '<b>为什么</b>',
        '1. 链接「<i>sample[.]top</i>」没有记录。',
        '2. 它催您今天付钱。',
        '',
        '<b>接下来</b>',
        '· 先别付钱。',
        '',
        '<i>仅供参考。</i>',
        '',
        '<b>是哪个号码发来的？</b>',
      ].join('\n'),
    ]);
  });

  it('sets an official number so that a tap copies it, and an official site so that a tap opens it', () => {
    const line: Piece[] = [
      { kind: 'official', text: '95118', dial: '95118' },
      text(' '),
      { kind: 'official', text: 'jd.com', host: 'jd.com' },
    ];
    expect(html(bodyOf('a', { lead: [line] }))[0]).toContain('<code>95118</code> <a href="https://jd.com">jd.com</a>');
  });

  it('links nothing that is no host', () => {
    const line: Piece[] = [{ kind: 'official', text: 'x', host: 'a.example" onclick="x' }];
    expect(html(bodyOf('a', { lead: [line] }))[0]).toBe('⚪ <b>a</b>\n<code>x</code>');
  });

  it('sets words to copy apart, with their lines, so that one tap copies all of them', () => {
    const letter: Piece = { kind: 'copy', text: '第一行\n\n第三行 <b>' };
    const body = bodyOf('a', {
      sections: [section([[text('照抄下面的话：')], [letter], [text('然后发出去。')]], { numbered: false })],
    });
    expect(html(body)[0]).toBe(
      '⚪ <b>a</b>\n\n<b>为什么</b>\n· 照抄下面的话：\n\n<pre>第一行\n\n第三行 &lt;b&gt;</pre>\n\n· 然后发出去。',
    );
  });

  it('keeps a few words to copy within their line', () => {
    const line: Piece[] = [text('回复 '), { kind: 'copy', text: 'TD' }, text(' 退订。')];
    expect(html(bodyOf('a', { lead: [line] }))[0]).toContain('回复 <code>TD</code> 退订。');
  });

  it('keeps the lines of a letter that stands in a sentence', () => {
    const line: Piece[] = [text('写：'), { kind: 'copy', text: '一\n二' }, text('完')];
    expect(html(bodyOf('a', { sections: [section([line])] }))[0]).toContain('1. 写：\n\n<pre>一\n二</pre>\n\n完');
  });
});

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<b>',
        '</b>',
        '<a href="https://evil.example">',
        '&lt;',
        '&',
        '&#60;',
        '"',
        '<pre>',
        '</code>',
        '\n\n',
        '\ud800',
        '\u202e',
        '@name_of',
        '#话题',
        '/start',
        '(/start)',
        '$TON',
        '$1INCH',
        '#·话题',
        'evil.example',
        'http://evil.example/a?b',
        'tg://resolve?domain=evil',
        '15421192826',
        '+86 154 2119 2826',
        '6200000000000000001',
        'a@evil.example',
        '.',
        ' ',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const piece: fc.Arbitrary<Piece> = fc.oneof(
  hostile.map(text),
  hostile.map((words) => quote(defang(words))),
  fc.record({ kind: fc.constant('official' as const), text: hostile, host: hostile }),
  fc.record({ kind: fc.constant('official' as const), text: hostile, dial: hostile }),
  fc.record({ kind: fc.constant('copy' as const), text: hostile }),
);
const line = fc.array(piece, { maxLength: 4 });
const anySection: fc.Arbitrary<Section> = fc.record({
  id: fc.constant('why' as const),
  title: hostile,
  lines: fc.array(line, { maxLength: 4 }),
  numbered: fc.boolean(),
});
const anyReply: fc.Arbitrary<ReplyBody> = fc
  .record({
    headline: hostile,
    mark: hostile,
    lead: fc.array(line, { maxLength: 3 }),
    sections: fc.array(anySection, { maxLength: 4 }),
    footer: line,
    question: fc.option(fc.record({ text: hostile, buttons: fc.constant([]) })),
  })
  .map(({ headline, ...rest }) => bodyOf(headline, rest));

describe('whatever a reply holds', () => {
  it('is read by Telegram as the text that was meant, in any field', () => {
    fc.assert(
      fc.property(anyReply, (body) => {
        for (const runs of splitBlocks(drawReply(body), MESSAGE_ROOM)) expect(parseHtml(htmlOf(runs)).text).toBe(textOf(runs));
      }),
      { numRuns: 300 },
    );
  });

  it('loses no words and adds none', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (headline, title, words) => {
        const body = bodyOf(headline, { sections: [section([[text(words), quote(words)]], { title })] });
        const shown = visible(
          html(body)
            .map((part) => parseHtml(part).text)
            .join(''),
        );
        for (const field of [headline, title, words]) expect(shown).toContain(printable(field).trim());
      }),
      { numRuns: 300 },
    );
  });

  it('lets a reader tap nothing of a quote, nor of a headline that quotes', () => {
    fc.assert(
      fc.property(hostile, hostile, (words, around) => {
        const body = bodyOf(`没有查到 ${defang(words)}`, {
          lead: [[text('「'), quote(defang(words)), text('」')], [quote(defang(around))]],
        });
        for (const part of html(body)) {
          const parsed = parseHtml(part);
          const links = withAutoLinks(parsed.text, parsed.entities).filter(({ type }) => type !== 'bold' && type !== 'italic');
          expect(links.map(({ type, offset, length }) => [type, parsed.text.slice(offset, offset + length)])).toEqual([]);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a reply that is too long for one message', () => {
  const long = (count: number, words: string): Section[] =>
    Array.from({ length: count }, (_, at) => section([[text(`${at} ${words}`)]], { title: `Part ${at}` }));

  const lengths = (parts: readonly string[]): number[] => parts.map((part) => parseHtml(part).text.length);

  it('is parted between its paragraphs', () => {
    const parts = html(bodyOf('a', { sections: long(5, '长'.repeat(1_500)) }));
    expect(parts.length).toBe(3);
    for (const part of parts) expect(part).toMatch(/^(?:⚪|<b>Part \d<\/b>)/);
    expect(Math.max(...lengths(parts))).toBeLessThanOrEqual(4096);
  });

  it('fills a message to the last character and no further', () => {
    const exactly = (units: number) => html(bodyOf('', { mark: '字'.repeat(units) }));
    expect(exactly(4_096).length).toBe(1);
    expect(exactly(4_097).length).toBe(2);
  });

  it('is parted between lines where a paragraph is too long, and within one where there are none', () => {
    const lines = Array.from({ length: 3 }, (_, at) => [text(`${at}${'行'.repeat(3_000)}`)]);
    expect(html(bodyOf('a', { sections: [section(lines)] })).length).toBe(3);
    const one = html(bodyOf('a', { lead: [[text('𠮷'.repeat(5_000))]] }));
    expect(lengths(one).every((length) => length <= 4096)).toBe(true);
    const counts = one.map((part) => parseHtml(part).text.match(/𠮷/gu)?.length ?? 0);
    expect(counts.length).toBe(3);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(5_000);
  });

  it('keeps a long letter in blocks to copy', () => {
    const letter: Piece = {
      kind: 'copy',
      text: Array.from({ length: 300 }, (_, at) => `第${at}行 ${'字'.repeat(30)}`).join('\n'),
    };
    const parts = html(bodyOf('a', { sections: [section([[letter]])] }));
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts.slice(1)) expect(part).toMatch(/^<pre>[^<]*<\/pre>$/);
  });

  it('is never parted inside a tag, an escape or a character', () => {
    fc.assert(
      fc.property(anyReply, fc.integer({ min: 20, max: 200 }), (body, units) => {
        const parts = splitBlocks(drawReply(body), { units, styles: 100 });
        const joined = parts.map((runs) => {
          const { text: shown } = parseHtml(htmlOf(runs));
          expect(shown.length).toBeLessThanOrEqual(units);
          expect(shown).not.toMatch(/\p{Surrogate}/u);
          return shown;
        });
        const whole = splitBlocks(drawReply(body), { units: 1_000_000, styles: 1_000_000 }).map(textOf);
        expect(joined.join('').replace(/\s/g, '')).toBe(whole.join('').replace(/\s/g, ''));
      }),
      { numRuns: 200 },
    );
  });

  it('is parted before Telegram would leave a style out', () => {
    const lines = Array.from({ length: 150 }, (_, at) => [text('看 '), quote(`x${at}`)]);
    const parts = html(bodyOf('a', { sections: [section(lines)] }));
    expect(parts.length).toBe(2);
    for (const part of parts) expect(parseHtml(part).entities.length).toBeLessThanOrEqual(100);
  });

  it('has less room below a file', () => {
    expect(splitBlocks(drawReply(bodyOf('字'.repeat(1_030))), CAPTION_ROOM).length).toBe(2);
  });
});

describe('buttons', () => {
  const rows = (labels: readonly string[]): string[][] =>
    (keyboardOf(labels.map((label, at) => ({ id: `b${at}`, label })))?.inline_keyboard ?? []).map((row) =>
      row.map(({ text: label }) => label),
    );

  it('stand two by two when they are short, and alone when they are long', () => {
    expect(rows(['是', '不是', '不知道'])).toEqual([['是', '不是'], ['不知道']]);
    expect(rows(['我已经转钱或者点了链接', '是', '我是借款人', '怎么投诉'])).toEqual([
      ['我已经转钱或者点了链接'],
      ['是', '我是借款人'],
      ['怎么投诉'],
    ]);
    expect(rows(['是', '我已经转钱或者点了链接', '不是'])).toEqual([['是'], ['我已经转钱或者点了链接'], ['不是']]);
  });

  it('are left out when Telegram would refuse them, and with them the whole message', () => {
    const buttons = [
      { id: 'x'.repeat(65), label: 'too long' },
      { id: '', label: 'no id' },
      { id: 'blank', label: ' \u200b' },
    ];
    expect(keyboardOf(buttons)).toBeUndefined();
  });
});
