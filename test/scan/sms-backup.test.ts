import { describe, expect, it } from 'vitest';
import { bytesOf, readInbox } from './read.js';

const backup = (...elements: readonly string[]): string =>
  `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<!--a backup-->\n<smses count="${elements.length}">\n${elements.join('\n')}\n</smses>`;

const sms = (body: string, rest = 'type="1" date="1795000000000" address="95118"'): string =>
  `<sms protocol="0" ${rest} body="${body}" />`;

describe('a file of SMS Backup & Restore', () => {
  it('gives words, sender and time in China', async () => {
    const { format, messages } = await readInbox(bytesOf(backup(sms('【样例】您好 &amp; 再见&#10;第二行'))));
    expect(format).toBe('sms-backup');
    expect(messages).toEqual([{ text: '【样例】您好 & 再见\n第二行', sender: '95118', receivedAt: '2026-11-18T19:06' }]);
  });

  it('joins characters that were written as two halves', async () => {
    const { messages, skipped } = await readInbox(bytesOf(backup(sms('好 &#55357;&#56842;!'), sms('半个 &#55357;'))));
    expect(skipped).toEqual([]);
    expect(messages.map(({ text }) => text)).toEqual(['好 😊!', '半个 \ud83d']);
  });

  it('passes over what the owner wrote, drafts, and messages without words', async () => {
    const all = backup(sms('我自己写的', 'type="2"'), sms('草稿', 'type="3"'), sms('null'), sms('收到的'));
    const { messages, skipped } = await readInbox(bytesOf(all));
    expect(messages.map(({ text }) => text)).toEqual(['收到的']);
    expect(skipped).toEqual(['sent', 'sent', 'empty']);
  });

  it('takes the words of an MMS, without its pictures, and who sent it', async () => {
    const mms = (box: string): string => `<mms date="1795000000000" msg_box="${box}" address="15400001111~15400002222" sub="请看">
      <parts><part seq="-1" ct="application/smil" text="&lt;smil/&gt;"/><part seq="0" ct="text/plain" text="第一段"/>
      <part seq="0" ct="text/plain" text="第二段"/><part seq="1" ct="image/jpeg" data="${'A'.repeat(5_000)}"/></parts>
      <addrs><addr address="15400002222" type="151"/><addr address="15400001111" type="137"/></addrs></mms>`;
    const { messages, skipped } = await readInbox(bytesOf(backup(mms('1'), mms('2'))));
    expect(messages).toEqual([{ text: '请看\n第一段\n第二段', sender: '15400001111', receivedAt: '2026-11-18T19:06' }]);
    expect(skipped).toEqual(['sent']);
  });

  it('is read as far as it goes when it is cut off or broken', async () => {
    const cut = backup(sms('第一条'), '<sms type="1" body="a < b"/>', sms('第三条'), sms('第四条')).slice(0, -40);
    const { messages, skipped } = await readInbox(bytesOf(cut));
    expect(messages.map(({ text }) => text)).toEqual(['第一条', 'a  b', '第三条']);
    expect(skipped).toEqual(['unreadable', 'unreadable']);
  });

  it('expands nothing that it declares itself', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE smses [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]><smses>${sms('&b; &f;')}</smses>`;
    const { messages } = await readInbox(bytesOf(bomb));
    expect(messages.map(({ text }) => text)).toEqual(['&b; &f;']);
  });

  it('knows no sender and no time where none is written', async () => {
    const { messages } = await readInbox(bytesOf(backup(sms('您好', 'type="1" address="null" date="soon"'))));
    expect(messages).toEqual([{ text: '您好', sender: null, receivedAt: null }]);
  });
});
