import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkNotice } from '../../src/checker.js';
import { USAGE } from '../../src/commands/usage.js';
import { readDataFiles } from '../../src/data-files.js';
import { compileSnapshot } from '../../src/registry/compile.js';
import { createRegistry } from '../../src/registry/registry.js';
import { composeReply } from '../../src/reply/compose.js';
import { PROJECT } from './source-tree.js';

const READMES = ['README.md', 'README.zh-CN.md'] as const;
const text = (path: string): string => readFileSync(join(PROJECT, path), 'utf8');

const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

/** Commands that the usage lists, as `data lint` or `check`. */
const usageCommands = sorted([...USAGE.matchAll(/^ {2}notice-check ((?:data )?[a-z]+)/gm)].map((match) => match[1] ?? ''));

/** Commands that a text tells to run, after the program's name in code or after `node dist/cli.js`. */
function commandsIn(markdown: string): string[] {
  const named = markdown.matchAll(/(?:`notice-check|node dist\/cli\.js) ((?:data )?[a-z]+)/g);
  return sorted([...named].map((match) => match[1] ?? ''));
}

/** Options that a text names. */
const optionsIn = (markdown: string): string[] => sorted(markdown.match(/(?<![\w-])--[a-z]+\b/g) ?? []);

/** Scripts of package.json that a text tells to run. */
const scriptsIn = (markdown: string): string[] =>
  [
    ...new Set([...markdown.matchAll(/\bnpm (?:run ([\w-]+)|(start|test)\b)/g)].map((match) => match[1] ?? match[2] ?? '')),
  ].sort();

/** Files of the project that a text links to. */
const filesIn = (markdown: string): string[] =>
  [...markdown.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => posix.normalize(match[1] ?? ''));

/** The code of a fenced block in a language. */
const codeIn = (markdown: string, language: string): string[] =>
  [...markdown.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map((match) => match[1] ?? '');

const usageOptions = optionsIn(USAGE);

it('the reader of usage finds its commands and options', () => {
  expect(usageCommands).toEqual(expect.arrayContaining(['chat', 'check', 'data lint', 'evaluate', 'lookup']));
  expect(usageOptions).toEqual(expect.arrayContaining(['--json', '--sender']));
});

describe.each(READMES)('%s', (readme) => {
  const markdown = text(readme);

  it('names commands that exist, and all of them', () => {
    expect(commandsIn(markdown)).toEqual(usageCommands);
  });

  it('names options that exist, and all of them but help and version', () => {
    expect(optionsIn(markdown)).toEqual(usageOptions.filter((option) => option !== '--help' && option !== '--version'));
  });

  it('gives the command that starts it and the command that tests it', () => {
    expect(codeIn(markdown, 'sh')).toEqual(expect.arrayContaining(['npm ci && npm start\n', 'npm ci && npm test\n']));
  });

  it('tells to run scripts that exist', () => {
    const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };
    expect(scriptsIn(markdown).filter((script) => !(script in scripts))).toEqual([]);
    expect(scriptsIn(markdown)).toContain('start');
  });

  it('links to files that exist', () => {
    const files = filesIn(markdown);
    expect(files.length).toBeGreaterThan(2);
    expect(files.filter((file) => !existsSync(join(PROJECT, file)))).toEqual([]);
  });

  it('names every decision of the policy, in its order', () => {
    const decisions = [...text('src/verdict/decide.ts').matchAll(/\bid: '([a-z-]+)',\s+answer: '([a-z_]+)'/g)].map(
      ([, id, answer]) => `${id} ${answer}`,
    );
    const named = [...markdown.matchAll(/^\| `([a-z-]+)` \| `([a-z_]+)` \|/gm)].map(([, id, answer]) => `${id} ${answer}`);
    expect(decisions.length).toBeGreaterThan(5);
    expect(named).toEqual(decisions);
  });

  it.skipIf(!existsSync(join(PROJECT, 'dist/snapshot.json')))(
    'shows library code that runs against the build',
    { timeout: 30_000 },
    () => {
      const [code = ''] = codeIn(markdown, 'js');
      const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
        cwd: PROJECT,
        encoding: 'utf8',
      });
      expect(stderr).toBe('');
      expect(status).toBe(0);
      expect(stdout).toMatch(/^(?:scam|suspicious|unverified) [a-z-]+\n/);
    },
  );
});

it.each([
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh'],
] as const)('%s shows an exchange that ends in what the program says today', (readme, language) => {
  const registry = createRegistry(compileSnapshot(readDataFiles(), '2999-12-31'));
  const [, message = '', answer = ''] = /^> (【.+)\n\n```text\n([\s\S]*?)^```/m.exec(text(readme)) ?? [];
  const { mark, headline } = composeReply(checkNotice({ text: message, role: 'relative' }, registry).gravest, registry, language);
  const unbroken = (lines: string): string => lines.replace(/\s+/g, ' ');
  expect(headline.length).toBeGreaterThan(4);
  expect(unbroken(answer).startsWith(`${mark} ${unbroken(headline)} `)).toBe(true);
});

it('both languages name the same commands, options, files and decisions', () => {
  const [english = '', chinese = ''] = READMES.map(text);
  const facts = (markdown: string): unknown[] => [commandsIn(markdown), optionsIn(markdown), scriptsIn(markdown)];
  expect(facts(chinese)).toEqual(facts(english));
  expect((chinese.match(/^\| /gm) ?? []).length).toBe((english.match(/^\| /gm) ?? []).length);
});
