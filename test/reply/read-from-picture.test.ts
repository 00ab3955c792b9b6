import { describe, expect, it } from 'vitest';
import { checkNotice } from '../../src/checker.js';
import type { NoticeInput } from '../../src/notice/types.js';
import { answerPaste } from '../../src/reply/answer.js';
import { composeReply } from '../../src/reply/compose.js';
import { renderPlainText } from '../../src/reply/plain-text.js';
import { recordedRegistry } from '../recorded-registry.js';

const registry = recordedRegistry();
const check = (input: NoticeInput) => checkNotice(input, registry);
const told = (input: NoticeInput): string => renderPlainText(composeReply(check(input).gravest, registry, 'zh'));

const BILL = '【京东金融】您的白条账单已出，请登录 zhangdan-cx.example 或扫码查看。';

describe('the answer to a picture', () => {
  it('shows the sender, the link and what the code holds as they were read, none of it to be tapped', () => {
    const text = told({ text: BILL, sender: '10690001', picture: { codes: ['https://zhangdan-cx.top/a'] } });
    expect(text).toContain('从图里读到：发件人「1069·0001」、链接「zhangdan-cx[.]example」、二维码「zhangdan-cx[.]top」。');
    expect(text).not.toContain('zhangdan-cx.top');
  });

  it('shows the first words where there is nothing else', () => {
    expect(told({ text: '【样例金融】您的账单已出', picture: { codes: [] } })).toContain(
      '从图里读到：「【样例金融】您的账单已出」',
    );
  });

  it('shows the words of a code that is no address', () => {
    expect(told({ text: BILL, picture: { codes: ['会员号 0012'] } })).toContain('二维码「会员号 0012」');
  });

  it('says nothing of reading when the text was typed, or copied since', () => {
    expect(told({ text: BILL })).not.toContain('从图里读到');
    expect(told({ text: BILL, picture: { codes: ['https://zhangdan-cx.top/a'], copied: true } })).not.toContain('从图里读到');
  });

  it('tells programs that it was a picture, and which links are of codes', () => {
    const answer = answerPaste(check({ text: BILL, picture: { codes: ['https://zhangdan-cx.top/a'] } }), registry);
    expect(answer).toMatchObject({
      from_picture: true,
      links: ['zhangdan-cx.example', 'zhangdan-cx.top'],
      links_from_codes: ['zhangdan-cx.top'],
    });
    expect(Object.keys(answerPaste(check({ text: BILL }), registry))).not.toEqual(expect.arrayContaining(['from_picture']));
  });
});
