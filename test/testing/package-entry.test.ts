import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { PROJECT } from '../structure/source-tree.js';

const EXAMPLE = `
import { createScript, pictureOf } from 'notice-check/testing';

const chat = await createScript();
await chat.forward('【京东金融】您的白条已逾期12天，请尽快处理，以免影响征信。');
chat.expect({ verdict: 'unverified', contains: ['95118'], buttons: ['发来的号码是…'] });
await chat.sendImage(pictureOf({ text: '【招联金融】您的借款已逾期，请尽快致电95118处理。' }));
chat.expect({ verdict: 'suspicious' });
console.log(chat.transcript().split('\\n')[0]);
`;

it('the package offers its scripts to other programs, without any test framework', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', EXAMPLE], {
    cwd: PROJECT,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(stdout).toBe('me: [forwarded] 【京东金融】您的白条已逾期12天，请尽快处理，以免影响征信。\n');
});
