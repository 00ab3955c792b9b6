import { describe, expect, it } from 'vitest';
import { findForeignPackages, findImpurities, findReadersOfEnvironment } from './purity.js';
import { readSourceTree } from './source-tree.js';

const tree = readSourceTree();

describe('everything left of the dialogue', () => {
  it('imports no file system, network, process or chat package', () => {
    expect(findForeignPackages(tree)).toEqual([]);
  });

  it('asks no clock, draws no lots and waits for nothing', () => {
    expect(findImpurities(tree)).toEqual([]);
  });
});

it('only the command line and the server read the environment', () => {
  expect(findReadersOfEnvironment(tree)).toEqual([]);
});

describe('the rule of purity', () => {
  it.each(['node:fs', 'node:http', 'node:child_process', 'node:fs/promises', 'telegraf', 'wechaty', '@libsql/client'])(
    'names %s in pure code',
    (name) => {
      const bad = new Map([['src/checks/bad.ts', `import * as x from '${name}';`]]);
      expect(findForeignPackages(bad)).toEqual([`src/checks/bad.ts -> ${name}`]);
    },
  );

  it('knows a package by its name and not by the path into it', () => {
    expect(findForeignPackages(new Map([['src/notice/good.ts', "import parse from 'libphonenumber-js/max';"]]))).toEqual([]);
  });

  it('lets channels import what they need', () => {
    expect(findForeignPackages(new Map([['src/channels/telegram/bot.ts', "import { Telegraf } from 'telegraf';"]]))).toEqual([]);
  });

  it.each([
    ['process', 'const home = process.env.HOME;'],
    ['the clock', 'const now = Date.now();'],
    ['the clock', 'const now = new Date();'],
    ['the clock', 'const now = performance.now();'],
    ['a timer', 'setTimeout(done, 5);'],
    ['chance', 'const lot = Math.random();'],
    ['chance', 'const id = randomUUID();'],
    ['the network', "const page = fetch('https://a.example');"],
    ['the console', "console.log('here');"],
    ['waiting', 'export async function read() {}'],
  ])('names %s in `%s`', (name, code) => {
    expect(findImpurities(new Map([['src/notice/bad.ts', code]]))).toEqual([`src/notice/bad.ts: ${name}`]);
    expect(findImpurities(new Map([['src/checker.ts', code]]))).toEqual([`src/checker.ts: ${name}`]);
  });

  it('allows a date that is given', () => {
    expect(findImpurities(new Map([['src/notice/good.ts', 'const at = new Date(receivedAt);']]))).toEqual([]);
  });

  it('allows a comment to speak of what the code leaves alone', () => {
    expect(
      findImpurities(new Map([['src/notice/good.ts', '// No Date.now() here: time comes in.\n/* nor process.env */']])),
    ).toEqual([]);
  });

  it('names a reader of the environment anywhere but in the two entry files', () => {
    const files = new Map([
      ['src/web/bad.ts', 'const port = process.env.PORT;'],
      ['src/main.ts', 'const port = process.env.PORT;'],
    ]);
    expect(findReadersOfEnvironment(files)).toEqual(['src/web/bad.ts']);
  });
});
