import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from './run-cli.js';

const RUDE = '【马上消费金融】您的亲属李某贷款逾期12天，欠款3280元，请您代为偿还这笔欠款，再不还就找人弄死你全家。';
const FOLDER = mkdtempSync(join(tmpdir(), 'notice-check-letter-'));

describe('letter', () => {
  it('lists the letters that fit, as --to takes them, with what each is for', () => {
    const { status, out } = runCli(['letter', RUDE, '--role', 'relative']);
    expect(status).toBe(0);
    expect([...out.matchAll(/--to (\w+)/g)].map(([, id]) => id)).toEqual([
      'platform',
      'regulator',
      'cyberspace_office',
      'police',
      'spam_report',
    ]);
    expect(out).toContain('银行、信用卡、消费金融和保险公司归它管');
  });

  it('writes one as text, and below it how to hand it in, with official numbers and their source', () => {
    const { status, out } = runCli(
      ['letter', '-', '--to', 'regulator', '--received', '2026-11-20T22:30', '--sender', '106900001234'],
      RUDE,
    );
    expect(status).toBe(0);
    for (const part of [
      '关于催收短信的投诉书',
      '收到时间：2026年11月20日 22:30',
      '本投诉不代表承认任何债务',
      '怎么交',
      '12378（来源：',
    ]) {
      expect(out).toContain(part);
    }
    expect(out.indexOf('怎么交')).toBeGreaterThan(out.indexOf('签名'));
  });

  it('writes one as a document, in English, into a new file, and never over another', () => {
    const path = join(FOLDER, 'letter.html');
    const args = ['letter', RUDE, '--to', 'police', '--html', '--lang', 'en', '--out', path];
    expect(runCli(args)).toMatchObject({ status: 0, out: `${path}\n`, err: '' });
    const written = readFileSync(path, 'utf8');
    expect(written).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(runCli(args)).toMatchObject({ status: 2, out: '' });
    expect(readFileSync(path, 'utf8')).toBe(written);
  });

  it('says so when there is nothing to complain of', () => {
    const { status, out } = runCli(['letter', '【工商银行】验证码123456，请勿告诉他人。']);
    expect(status).toBe(0);
    expect(out).toContain('没有适合写的投诉信');
  });

  it.each([
    [
      ['letter', 'x', '--to', 'mayor'],
      "--to must be one of platform, regulator, local_bureau, cyberspace_office, spam_report, police, not 'mayor'",
    ],
    [['letter', 'x', '--html'], '--html and --out need --to'],
    [['letter', 'x', '--to', 'police', '--role', 'aunt'], "--role must be relative or borrower, not 'aunt'"],
    [['letter', 'x', '--to', 'police', '--out', join(FOLDER, 'no', 'such.html')], 'cannot be written'],
  ])('%j ends with one line, the usage and status 2', (args, message) => {
    const { status, out, err } = runCli(args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err.split('\n')[0]).toContain(message);
  });
});
