import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defang } from '../../../src/reply/defang.js';
import { markedLines } from '../../../src/web/page/marked-text.js';

const mark = (text: string, words: string) => {
  const start = text.indexOf(words);
  return { span: { start, end: start + words.length } };
};

const shown = (text: string, marks: Parameters<typeof markedLines>[1]) =>
  markedLines(text, marks).map((runs) => runs.map((run) => (run.marks.length > 0 ? `<${run.text}>` : run.text)).join(''));

describe('marked words', () => {
  it('stand in their place', () => {
    const text = '您的亲属已逾期，请回电';
    expect(shown(text, [mark(text, '亲属'), mark(text, '回电')])).toEqual(['您的<亲属>已逾期，请<回电>']);
  });

  it('stand in the line that they are in', () => {
    const text = '第一行\n第二行有链接 huankuan.example 和字';
    expect(shown(text, [mark(text, 'huankuan.example')])).toEqual(['第一行', '第二行有链接 <huankuan[.]example> 和字']);
  });

  it('never take an address apart: a part of it marks all of it', () => {
    const text = '点击 pay.huankuan.example 办理';
    expect(shown(text, [mark(text, 'huankuan')])).toEqual(['点击 <pay[.]huankuan[.]example> 办理']);
  });

  it('never take a number apart', () => {
    const text = '回电15400002222办理';
    expect(shown(text, [mark(text, '0000')])).toEqual(['回电<154·0000·2222>办理']);
  });

  it('may overlap', () => {
    const text = '您的亲属李某已逾期';
    const runs = markedLines(text, [mark(text, '亲属李某'), mark(text, '李某已逾期')]).flat();
    expect(runs.map((run) => [run.text, run.marks.length])).toEqual([
      ['您的', 0],
      ['亲属', 1],
      ['李某', 2],
      ['已逾期', 1],
    ]);
  });

  const piece = fc.constantFrom(
    '您的',
    '逾期',
    'jd-huan.',
    'huan.example',
    '/a?b',
    '154',
    '0000',
    ' ',
    '-',
    '.',
    '。',
    '\n',
    '@',
    'http://',
    '#x',
    '京东.',
    '\u200b',
    '·',
    '5000元',
  );
  const message = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));

  it('change nothing about how a message is printed, wherever they are', () => {
    fc.assert(
      fc.property(message, fc.array(fc.tuple(fc.nat(80), fc.nat(30)), { maxLength: 6 }), (text, places) => {
        const marks = places.map(([start, length]) => ({ span: { start, end: start + length + 1 } }));
        const lines = markedLines(text, marks).map((runs) => runs.map((run) => run.text).join(''));
        expect(lines).toEqual(text.split('\n').map((line) => defang(line)));
      }),
      { numRuns: 400 },
    );
  });

  it('are never lost', () => {
    fc.assert(
      fc.property(message, fc.nat(60), fc.integer({ min: 1, max: 20 }), (text, start, length) => {
        const marks = [{ span: { start, end: start + length } }];
        const isEmpty = text.slice(start, start + length).replaceAll('\n', '') === '';
        expect(
          markedLines(text, marks)
            .flat()
            .some((run) => run.marks.length > 0),
        ).toBe(!isEmpty);
      }),
      { numRuns: 400 },
    );
  });
});
