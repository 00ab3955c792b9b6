import { describe, expect, it } from 'vitest';
import type { HelpGuide, HelpInterview } from '../../src/registry/help.js';
import {
  composeFaq,
  composeGuide,
  composeInterviewAnswer,
  composeInterviewQuestion,
  composeNearest,
  composeTopics,
} from '../../src/reply/help.js';
import { renderPlainText } from '../../src/reply/plain-text.js';
import type { ReplyBody } from '../../src/reply/types.js';
import { changed, GUIDE, INTERVIEW, MENU, QUESTION, registryWith, SAMPLES } from '../help-samples.js';

const registry = registryWith(...SAMPLES, MENU);

function guideOf(from = registry): HelpGuide {
  const guide = from.help.guide('sample-guide');
  if (!guide) throw new Error('no guide');
  return guide;
}
function interviewOf(): HelpInterview {
  const interview = registry.help.interview('sample-interview');
  if (!interview) throw new Error('no interview');
  return interview;
}
function faqOf() {
  const faq = registry.help.faq('sample-question');
  if (!faq) throw new Error('no question');
  return faq;
}

/** The text with the sources and days of real records left out: those change when somebody looks again. */
const readable = (reply: ReplyBody): string =>
  renderPlainText(reply).replace(/（来源：[^；）]*(?:（[^）]*）[^；）]*)?；核对于\d+年\d+月\d+日）/g, '（来源：…）');

const officialIn = (reply: ReplyBody): string[] =>
  [...reply.lead, ...reply.sections.flatMap(({ lines }) => lines)]
    .flat()
    .flatMap((piece) => (piece.kind === 'official' ? [`${piece.text} ${piece.dial}`] : []));

describe('a guide', () => {
  const reply = composeGuide(guideOf(), registry, 'zh');

  it('reads as steps with what each rests on, words to copy, the numbers named, and what to read next', () => {
    expect(readable(reply)).toBe(
      [
        '📖 样例：先做什么',
        '先别急，可以打 12348 问。',
        '',
        '一步一步',
        '1. 不要回“我来还”。（《民法典》第五百五十二条）',
        '2. 被威胁就打 110。（来源：样例提示，样例法院）',
        '',
        '还要知道',
        '· 把短信截图留着。（《民法典》第五百五十二条；《民法典》第一千零三十二条）',
        '· 先缓一天再说。',
        '',
        '可以这样回',
        '我不是借款人，请不要再联系我。',
        '再骚扰我会打 12378 投诉。',
        '',
        '上面说到的官方电话',
        '· 公共法律服务热线 12348（来源：…）',
        '· 公安机关 110（来源：…）',
        '· 国家金融监督管理总局 12378（来源：…）',
        '',
        '还想看什么？',
        '［样例：我要还吗］［样例短信会打扰我多久？］',
        '',
        '以上核对于2026年11月21日。仅供参考，不是法律意见，以官方答复和警方为准。',
      ].join('\n'),
    );
  });

  it('is complete in English', () => {
    const text = renderPlainText(composeGuide(guideOf(), registry, 'en'));
    expect(text).toContain('1. Do not answer “I will pay”. (the Civil Code, Article 552)');
    expect(text).toContain('If you are threatened, call 110. (source: 样例提示, 样例法院)');
    expect(text).toContain('Last checked on 2026-11-21.');
    expect(text.replaceAll(/\(source: [^)]*\)/g, '')).not.toMatch(/\p{Script=Han}/u);
  });

  it('makes a number one to dial, and lists it with its source and day', () => {
    expect(officialIn(reply)).toEqual(['12348 12348', '110 110', '12348 12348', '110 110', '12378 12378']);
    expect(reply.contacts.map(({ number }) => number)).toEqual(['12348', '110', '12378']);
    for (const { source, checked } of reply.contacts) {
      expect(source).not.toBe('');
      expect(checked).toMatch(/^20\d\d-\d\d-\d\d$/);
    }
    expect(reply.sections.at(-1)?.id).toBe('contacts');
  });

  it('says of a number that nobody checked twice that nobody did', () => {
    const likely = registry
      .platforms()
      .find(
        ({ kind, contacts }) =>
          kind === 'public_body' &&
          contacts.filter((contact) => contact.kind === 'phone').every(({ tier }) => tier === 'likely') &&
          contacts.some((contact) => contact.kind === 'phone'),
      );
    const other = registryWith(changed(GUIDE, /\{line:110\}/g, `{line:${likely?.id}}`), INTERVIEW, QUESTION, MENU);
    expect(renderPlainText(composeGuide(guideOf(other), other, 'zh'))).toContain('（未经二次核实；来源：');
  });

  it('keeps words to copy in one piece, line breaks and all', () => {
    const copies = reply.sections.filter(({ id }) => id === 'copy');
    expect(copies.map(({ title, lines }) => ({ title, lines }))).toEqual([
      { title: '可以这样回', lines: [[{ kind: 'copy', text: '我不是借款人，请不要再联系我。\n再骚扰我会打 12378 投诉。' }]] },
    ]);
  });

  it('leads on with buttons', () => {
    expect(reply.question?.buttons).toEqual([
      { id: 'help:sample-interview', label: '样例：我要还吗' },
      { id: 'help:sample-question', label: '样例短信会打扰我多久？' },
    ]);
  });

  it('names a number’s holder where the number is no longer on record', () => {
    const without = { ...registry, platform: (id: string) => ({ ...registry.platform(id), contacts: [] }) as never };
    const text = renderPlainText(composeGuide(guideOf(), without, 'zh'));
    expect(text).toContain('被威胁就打 公安机关。');
    expect(text).not.toContain('110');
  });
});

describe('an interview', () => {
  it('asks one question with its choices as buttons', () => {
    expect(composeInterviewQuestion(interviewOf(), 'heir', registry, 'zh')).toMatchObject({
      mark: '❔',
      headline: '样例：我要还吗',
      lead: [[{ kind: 'text', text: '第2问，最多2问。选一个就行。' }]],
      question: {
        text: '您继承了他的遗产吗？',
        buttons: [
          { id: 'ask:sample-interview:heir:yes', label: '继承了' },
          { id: 'ask:sample-interview:heir:no', label: '没有' },
        ],
      },
    });
  });

  it('starts again from a question that it no longer has', () => {
    const first = composeInterviewQuestion(interviewOf(), 'signed', registry, 'zh');
    for (const id of ['married', '', '__proto__'])
      expect(composeInterviewQuestion(interviewOf(), id, registry, 'zh')).toEqual(first);
  });

  it('ends in an answer', () => {
    const text = renderPlainText(composeInterviewAnswer(interviewOf(), 'owes', registry, 'en'));
    expect(text).toContain('📖 You may owe it');
    expect(text).toContain('· Find what you signed.');
    expect(text).toContain('［Sample: what to do first］');
  });

  it('gives whoever passed every question the answer kept for that', () => {
    const otherwise = composeInterviewAnswer(interviewOf(), 'free', registry, 'zh');
    expect(renderPlainText(otherwise)).toContain('不用回短信。（《民法典》第四百六十五条）');
    for (const id of ['nothing', 'constructor', '__proto__'])
      expect(composeInterviewAnswer(interviewOf(), id, registry, 'zh')).toEqual(otherwise);
  });
});

describe('a common question', () => {
  it('is answered right under itself', () => {
    expect(readable(composeFaq(faqOf(), registry, 'zh'))).toBe(
      [
        '📖 样例短信会打扰我多久？',
        '告诉他们别再联系，他们要停。（《民法典》第一千零三十三条）',
        '还发就打 12378。',
        '',
        '上面说到的官方电话',
        '· 国家金融监督管理总局 12378（来源：…）',
        '',
        '还想看什么？',
        '［样例：先做什么］',
        '',
        '以上核对于2026年11月21日。仅供参考，不是法律意见，以官方答复和警方为准。',
      ].join('\n'),
    );
  });
});

describe('an offer of texts', () => {
  const buttonsOf = ({ question }: ReplyBody) => question?.buttons.map(({ id }) => id);

  it('asks whether one of the nearest was meant', () => {
    const reply = composeNearest(['sample-question', 'gone', 'sample-guide'], registry, 'zh');
    expect(reply).toMatchObject({ mark: '❔', headline: '您是想问这些吗？', sections: [], contacts: [] });
    expect(buttonsOf(reply)).toEqual(['help:sample-question', 'help:sample-guide']);
  });

  it('says that there is no answer, and offers the menu instead', () => {
    const reply = composeNearest([], registry, 'zh');
    expect(reply.headline).toBe('这个问题，我这里没有现成的答案');
    expect(buttonsOf(reply)).toEqual(['help:sample-question']);
  });

  it('is the menu of a reader, in its order', () => {
    expect(buttonsOf(composeTopics('relative', registry, 'zh'))).toEqual(['help:sample-interview', 'help:sample-guide']);
    expect(buttonsOf(composeTopics(null, registry, 'en'))).toEqual(['help:sample-question']);
    expect(composeTopics('borrower', registry, 'zh')).toMatchObject({ headline: '自己欠了钱，您可以看这些', question: null });
  });
});
