import { describe, expect, it } from 'vitest';
import { withCopiedText } from '../../src/dialogue/copied-text.js';
import { EMPTY_STATE, type TurnContext } from '../../src/dialogue/turn.js';
import type { NoticeInput } from '../../src/notice/types.js';
import { recordedRegistry } from '../recorded-registry.js';

const READ = '【样例金融】尊驹的客户，您的借款已傅期12天，请登录 zhangdan-cx.example 办理，以免影响您的个人征信记录。';
const COPIED = '【样例金融】尊敬的客户，您的借款已逾期12天，请登录 zhangdan-cx.example 办理，以免影响您的个人征信记录。';
const OTHER = '【样例银行】您的手机银行今日到期，请重新认证，以免停用，详询客服热线或前往就近网点办理。';

const contextWith = (held: readonly NoticeInput[] | null): TurnContext => ({
  registry: recordedRegistry(),
  language: 'zh',
  state: EMPTY_STATE,
  held,
  seen: new Map(),
  mayTellLater: false,
  isGroup: false,
  now: 0,
});
const pictured = (text: string, more: Partial<NoticeInput> = {}): NoticeInput => ({ text, picture: { codes: [] }, ...more });

describe('the words of a picture, copied', () => {
  it('take the place of what was read, and everything else that is known stays', () => {
    const held = [pictured(READ, { sender: '10690001', receivedAt: '2026-11-20T22:30' })];
    expect(withCopiedText({ text: COPIED }, contextWith(held))).toEqual([
      { text: COPIED, sender: '10690001', receivedAt: '2026-11-20T22:30' },
    ]);
  });

  it('leave the codes of the picture beside them', () => {
    const held = [{ text: READ, picture: { codes: ['https://zhangdan-cx.top/'] } }];
    expect(withCopiedText({ text: COPIED }, contextWith(held))).toEqual([
      { text: COPIED, picture: { codes: ['https://zhangdan-cx.top/'], copied: true } },
    ]);
  });

  it('take the place of that one of several which they are the words of', () => {
    const held = [pictured(READ), pictured(OTHER)];
    expect(withCopiedText({ text: COPIED }, contextWith(held))).toEqual([{ text: COPIED }, pictured(OTHER)]);
  });

  it('bring their own sender when they hold one', () => {
    const held = [pictured(READ, { sender: '10690001' })];
    const [input] = withCopiedText({ text: `发件人：10690002\n${COPIED}` }, contextWith(held)) ?? [];
    expect(input?.sender).toBeUndefined();
  });

  it.each([
    ['another message', { text: OTHER }, [pictured(READ)]],
    ['a message that was typed before', { text: COPIED }, [{ text: READ }]],
    ['one whose words are known by now', { text: COPIED }, [{ text: READ, picture: { codes: [], copied: true } }]],
    ['another picture of it', pictured(COPIED), [pictured(READ)]],
    ['nothing at hand', { text: COPIED }, null],
  ] as const)('are not found in %s', (_, copied, held) => {
    expect(withCopiedText(copied, contextWith(held))).toBeNull();
  });
});
