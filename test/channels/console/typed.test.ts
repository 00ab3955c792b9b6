import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readTyped } from '../../../src/channels/console/typed.js';

const BUTTONS = [
  { id: 'i-paid', label: '转了钱' },
  { id: 'nothing-yet', label: '都没有' },
];
const read = (text: string) => readTyped(text, BUTTONS, true);
const text = (words: string) => ({ kind: 'text', text: words, forwarded: null });

describe('what is typed at the prompt', () => {
  it.each([
    ['1', 'i-paid'],
    [' 2 ', 'nothing-yet'],
    ['２', 'nothing-yet'],
    ['都没有', 'nothing-yet'],
  ])('presses a button: %j', (typed, id) => {
    expect(read(typed)).toEqual({ kind: 'button', id });
  });

  it('is a message when no button has that number', () => {
    for (const typed of ['0', '3', '95118']) expect(read(typed)).toEqual(text(typed));
    expect(readTyped('1', [], true)).toEqual(text('1'));
  });

  it.each([
    ['/lookup 95188', 'lookup', '95188'],
    ['/Help', 'help', ''],
    ['/check 【样例贷】请还款\n今日截止', 'check', '【样例贷】请还款\n今日截止'],
  ])('is a command: %j', (typed, name, argument) => {
    expect(read(typed)).toEqual({ kind: 'command', name, argument });
  });

  it.each(['exit', 'QUIT', '退出', ' 退出 '])('%j leaves', (typed) => {
    expect(read(typed)).toBe('leave');
  });

  it.each(['', '  \n '])('%j is nothing', (typed) => {
    expect(read(typed)).toBeNull();
  });

  it.each(['/nowhere/at/all.png', '/', '/1', '退出这个平台要还钱吗', 'exit now'])('%j is a message', (typed) => {
    expect(read(typed)).toEqual(text(typed));
  });

  it('is some message, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (typed) => {
        const content = read(typed);
        if (content === null) expect(typed.trim()).toBe('');
        else if (content !== 'leave') expect(['text', 'button', 'command', 'unsupported', 'image']).toContain(content.kind);
      }),
      { seed: 20261121 },
    );
  });
});

describe('a file dropped on the terminal', () => {
  let folder = '';
  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'notice-check-')));
    for (const name of ['a.png', 'my shot.JPG', "it's.webp", 'bill.pdf']) writeFileSync(join(folder, name), name);
    mkdirSync(join(folder, 'folder.png'));
  });

  const imageOf = (typed: string) => {
    const content = read(typed);
    return content !== null && content !== 'leave' && content.kind === 'image' ? content.image : null;
  };

  it.each([
    ['as it stands', (path: string) => path, 'a.png'],
    ['in quotes', (path: string) => `'${path}'`, 'my shot.JPG'],
    ['in double quotes', (path: string) => `"${path}" `, "it's.webp"],
    ['with its spaces marked', (path: string) => path.replaceAll(' ', '\\ '), 'my shot.JPG'],
    ['as an address', (path: string) => pathToFileURL(path).href, 'my shot.JPG'],
  ])('is a picture, its path written %s', async (_, write, name) => {
    const image = imageOf(write(join(folder, name)));
    expect(image).toMatchObject({ size: name.length });
    expect(new TextDecoder().decode(await image?.load())).toBe(name);
  });

  it('that is no picture holds nothing to check', () => {
    expect(read(join(folder, 'bill.pdf'))).toEqual({ kind: 'unsupported', what: 'file' });
  });

  it('is a message when there is no such file, or it is a folder', () => {
    for (const name of ['b.png', 'folder.png', '']) expect(imageOf(join(folder, name))).toBeNull();
    expect(read(join(folder, 'b.png'))).toEqual(text(join(folder, 'b.png')));
  });

  it('is a message when more stands around it', () => {
    expect(read(`看看 ${join(folder, 'a.png')}`)).toMatchObject({ kind: 'text' });
    expect(read(`${join(folder, 'a.png')}\n谢谢`)).toMatchObject({ kind: 'text' });
  });

  it('is a message when it comes through a pipe: others may have written it', () => {
    const path = join(folder, 'a.png');
    expect(readTyped(path, [], false)).toEqual(text(path));
  });
});
