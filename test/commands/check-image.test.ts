import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from './run-cli.js';

let folder: string;
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'notice-check-'));
  await sharp({ create: { width: 300, height: 400, channels: 3, background: 'white' } })
    .png()
    .toFile(at('blank.png'));
  writeFileSync(at('words.txt'), '【京东金融】您的白条已逾期');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('check --image', () => {
  it('says what to do when a picture gives nothing, and ends with status 1', () => {
    const { status, out, err } = runCli(['check', '--image', at('blank.png')]);
    expect([status, out]).toEqual([1, '']);
    expect(err).toContain('图里没有看到文字');
    expect(err).toContain('长按短信');
  });

  it('says so in English and as JSON', () => {
    const { status, out } = runCli(['check', '--image', at('words.txt'), '--json', '--lang', 'en']);
    expect(status).toBe(1);
    expect(JSON.parse(out)).toEqual({ error: 'This file is no picture', why: 'not_a_picture' });
  });

  it('reads standard input', () => {
    const { status, err } = runCli(['check', '--image', '-'], '');
    expect(status).toBe(1);
    expect(err).toContain('打不开');
  });

  it('says that nobody reads pictures where that is turned off', () => {
    const { status, err } = runCli(['check', '--image', at('blank.png')], '', { OCR_ENGINE: 'off' });
    expect(status).toBe(1);
    expect(err).toContain('看不了图片');
  });

  it.each([
    [['check', '--image', 'no-such-file.png'], 'no-such-file.png: there is no such file'],
    [['check', '--image', tmpdir()], 'it is a folder'],
    [['check', '--image', 'a.png', '逾期'], 'check takes a text or --image, not both'],
    [['check', '--image', 'a.png', '--received', 'yesterday'], '--received must be a time'],
  ])('tells what was mistyped: %j', (args, line) => {
    const { status, err } = runCli(args);
    expect(status).toBe(2);
    expect(err).toContain(line);
  });

  it('names the variable that is wrong', () => {
    const { status, err } = runCli(['check', '--image', at('blank.png')], '', { OCR_ENGINE: 'magic' });
    expect(status).toBe(1);
    expect(err).toContain('OCR_ENGINE');
  });
});
