import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderLetterText } from '../../src/letters/letter-text.js';
import { tappableIn } from '../reply/tappable.js';
import { everyLetter, factsOf, letterOf, RUDE, SCAM } from './cases.js';

describe('a letter as text', () => {
  it('reads from the title to the signature, with boxes and lines to write on', () => {
    const text = renderLetterText(letterOf('platform', factsOf(RUDE, { role: 'relative', receivedAt: '2026-11-20T22:30' })));
    const marks = [
      '关于催收短信的投诉书',
      '致：马上消费金融',
      '一、事实',
      '收到时间：2026年11月20日 22:30',
      '发送号码：＿',
      `│ ${RUDE}`,
      '二、问题和依据',
      '1. 「再不还',
      '三、请求',
      '☐ 停止再联系我',
      '请在收到后15日内书面答复（依据《银行业保险业消费投诉处理管理办法》）。',
      '本投诉不代表承认任何债务。',
      '四、附上的材料',
      '签名：＿',
    ];
    const places = marks.map((mark) => text.indexOf(mark));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('says that it broke up addresses and numbers of the message, where it did', () => {
    const note = '照原文抄写时以手机里的短信为准';
    expect(renderLetterText(letterOf('police', factsOf(SCAM)))).toContain(note);
    expect(renderLetterText(letterOf('police', factsOf('【马上消费金融】再不还就找人弄死你')))).not.toContain(note);
  });

  it('is in one language but for the message and names', () => {
    const letters = everyLetter().filter(({ letter }) => letter.language === 'en');
    const offenders = letters.filter(({ letter }) => {
      const own = {
        ...letter,
        blocks: letter.blocks.filter(({ kind }) => kind !== 'verbatim' && kind !== 'fact' && kind !== 'addressee'),
      };
      return /[\u3000-\u9fff\uff00-\uffef]/.test(renderLetterText(own).replace(/“[^”]*”/g, ''));
    });
    expect(offenders.map(({ name }) => name)).toEqual([]);
  });

  it('makes no word of the message tappable, whatever it holds', () => {
    const bait = fc.constantFrom(
      'http://a-b.example/x',
      '15400001234',
      '@name',
      'weixin://dl',
      '/start',
      'a。example',
      '１５４００００１２３４',
    );
    const text = fc.array(fc.oneof(bait, fc.string({ unit: 'binary', maxLength: 30 })), { maxLength: 8 });
    fc.assert(
      fc.property(text, (parts) => {
        const rendered = renderLetterText(letterOf('police', factsOf(`${RUDE}${parts.join(' ')}`)));
        const quoted = rendered.split('\n').filter((line) => line.startsWith('│') || line.startsWith('短信里留的'));
        expect(quoted.flatMap((line) => tappableIn(line.replace(/^│ /, '')))).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });
});
