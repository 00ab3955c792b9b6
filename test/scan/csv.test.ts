import { describe, expect, it } from 'vitest';
import { openInbox } from '../../src/scan/open-inbox.js';
import { bytesOf, readInbox } from './read.js';

const IMAZING =
  'Chat Session,Message Date,Delivered Date,Read Date,Edited Date,Service,Type,Sender ID,Sender Name,Status,Replying to,Subject,Text,Attachment,Attachment type';

describe('a table of messages', () => {
  it('is read as iMazing writes it', async () => {
    const rows = [
      '106900001,2026-11-20 22:30:05,,,,SMS,Incoming,106900001,,Read,,,"【样例】第一行\n第二行，""引号""",,',
      '106900001,2026-11-20 22:31:00,,,,SMS,Outgoing,,,Read,,,退订,,',
      '样例,2026-11-20 22:32:00,,,,SMS,Notification,,,,,,,,',
    ];
    const { format, messages, skipped } = await readInbox(bytesOf([IMAZING, ...rows].join('\r\n')));
    expect(format).toBe('csv');
    expect(messages).toEqual([{ text: '【样例】第一行\n第二行，"引号"', sender: '106900001', receivedAt: '2026-11-20T22:30' }]);
    expect(skipped).toEqual(['sent', 'empty']);
  });

  it('is read as PhoneView writes it', async () => {
    const table =
      '"direction","timestamp","name","number","content","type"\nReceived,"Nov 20, 2026 6:12:54 PM",样例,106900001,"您好","SMS"\nSent,"Nov 20, 2026 6:13:00 PM",样例,106900001,"好","SMS"';
    const { messages, skipped } = await readInbox(bytesOf(table));
    expect(messages).toEqual([{ text: '您好', sender: '106900001', receivedAt: '2026-11-20T18:12' }]);
    expect(skipped).toEqual(['sent']);
  });

  it.each([
    ['plain', 'text,sender,received_at\n您好,95118,2026-11-20T22:30'],
    ['in Chinese', '号码,时间,类型,内容\n95118,2026/11/20 22:30,接收,您好'],
    ['with the day and the hour apart', '日期,时间,发件人,短信内容\n2026-11-20,22:30:10,95118,您好'],
    ['with semicolons', 'Date;From;Message\n2026-11-20 22:30;95118;您好'],
    ['with tabs', 'body\taddress\tdate\n您好\t95118\t1795185000000'],
    ['below a title', 'Messages with 95118\nText,Sender,Timestamp\n您好,95118,2026-11-20 22:30:00'],
    [
      'with a flag for own messages',
      'is_from_me,text,sender,timestamp\n0,您好,95118,2026-11-20T14:30:00Z\n1,好,95118,2026-11-20T14:31:00Z',
    ],
  ])('is read %s', async (_, table) => {
    const { messages } = await readInbox(bytesOf(table));
    expect(messages).toEqual([{ text: '您好', sender: '95118', receivedAt: '2026-11-20T22:30' }]);
  });

  it('goes on behind a row that is broken or too short', async () => {
    const { messages, skipped } = await readInbox(bytesOf('sender,text\n1,好的\n2\n3,"没有"完的引号\n4,最后'));
    expect(messages.map(({ text }) => text)).toEqual(expect.arrayContaining(['好的', '最后']));
    expect(skipped).toContain('empty');
  });

  it('does not swallow the rest of the file behind a quotation mark that never closes', async () => {
    const rows = Array.from({ length: 40_000 }, (_, at) => `${at},这是一条很普通的短信，编号是${at}，请查收`);
    const { skipped } = await readInbox(bytesOf(['sender,text', '0,"开了不关', ...rows].join('\n')), null, 65_536);
    expect(skipped).toContain('unreadable');
  });

  it('without a column of words is refused with what to name it', async () => {
    await expect(readInbox(bytesOf('a,b\n1,2'), 'csv')).rejects.toThrow(/name it text/);
  });
});

describe('JSONL', () => {
  it('gives text, sender and time, and passes over what is no message', async () => {
    const rows = [
      '{"text":"您好","sender":"95118","received_at":"2026-11-20T22:30:00+08:00"}',
      '',
      '{"text":"第二条"}',
      '{"words":"没有 text"}',
      'not json',
      '{"text":""}',
    ];
    const { format, messages, skipped } = await readInbox(bytesOf(rows.join('\n')));
    expect(format).toBe('jsonl');
    expect(messages).toEqual([
      { text: '您好', sender: '95118', receivedAt: '2026-11-20T22:30' },
      { text: '第二条', sender: null, receivedAt: null },
    ]);
    expect(skipped).toEqual(['unreadable', 'unreadable', 'empty']);
  });

  it('is not filled by a line without an end', async () => {
    async function* endless(): AsyncGenerator<Uint8Array, void, undefined> {
      yield bytesOf('{"text":"您好"}\n{"text":"');
      for (let at = 0; at < 200; at += 1) yield Buffer.alloc(65_536, 'x');
      yield bytesOf('"}\n{"text":"再见"}');
    }
    const found: string[] = [];
    for await (const entry of (await openInbox(endless())).entries)
      found.push(entry.kind === 'message' ? entry.message.text : entry.why);
    expect(found).toEqual(['您好', 'unreadable', '再见']);
  });
});
