import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { Content } from '../../../src/dialogue/events.js';
import { settled } from '../../../src/testing/manual-clock.js';
import { bodyOf, messageOf, scriptedDialogue } from '../../scripted-dialogue.js';
import { atConsole } from './at-console.js';

const QUESTION = {
  text: '转过钱吗？',
  buttons: [
    { id: 'i-paid', label: '转了钱' },
    { id: 'nothing-yet', label: '都没有' },
  ],
};

const told = (content: Content): string => {
  if (content.kind === 'text') return content.text.replaceAll('\n', '⏎');
  return content.kind === 'button' ? `按了 ${content.id}` : content.kind;
};

/** Says what it was told, with two buttons. */
const echo = () =>
  scriptedDialogue((event, responder) =>
    responder.say(messageOf(bodyOf(`得到 ${told(event.content)}`, { question: QUESTION }), event)),
  );

const contents = (dialogue: ReturnType<typeof echo>) => dialogue.events.map(({ content }) => content);

describe('the console on a terminal', () => {
  it('opens the conversation and asks', async () => {
    const dialogue = echo();
    const console = await atConsole(dialogue);
    await settled();
    expect(contents(dialogue)).toEqual([{ kind: 'join' }]);
    expect(console.screen()).toContain('输入“退出”结束');
    expect(console.screen()).toMatch(/得到 join[\s\S]*粘贴短信或提问 > $/);
  });

  it('takes a paste of several lines as one message', async () => {
    const dialogue = echo();
    const console = await atConsole(dialogue);
    await console.send('【样例贷】请还款\n\n今日截止');
    expect(contents(dialogue).slice(1)).toEqual([{ kind: 'text', text: '【样例贷】请还款\n\n今日截止', forwarded: null }]);
  });

  it('waits for the last line of a paste that came without its end', async () => {
    const dialogue = echo();
    const console = await atConsole(dialogue);
    console.type('【样例贷】请还款\n今日截');
    await new Promise((resolve) => setTimeout(resolve, 5));
    await console.clock.turn(5_000);
    expect(dialogue.events).toHaveLength(1);
    await console.send('止');
    expect(contents(dialogue).slice(1)).toEqual([{ kind: 'text', text: '【样例贷】请还款\n今日截止', forwarded: null }]);
  });

  it('draws buttons with numbers, and a number presses one of the last answer', async () => {
    const dialogue = echo();
    const console = await atConsole(dialogue);
    await console.send('【样例贷】请还款');
    expect(console.screen()).toContain('［1 转了钱］ ［2 都没有］');
    await console.send('2');
    await console.send('1');
    expect(contents(dialogue).slice(2)).toEqual([
      { kind: 'button', id: 'nothing-yet' },
      { kind: 'button', id: 'i-paid' },
    ]);
  });

  it('says with a button which message was answered', async () => {
    const dialogue = echo();
    const console = await atConsole(dialogue);
    await console.send('【样例贷】请还款');
    await console.send('2');
    await console.send('1');
    const notice = { kind: 'text', text: '【样例贷】请还款', forwarded: null };
    expect(dialogue.events.slice(1).map(({ about }) => about)).toEqual([null, notice, notice]);
  });

  it('keeps what is being typed while an answer comes', async () => {
    let answer = (): void => undefined;
    const dialogue = scriptedDialogue(async (event, responder) => {
      if (event.content.kind === 'join') return;
      if (told(event.content) === '请看看') {
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
      }
      await responder.say(messageOf(bodyOf('答好了'), event));
    });
    const console = await atConsole(dialogue);
    console.type('请看看\n');
    await new Promise((resolve) => setTimeout(resolve, 5));
    await console.clock.turn(200);
    console.type('还有');
    await vi.waitFor(() => expect(console.screen()).toContain('还有'));
    answer();
    await vi.waitFor(() => expect(console.screen()).toMatch(/答好了\s+粘贴短信或提问 > 还有$/));
    await console.send('一条');
    expect(contents(dialogue).at(-1)).toEqual({ kind: 'text', text: '还有一条', forwarded: null });
  });

  it('says once that it is at work', async () => {
    const dialogue = scriptedDialogue((event, responder) => {
      if (event.content.kind === 'join') return;
      responder.working();
      responder.working();
      return responder.say(messageOf(bodyOf('答好了'), event));
    });
    const console = await atConsole(dialogue);
    await console.send('请看看');
    expect(console.screen().match(/正在看/g)).toHaveLength(1);
  });

  it('saves a document and says where', async () => {
    const document = { name: 'complaint.html', mediaType: 'text/html', text: '<p>投诉信</p>' };
    const console = await atConsole(
      scriptedDialogue((event, responder) => responder.say({ ...messageOf(bodyOf('写好了'), event), document })),
    );
    await console.send('投诉');
    expect(readFileSync(join(console.folder, 'complaint.html'), 'utf8')).toBe('<p>投诉信</p>');
    expect(console.screen()).toContain('已存成文件：complaint-2.html');
    expect(readdirSync(console.folder).sort()).toEqual(['complaint-2.html', 'complaint.html']);
  });

  it('speaks the language of the last answer', async () => {
    const console = await atConsole(
      scriptedDialogue((event, responder) => responder.say(messageOf(bodyOf('Hello', { language: 'en' }), event))),
    );
    await console.send('English please');
    expect(console.screen()).toMatch(/Paste a message or ask > $/);
  });

  it.each([
    ['退出', (console: Awaited<ReturnType<typeof atConsole>>) => void console.send('退出')],
    ['Ctrl-D', (console: Awaited<ReturnType<typeof atConsole>>) => console.type('\u0004')],
    ['Ctrl-C', (console: Awaited<ReturnType<typeof atConsole>>) => console.type('\u0003')],
    ['the end of the input', (console: Awaited<ReturnType<typeof atConsole>>) => console.end()],
  ])('ends with a farewell: %s', async (_, leave) => {
    const console = await atConsole(echo());
    expect(console.channel.health().state).toBe('up');
    leave(console);
    await console.channel.ended;
    expect(console.screen()).toContain('再见');
    expect(console.channel.health().state).toBe('down');
  });

  it('answers what was sent just before the end', async () => {
    const console = await atConsole(echo());
    console.type('最后一句\n');
    console.end();
    await console.channel.ended;
    expect(console.screen()).toMatch(/得到 最后一句[\s\S]*再见/);
  });

  it('brings earlier messages back by the arrow keys', async () => {
    const dialogue = echo();
    const console = await atConsole(dialogue);
    await console.send('95118');
    await console.send('\u001b[A');
    expect(contents(dialogue).slice(1)).toEqual(Array(2).fill({ kind: 'text', text: '95118', forwarded: null }));
  });
});

describe('the console in a pipe', () => {
  it('answers each paragraph in its turn, and ends without greeting or farewell', async () => {
    const dialogue = echo();
    const console = await atConsole(dialogue, { isTerminal: false });
    console.type('【样例贷】请还款\n今日截止\n\n\n1\n\n/help');
    console.end();
    await console.channel.ended;
    expect(contents(dialogue)).toEqual([
      { kind: 'text', text: '【样例贷】请还款\n今日截止', forwarded: null },
      { kind: 'button', id: 'i-paid' },
      { kind: 'command', name: 'help', argument: '' },
    ]);
    expect(console.raw()).toMatch(/^⚪ 得到 【样例贷】请还款⏎今日截止\n[\s\S]*得到 按了 i-paid\n[\s\S]*得到 command\n/);
    expect(console.raw()).not.toMatch(/退出|再见|>|\u001b/);
  });

  it('ends at exit, whatever stands behind it', async () => {
    const dialogue = echo();
    const console = await atConsole(dialogue, { isTerminal: false });
    console.type('一\n\nexit\n\n二\n');
    console.end();
    await console.channel.ended;
    expect(contents(dialogue)).toEqual([{ kind: 'text', text: '一', forwarded: null }]);
  });

  it('ends at once when nothing comes', async () => {
    const console = await atConsole(echo(), { isTerminal: false });
    console.end();
    await console.channel.ended;
    expect(console.raw()).toBe('');
  });

  it('keeps no more of one paragraph than a conversation reads', async () => {
    const dialogue = echo();
    const console = await atConsole(dialogue, { isTerminal: false });
    console.type(`${'长'.repeat(60_000)}\n${'长'.repeat(60_000)}\n${'长'.repeat(60_000)}\n`);
    console.end();
    await console.channel.ended;
    const [content] = contents(dialogue);
    expect(content?.kind === 'text' && content.text.length).toBeLessThanOrEqual(100_002);
  });
});
