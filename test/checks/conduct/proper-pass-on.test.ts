import { describe, expect, it } from 'vitest';
import type { NoticeInput } from '../../../src/notice/types.js';
import { judge } from './judge.js';

const isCompliant = (input: NoticeInput): boolean => judge(input).conduct.passesOnProperly;

describe('a message to a contact within the rules', () => {
  it('names the institution and its own number, asks to pass it on, and says nothing of a debt', () => {
    expect(isCompliant({ text: '【京东金融】您好，烦请转告贺先生致电95118，如不便请忽略。', role: 'relative' })).toBe(true);
    expect(isCompliant({ text: '【京东金融】请转告您的朋友贺先生致电95118。您没有付款义务。' })).toBe(true);
  });

  it.each([
    ['tells of the debt', '【京东金融】请转告贺先生，他的借款已逾期，致电95118。'],
    ['gives a number that is not the institution’s own', '【京东金融】请转告贺先生致电4000-000-119。'],
    ['gives a number of its own beside a stranger’s', '【京东金融】请转告贺先生致电95118或15400099887。'],
    ['gives no number', '【京东金融】请转告贺先生联系我司。'],
    ['names no institution', '请转告贺先生致电95118。'],
    ['leads to a link that nobody knows', '【京东金融】请转告贺先生致电95118，或打开 http://jd-lianxi.example/a 。'],
    ['threatens', '【京东金融】请转告贺先生致电95118，否则后果自负。'],
    ['asks for nothing to be passed on', '【京东金融】您的朋友贺先生您好，客服95118。'],
  ])('is not one that %s', (_, text) => {
    expect(isCompliant({ text, role: 'relative' })).toBe(false);
  });

  it('is not one that came by night', () => {
    const text = '【京东金融】您好，烦请转告贺先生致电95118。';
    expect(isCompliant({ text, role: 'relative', receivedAt: '2026-03-02T12:00:00' })).toBe(true);
    expect(isCompliant({ text, role: 'relative', receivedAt: '2026-03-02T23:00:00' })).toBe(false);
  });

  it('is not a notice to the borrower', () => {
    expect(isCompliant({ text: '【京东金融】您好，请致电95118。', role: 'borrower' })).toBe(false);
  });
});
