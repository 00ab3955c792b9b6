import { expect, it } from 'vitest';
import { renderPlainText } from '../../src/reply/plain-text.js';
import type { Reply } from '../../src/reply/types.js';

const REPLY: Reply = {
  language: 'zh',
  verdict: 'scam',
  mark: '🔴',
  headline: '先别转账',
  lead: [[{ kind: 'text', text: '短信自称：样例贷' }]],
  sections: [
    {
      id: 'why',
      title: '为什么',
      numbered: true,
      lines: [
        [
          { kind: 'text', text: '链接「' },
          { kind: 'quote', text: 'a[.]example' },
          { kind: 'text', text: '」是假的' },
        ],
        [{ kind: 'text', text: '让您转账' }],
      ],
    },
    { id: 'contacts', title: '电话', numbered: false, lines: [[{ kind: 'official', text: '4000-000-101', dial: '4000000101' }]] },
  ],
  contacts: [],
  question: {
    text: '转过钱吗？',
    buttons: [
      { id: 'a', label: '转了' },
      { id: 'b', label: '没有' },
    ],
  },
  asOf: '2026-11-21',
  footer: [{ kind: 'text', text: '仅供参考' }],
};

it('draws the parts in their order, numbered where they are reasons', () => {
  expect(renderPlainText(REPLY)).toBe(
    [
      '🔴 先别转账',
      '短信自称：样例贷',
      '',
      '为什么',
      '1. 链接「a[.]example」是假的',
      '2. 让您转账',
      '',
      '电话',
      '· 4000-000-101',
      '',
      '转过钱吗？',
      '［转了］［没有］',
      '',
      '仅供参考',
    ].join('\n'),
  );
});

it('leaves out what a reply does not have', () => {
  expect(renderPlainText({ ...REPLY, lead: [], sections: [], question: null, footer: [] })).toBe('🔴 先别转账');
});

it('puts words to copy on lines of their own, as they stand', () => {
  const copy = {
    id: 'copy',
    title: '可以这样回',
    numbered: false,
    lines: [[{ kind: 'copy', text: '您好。\n请不要再联系我。\n' }]],
  } as const;
  expect(renderPlainText({ ...REPLY, lead: [], sections: [copy], question: null, footer: [] })).toBe(
    '🔴 先别转账\n\n可以这样回\n您好。\n请不要再联系我。',
  );
});
