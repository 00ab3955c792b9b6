import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT } from '../structure/source-tree.js';

/** The example of a README that uses the package's scripts. */
function exampleIn(readme: string): string {
  const blocks = readFileSync(join(PROJECT, readme), 'utf8').matchAll(/^```ts\n([\s\S]*?)^```/gm);
  return [...blocks].map((block) => block[1] ?? '').find((code) => code.includes("from 'notice-check/testing'")) ?? '';
}

/** Runs code as a program of somebody who has the package, without any test framework. */
const run = (code: string) =>
  spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd: PROJECT, encoding: 'utf8' });

it.each(['README.md', 'README.zh-CN.md'])('the script in %s runs against the build, and holds', (readme) => {
  const example = exampleIn(readme);
  expect(example).toContain('chat.expect(');
  expect(run(`${example}\nconsole.log('held');`)).toMatchObject({ stderr: '', stdout: 'held\n', status: 0 });
});

it('a script that does not hold ends the program with the dialogue so far', () => {
  const { status, stderr } = run(`${exampleIn('README.md')}\nchat.expect({ contains: ['没有的话'] });`);
  expect(status).toBe(1);
  expect(stderr).toContain('✗ expected contains "没有的话"');
  expect(stderr).toContain('me: [forwarded] 【京东金融】');
});
