import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChatHistory, readLinkCard } from '../../../src/channels/wechat/chat-history.js';
import { parseXml } from '../../../src/channels/wechat/xml.js';
import { chatHistory, entry, recordInfo } from './payloads.js';

const linesIn = (payload: string) => {
  const content = readChatHistory(payload);
  return content?.kind === 'chat_record' ? content.lines : null;
};

/** Text that XML can carry. */
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map((text) => `字${text.replace(/[\s\p{Cc}]/gu, '')}`);

describe('merged messages', () => {
  it.each(['cdata', 'escaped'] as const)('are read with sender and text, whatever stands in them (%s)', (wrap) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 6 }), words, (messages, title) => {
        // A CDATA section cannot hold its own end.
        fc.pre(wrap === 'escaped' || !messages.flat().join('').includes(']]'));
        const payload = chatHistory(
          title,
          messages.map(([sender, text]) => entry(sender, text)),
          wrap,
        );
        expect(readChatHistory(payload)).toEqual({
          kind: 'chat_record',
          title,
          lines: messages.map(([sender, text]) => ({ sender, text })),
        });
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });

  it('are read behind the id that rooms put in front', () => {
    expect(linesIn(`wxid_a1b2:\n${chatHistory('记录', [entry('张三', '您好')])}`)).toEqual([{ sender: '张三', text: '您好' }]);
  });

  it('name the address of a link', () => {
    const link =
      '<dataitem datatype="5"><sourcename>张三</sourcename><datatitle>还款入口</datatitle><datadesc>点击办理</datadesc>' +
      '<weburlitem><title>x</title><link>https://a.example/p?a=1&amp;b=2</link></weburlitem></dataitem>';
    expect(linesIn(chatHistory('记录', [link]))).toEqual([
      { sender: '张三', text: '还款入口\n点击办理\nhttps://a.example/p?a=1&b=2' },
    ]);
  });

  it('are read when they hold merged messages again', () => {
    const nested = (inside: string) =>
      `<dataitem datatype="17"><sourcename>李四</sourcename><recordxml>${inside}</recordxml></dataitem>`;
    expect(linesIn(chatHistory('记录', [nested(recordInfo([entry('张三', '您已逾期')])), entry('李四', '真的吗')]))).toEqual([
      { sender: '张三', text: '您已逾期' },
      { sender: '李四', text: '真的吗' },
    ]);
    let deep = recordInfo([entry('张三', '太深了')]);
    for (let depth = 0; depth < 6; depth += 1) deep = recordInfo([nested(deep)]);
    expect(linesIn(chatHistory('记录', [nested(deep)]))).toBeNull();
  });

  it('leave out pictures and other things without words', () => {
    const picture = entry('张三', '[图片]', '2');
    expect(linesIn(chatHistory('记录', [picture, entry('李四', '看图')]))).toEqual([{ sender: '李四', text: '看图' }]);
    expect(linesIn(chatHistory('记录', [picture]))).toBeNull();
  });

  it('are read up to 200 messages', () => {
    const many = Array.from({ length: 300 }, (_, at) => entry('张三', `第${at}条`));
    expect(linesIn(chatHistory('记录', many))).toHaveLength(200);
  });
});

describe('hostile XML', () => {
  it('with entities of its own is refused, not expanded', () => {
    const bomb = `<!DOCTYPE msg [<!ENTITY a "字"><!ENTITY b "&a;&a;&a;&a;">]><msg><appmsg><title>&b;</title></appmsg></msg>`;
    expect(parseXml(bomb)).toBeNull();
    expect(readChatHistory(bomb)).toBeNull();
  });

  it('leaves entities alone that it does not know, and expands none twice', () => {
    const root = parseXml('<a>&xxe; &amp;lt; &#x4e2d;&#25991;&#0;&#xD800;&#x110000;</a>');
    expect(root?.children[0]?.text).toBe('&xxe; &lt; 中文');
  });

  it.each([
    ['unclosed', '<msg><appmsg><title>x'],
    ['crossed', '<a><b></a></b>'],
    ['closed too often', '<a></a></a>'],
    ['cut in a tag', '<msg><appmsg '],
    ['with an open CDATA section', '<a><![CDATA[x</a>'],
    ['with an open comment', '<a><!-- </a>'],
    ['with an attribute that does not end', '<a b="c><d/></a>'],
    ['with a tag that is none', '<a><1></1></a>'],
  ])('that is not well-formed is refused: %s', (_, xml) => {
    expect(parseXml(xml)).toBeNull();
  });

  it('is refused when it is nested or repeated beyond all measure', () => {
    expect(parseXml('<a>'.repeat(100_000))).toBeNull();
    expect(parseXml(`<r>${'<a/>'.repeat(50_000)}</r>`)).toBeNull();
    expect(readChatHistory(chatHistory('长', [entry('张三', '字'.repeat(600_000))]))).toBeNull();
  });

  it('is read in steps that grow with its length only', () => {
    // Each of these made some parser quadratic. At a thousand times the size they would not end in the time of a test.
    for (const part of ['<', '<a ', '<a b', '<a b="', ' ', '&', '&#', ']]>', '<![CDATA[', '<!--', '<a b="c" ', '「']) {
      const long = part.repeat(Math.floor(500_000 / part.length));
      expect(readChatHistory(`<msg><appmsg>${long}`)).toBeNull();
      expect(readLinkCard(`<a>${long}</a>`)).toBeNull();
    }
  });

  it('never throws, whatever the text', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '/',
      '"',
      "'",
      '=',
      '&',
      ';',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<?',
      '?>',
      '<!DOCTYPE ',
    );
    const names = fc.constantFrom(
      'msg',
      'appmsg',
      'recorditem',
      'datalist',
      'dataitem datatype="1"',
      'datadesc',
      'url',
      'x',
      ' ',
      '字',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, names, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const record = readChatHistory(text);
        if (record?.kind === 'chat_record') expect(record.lines.length).toBeGreaterThan(0);
        readLinkCard(`<msg>${text}</msg>`);
      }),
      { seed: 20261121, numRuns: 2_000 },
    );
  });
});
