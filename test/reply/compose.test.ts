import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawReply } from '../../src/channels/console/draw.js';
import { checkNotice } from '../../src/checker.js';
import type { NoticeInput } from '../../src/notice/types.js';
import { composeReply } from '../../src/reply/compose.js';
import { composePaste } from '../../src/reply/compose-paste.js';
import { renderPlainText } from '../../src/reply/plain-text.js';
import type { Language, Line, Reply } from '../../src/reply/types.js';
import { flatten } from '../../src/reply/wording.js';
import { phone, platformFile, realRegistry, registryOf, scamFile } from './records.js';
import { tappableIn } from './tappable.js';
import { claimOf, findingOf, noticeOf, spanOf, verdictOf } from './verdicts.js';

const registry = registryOf(
  platformFile(
    'sample',
    `name: 样例贷
name_en: Sample Loan
kind: consumer_finance
aliases: [样例分期]
host_tokens: [yanglidai]
contacts:
${phone('4000-000-101')}  - { kind: host, value: yanglidai.example, used_for: 官网, tier: confirmed, sources: [site], checked: "2026-11-03" }`,
  ),
  scamFile('moon', '先打96110问。'),
  scamFile('unknown', '先打19999问。'),
  platformFile('96110', `name: 反诈专线\nname_en: Anti-fraud line\nkind: public_body\ncontacts:\n${phone('96110')}`),
);
const CLAIM = claimOf('sample', registry);

const replyTo = (input: NoticeInput, language: Language = 'zh'): Reply =>
  composeReply(checkNotice(input, registry).gravest, registry, language);

const linesOf = (reply: Reply, id: string): string[] =>
  (reply.sections.find((section) => section.id === id)?.lines ?? []).map(flatten);

const piecesOf = (reply: Reply): Line => [...reply.lead, ...reply.sections.flatMap(({ lines }) => lines), reply.footer].flat();

describe('the first line', () => {
  it('names what this message invites to, and never to pay', () => {
    const source = '点 http://a.example 加微信 abcd8866';
    const notice = noticeOf(source, { details: [{ kind: 'wechat', value: 'abcd8866', span: spanOf(source, 'abcd8866') }] });
    const findings = [findingOf('link.ip-address', { facts: { host: 'a.example' }, span: spanOf(source, 'http://a.example') })];
    const { headline, mark } = composeReply(verdictOf({ findings, notice }), registry, 'zh');
    expect(headline).toBe('先别点链接、别加好友、别转账：很可能是诈骗');
    expect(mark).toBe('🔴');
  });

  it('is followed by what the sender will say to it', () => {
    expect(flatten(composeReply(verdictOf(), registry, 'zh').lead[0] ?? [])).toContain('系统误标');
  });

  it.each([
    ['scam', '🔴'],
    ['suspicious', '🟠'],
    ['unverified', '⚪'],
    ['consistent', '🔵'],
    ['not_a_notice', '💬'],
  ] as const)('marks %s with %s', (verdict, mark) => {
    expect(composeReply(verdictOf({ verdict }), registry, 'zh').mark).toBe(mark);
  });

  it.each([
    ['signature', '短信自称：样例贷'],
    ['mention', '短信提到：样例贷'],
    ['sender', '从发信号码看是样例贷，但号码可以伪造。'],
  ] as const)('says who the message names, by %s', (basis, words) => {
    const reply = composeReply(verdictOf({ claim: { ...CLAIM, basis } }), registry, 'zh');
    expect(reply.lead.map(flatten)).toContain(words);
  });

  it('shows the name as the message writes it when the record is called otherwise', () => {
    const notice = noticeOf('【样例分期】请还款');
    const claim = { ...CLAIM, span: spanOf(notice.source, '样例分期') };
    expect(composeReply(verdictOf({ claim, notice }), registry, 'zh').lead.map(flatten)).toContain(
      '短信自称「样例分期」，按样例贷核对。',
    );
  });

  it('says that a signature is on no record', () => {
    const notice = noticeOf('【无名贷】请还款');
    const signatures = [{ name: '无名贷', at: 'head' as const, span: spanOf(notice.source, '无名贷') }];
    expect(composeReply(verdictOf({ notice: { ...notice, signatures } }), registry, 'zh').lead.map(flatten)).toContain(
      '短信署名「无名贷」，我们的记录里没有这个名字。',
    );
  });
});

describe('the reasons', () => {
  const source = '点 yanglidai-huankuan.top 还款';
  const lookalike = findingOf('link.lookalike.brand-in-host', {
    span: spanOf(source, 'yanglidai-huankuan.top'),
    facts: { host: 'yanglidai-huankuan.top', imitates: 'yanglidai', platform: '样例贷', official: 'yanglidai.example' },
  });
  const verdict = verdictOf({ claim: CLAIM, notice: noticeOf(source), findings: [lookalike] });

  it('show the false host broken and the true one whole', () => {
    expect(linesOf(composeReply(verdict, registry, 'zh'), 'why')).toEqual([
      '链接「yanglidai-huankuan[.]top」不是样例贷的网址，只是把「yanglidai」写了进去。真的是 yanglidai.example。',
    ]);
    const official = piecesOf(composeReply(verdict, registry, 'zh')).filter(({ kind }) => kind === 'official');
    expect(official).toContainEqual({ kind: 'official', text: 'yanglidai.example', host: 'yanglidai.example' });
  });

  it('leave a true host out that no record has', () => {
    const findings = [{ ...lookalike, facts: { ...lookalike.facts, official: 'elsewhere.example' } }];
    expect(linesOf(composeReply({ ...verdict, findings }, registry, 'zh'), 'why')[0]).not.toContain('elsewhere');
  });

  it('name an official number only if it stands among the contacts with its source', () => {
    const number = findingOf('number.not-the-platforms', {
      facts: { number: '4000000999', platform: '样例贷', official: '4000-000-999' },
    });
    expect(linesOf(composeReply({ ...verdict, findings: [number] }, registry, 'zh'), 'why')).toEqual([
      '号码「400·000·0999」不在样例贷登记的电话里。登记的是 4000-000-101。',
    ]);
    const retired = findingOf('number.retired', {
      leaning: 'unknown',
      facts: { number: '4000000998', platform: '样例贷', replacedBy: '4000-000-997' },
    });
    expect(linesOf(composeReply({ ...verdict, findings: [retired] }, registry, 'zh'), 'checked')).toEqual([
      '号码「400·000·0998」是样例贷的旧号码，可能已经停用。',
    ]);
  });

  it('gather several hosts of one kind in one line', () => {
    const at = (host: string) =>
      findingOf('link.ip-address', { span: { start: host.length, end: host.length + 1 }, facts: { host } });
    expect(
      linesOf(composeReply({ ...verdict, findings: [at('198.51.100.2'), at('198.51.100.23')] }, registry, 'zh'), 'why'),
    ).toEqual(['链接「198[.]51[.]100[.]2」、「198[.]51[.]100[.]23」是一串数字地址。正规机构不这样发网址。']);
  });

  it('name an overseas area in the language of the reader', () => {
    const overseas = findingOf('sender.overseas', { facts: { sender: '+85512345678', area: 'KH' } });
    expect(linesOf(composeReply({ ...verdict, findings: [overseas] }, registry, 'zh'), 'why')[0]).toContain('（柬埔寨）');
    expect(linesOf(composeReply({ ...verdict, findings: [overseas] }, registry, 'en'), 'why')[0]).toContain('(Cambodia)');
  });

  it('quote the same words once', () => {
    const words = '请加微信 abcd8866 还款';
    const contact = findingOf('lure.private-contact', {
      family: 'diversion',
      span: spanOf(words, 'abcd8866'),
      facts: { kind: 'wechat' },
    });
    const account = findingOf('lure.private-account', { family: 'payment', span: spanOf(words, '还款') });
    const lines = linesOf(
      composeReply({ ...verdict, notice: noticeOf(words), findings: [contact, account] }, registry, 'zh'),
      'why',
    );
    expect(lines).toEqual([
      '让您用微信联系：「请加微信 abcd8866 还款」。正规机构不靠私人微信处理欠款。正规机构不用短信里的卡号收款。',
    ]);
  });

  it('are skipped for a finding that the wording does not know', () => {
    expect(linesOf(composeReply({ ...verdict, findings: [findingOf('link.of-tomorrow')] }, registry, 'zh'), 'why')).toEqual([]);
  });
});

describe('what was checked', () => {
  const findings = [
    findingOf('link.official', {
      leaning: 'genuine',
      strength: 'weak',
      facts: { host: 'yanglidai.example', platform: '样例贷' },
    }),
    findingOf('sender.listed', { leaning: 'genuine', strength: 'weak', facts: { sender: '95999', platform: '样例贷' } }),
  ];

  it('is told with what it does not prove', () => {
    const lines = linesOf(composeReply(verdictOf({ verdict: 'consistent', claim: CLAIM, findings }), registry, 'zh'), 'checked');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain('号码可以伪造');
    expect(lines[2]).toContain('对得上不等于是真的');
  });

  it('keeps matches of the text out of a scam, and says of a matching sender that it can be forged', () => {
    const lines = linesOf(composeReply(verdictOf({ claim: CLAIM, findings }), registry, 'zh'), 'checked');
    expect(lines).toEqual(['发信号码「959·99」和样例贷登记的一致，但号码可以伪造。']);
  });

  it('says that the sender was not given', () => {
    expect(linesOf(replyTo({ text: '您的亲属借款已逾期，请转告还款' }), 'checked').join()).toContain('没告诉我是哪个号码');
  });
});

describe('the contacts', () => {
  it('show source and date, and the number for dialling', () => {
    const reply = composeReply(verdictOf({ verdict: 'unverified', claim: CLAIM }), registry, 'zh');
    expect(linesOf(reply, 'contacts')).toEqual(['样例贷客服 4000-000-101（来源：样例公司、联系我们；核对于2026年11月3日）']);
    expect(piecesOf(reply)).toContainEqual({ kind: 'official', text: '4000-000-101', dial: '4000000101' });
  });

  it('say so when the platform has none on record', () => {
    const bare = registryOf(
      platformFile(
        'bare',
        `name: 无号贷\nkind: micro_lender\ncontacts:\n${phone('4000-000-105', 'tier: unverified, used_for: 客服')}`,
      ),
    );
    const reply = composeReply(verdictOf({ verdict: 'unverified', claim: claimOf('bare', bare) }), bare, 'zh');
    expect(linesOf(reply, 'contacts')).toEqual(['无号贷：未收录客服电话，请从官方 App 内的客服进入。']);
    expect(JSON.stringify(reply)).not.toContain('105');
  });

  it('mark a likely number', () => {
    const likely = registryOf(
      platformFile(
        'maybe',
        `name: 或许贷\nkind: micro_lender\ncontacts:\n${phone('4000-000-106', 'tier: likely, used_for: 客服')}`,
      ),
    );
    const reply = composeReply(verdictOf({ verdict: 'unverified', claim: claimOf('maybe', likely) }), likely, 'zh');
    expect(linesOf(reply, 'contacts')[0]).toContain('未经二次核实');
  });
});

describe('the next steps', () => {
  const steps = (
    verdict: 'scam' | 'unverified' | 'consistent',
    role: 'relative' | 'borrower' | null,
    text = '您的贷款已逾期',
  ): string =>
    linesOf(composeReply(verdictOf({ verdict, claim: CLAIM, notice: noticeOf(text, { role }) }), registry, 'zh'), 'steps').join(
      '\n',
    );

  it.each(['scam', 'unverified', 'consistent'] as const)(
    'tell a relative at %s what a relative owes, and not to promise',
    (verdict) => {
      expect(steps(verdict, 'relative')).toContain(
        '您不是借款人，也没签过担保，一般没有替人还款的义务（《民法典》第四百六十五条）',
      );
      expect(steps(verdict, 'relative')).toContain('不要回“我来还”');
    },
  );

  it.each(['scam', 'unverified', 'consistent'] as const)('do not hide at %s that the debt may be real', (verdict) => {
    for (const role of ['relative', 'borrower', null] as const) expect(steps(verdict, role)).toMatch(/如果确实欠款.*官方/);
  });

  it('tell nobody that he is not the borrower when nobody said so', () => {
    expect(steps('scam', null)).toContain('如果您不是借款人');
    expect(steps('scam', 'borrower')).not.toContain('不是借款人');
  });

  it('begin with the advice of the scam, its numbers as contacts', () => {
    const reply = replyTo({ text: '【样例贷】请领取蓝月亮moon' });
    expect(reply.sections.find(({ id }) => id === 'steps')?.lines[0]).toEqual([
      { kind: 'text', text: '先打' },
      { kind: 'official', text: '96110', dial: '96110' },
      { kind: 'text', text: '问。' },
    ]);
    expect(reply.contacts.map(({ number }) => number)).toContain('96110');
  });

  it('leave an advice out whose number is on no record', () => {
    const reply = replyTo({ text: '【样例贷】请领取蓝月亮unknown' });
    expect(reply.verdict).toBe('suspicious');
    expect(linesOf(reply, 'why')).toEqual(['「请领取蓝月亮unknown」：蓝月亮是样例骗局。']);
    expect(JSON.stringify(reply)).not.toContain('19999');
  });

  it('speak of no debt where the message speaks of none', () => {
    expect(steps('scam', null, '您的快递丢了')).not.toContain('借款');
    expect(steps('scam', null, '您的通行费逾期未缴')).not.toContain('借款');
  });
});

describe('the question', () => {
  it('is asked once, with its answers', () => {
    const { question } = composeReply(verdictOf({ ask: 'sender' }), registry, 'zh');
    expect(question?.text).toBe('这条短信是哪个号码发来的？');
    expect(question?.buttons.map(({ id }) => id)).toEqual([
      'give-sender',
      'already-acted',
      'i-am-borrower',
      'how-to-complain',
      'wrong',
    ]);
  });

  it('offers no role to somebody who gave it', () => {
    const notice = noticeOf('您的贷款已逾期', { role: 'relative' });
    const { question } = composeReply(verdictOf({ ask: 'sender', notice }), registry, 'zh');
    expect(question?.buttons.map(({ id }) => id)).not.toContain('i-am-borrower');
  });

  it('offers what may come next when nothing is left to ask, and nothing after what is no notice', () => {
    const buttons = composeReply(verdictOf({ ask: 'none' }), registry, 'zh').question?.buttons.map(({ id }) => id);
    expect(buttons).toEqual(['already-acted', 'how-to-complain', 'wrong']);
    expect(composeReply(verdictOf({ ask: 'none', verdict: 'not_a_notice' }), registry, 'zh').question).toBeNull();
  });
});

describe('a text that is no notice', () => {
  it.each([
    ['code', '验证码谁也别告诉'],
    ['warning', '防骗提醒'],
    ['advert', '广告'],
    ['question', '转发给我'],
    ['chat', '不像通知短信'],
    ['empty', '没有收到文字'],
  ] as const)('is answered as %s', (character, words) => {
    const reply = composeReply(verdictOf({ verdict: 'not_a_notice', decidedBy: 'other-mail', character }), registry, 'zh');
    expect(reply.headline).toContain(words);
    expect(reply.lead.length).toBeGreaterThan(0);
    expect(reply.sections).toEqual([]);
  });
});

/** Everything that a reader may be shown of a reply, in every rendering. */
const renderings = (reply: Reply): string[] => [
  renderPlainText(reply),
  drawReply(reply, { colour: false, width: 72 }),
  [reply.headline, ...piecesOf(reply).map(({ text }) => text), reply.question?.text ?? ''].join('\n'),
];

/** The rendering without what may be tapped: official lines and hosts. */
const withoutOfficial = (text: string, reply: Reply): string =>
  piecesOf(reply)
    .filter(({ kind }) => kind === 'official')
    .reduce((rest, { text: official }) => rest.replaceAll(official, '☎'), text);

const hostileText = fc
  .array(
    fc.constantFrom(
      '【样例贷】',
      '【无名】',
      '您的贷款已逾期',
      '点击',
      'http://',
      'yanglidai',
      '-pay',
      '.top',
      '.example',
      '/a.apk',
      '?u=',
      '加微信',
      'abcd8866',
      '154',
      '2119',
      '2826',
      '+855',
      ' ',
      '\n',
      '，',
      '。',
      '\u202e',
      '\u200b',
      '\u001b[31m',
      '\u0007',
      '@',
      '#',
      'tel:',
      '4000-000-999',
      '6217000012345678',
      '验证码',
      '安全账户',
      '转账',
      '客服',
      '退订',
      '吗？',
      '李某',
      '😀',
    ),
    { maxLength: 24 },
  )
  .map((pieces) => `您${pieces.join('')}`);

describe('any message', () => {
  const real = realRegistry();
  const senders = fc.option(
    fc.constantFrom('95999', '106912345678', '+85512345678', '0095999', 'a@b.example', '15421192826', '\u202e\u001b[1mX.top'),
    { nil: undefined },
  );

  it('gets an answer in which nothing of it can be tapped, nothing is invisible, and the limits hold', () => {
    fc.assert(
      fc.property(hostileText, senders, fc.constantFrom('zh' as const, 'en' as const), (text, sender, language) => {
        const verdict = checkNotice({ text, sender }, registry).gravest;
        const reply = composeReply(verdict, registry, language);
        for (const shown of renderings(reply)) {
          expect(tappableIn(withoutOfficial(shown, reply))).toEqual([]);
          expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
        }
        expect(linesOf(reply, 'why').length).toBeLessThanOrEqual(4);
        expect(reply.contacts.length).toBeLessThanOrEqual(3);
        expect(reply.headline).not.toBe('');
        expect(reply.lead.length).toBeGreaterThan(0);
      }),
      { seed: 20261121, numRuns: 400 },
    );
  });

  it('gets an answer in full sentences from the real records', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const language of ['zh', 'en'] as const) {
          const shown = renderPlainText(composeReply(checkNotice({ text }, real).gravest, real, language));
          expect(shown).not.toMatch(/\{[a-z_]+\}|undefined|null|\[object/);
          expect(shown).not.toMatch(/「」|“”/);
        }
      }),
      { seed: 20261121, numRuns: 150 },
    );
  });
});

describe('several notices in one paste', () => {
  const records = realRegistry();
  const paste =
    '【样例银行】您的验证码是 123456，请勿告诉他人。\n\n【京东金融】您的白条已逾期，请点击 jd-huankuan.example 处理。';

  it('are told one by one, each with its own verdict, so that the gravest hides no other', () => {
    const checked = checkNotice({ text: paste }, records);
    expect(checked.notices.length).toBe(2);
    const reply = composePaste(checked, records, 'zh');
    const each = reply.sections.find(({ id }) => id === 'each');
    expect(each?.lines.map(flatten)).toEqual([
      expect.stringContaining('💬 「'),
      expect.stringContaining('jd-huankuan[.]example'),
    ]);
  });

  it('need no list when there is only one', () => {
    const [, one = ''] = paste.split('\n\n');
    const reply = composePaste(checkNotice({ text: one }, records), records, 'zh');
    expect(reply.sections.map(({ id }) => id)).not.toContain('each');
  });
});
