import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDataFiles } from '../../src/data-files.js';
import { lookUp } from '../../src/registry/lookup.js';
import type { DataFile } from '../../src/registry/read-records.js';
import { PLATFORM_KINDS } from '../../src/registry/records.js';
import type { Registry } from '../../src/registry/types.js';
import { lookupAnswer } from '../../src/reply/lookup-answer.js';
import { composeLookupReply } from '../../src/reply/lookup-reply.js';
import type { Language, Piece, ReplyBody } from '../../src/reply/types.js';
import { flatten } from '../../src/reply/wording.js';
import { phone, platformFile, realRegistry, registryOf } from './records.js';
import { tappableIn } from './tappable.js';

const LIKELY = 'tier: likely, used_for: 客服';
const UNVERIFIED = 'tier: unverified, used_for: 客服';
const OLD = 'tier: likely, used_for: 客服, status: old';

const SAMPLE = platformFile(
  'sample-loan',
  `name: 样例分期
name_en: Sample Instalments
operator: 样例科技有限公司
kind: instalment
never_signs: [{ name: 样例中心, sources: [site] }]
contacts:
${phone('95000')}${phone('4000-000-111', UNVERIFIED)}${phone('4000-000-222', `${OLD}, replaced_by: "95000"`)}${phone('4000-000-333', 'tier: confirmed, used_for: 外呼')}
  - { kind: host, value: yangli-fenqi.com, used_for: 官网, tier: confirmed, sources: [site], checked: "2026-11-03" }
  - { kind: sms_port, value: "106900001", used_for: 短信号码, tier: confirmed, sources: [leak], checked: "2026-11-03" }`,
);
const QUIET = platformFile(
  'quiet-loan',
  `name: 无声借款\nkind: internet_loan\ncontacts:\n${phone('4000-000-444', LIKELY)}${phone('4000-000-555', OLD)}`,
);
const MUTE = platformFile('mute-loan', 'name: 哑铃借款\nkind: internet_loan');
const POLICE = platformFile('96110', `name: 反诈专线\nkind: public_body\ncontacts:\n${phone('96110')}`);
const FAKES: DataFile = {
  path: 'data/lists/reported-fakes.yaml',
  text: `sources:
  police: { title: 警方通报, kind: official, seen: "2026-11-01" }
entries:
  - { kind: phone, value: "4000000198", claims: 样例分期, standing: reported, sources: [police], checked: "2026-11-01" }
  - { kind: phone, value: "4000000199", claims: 样例分期, standing: proven, sources: [police], checked: "2026-11-01" }
  - { kind: host, value: yangli-cn.top, claims: 样例分期, standing: reported, sources: [police], checked: "2026-11-01" }
  - { kind: signature, value: 样例金服, claims: 样例分期, standing: reported, sources: [police], checked: "2026-11-01" }
`,
};
const AREA_CODES = readDataFiles().filter(({ path }) => path === 'data/numbering/area-codes.yaml');
const registry = registryOf(SAMPLE, QUIET, MUTE, POLICE, FAKES, ...AREA_CODES);

const replyTo = (typed: string, language: Language = 'zh', records: Registry = registry): ReplyBody =>
  composeLookupReply(lookUp(typed, records), records, language);

const piecesOf = (reply: ReplyBody): Piece[] =>
  [...reply.lead, ...reply.sections.flatMap(({ lines }) => lines), reply.footer].flat();
const officialIn = (reply: ReplyBody): string[] =>
  piecesOf(reply).flatMap((piece) => (piece.kind === 'official' ? [piece.dial ?? piece.host ?? ''] : []));
const textOf = (reply: ReplyBody): string =>
  [
    reply.headline,
    ...reply.lead.map(flatten),
    ...reply.sections.flatMap(({ title, lines }) => [title, ...lines.map(flatten)]),
  ].join('\n');
const answerTo = (typed: string) => lookupAnswer(lookUp(typed, registry), registry);

describe('the answer about a number on record', () => {
  it('says whose it is, how sure that is, who says so and when it was checked', () => {
    const text = textOf(replyTo('95000'));
    expect(text).toContain('查到了：95000 是样例分期的号码');
    expect(text).toContain('样例分期：客服（已核实；来源：样例公司、联系我们；核对于2026年11月3日）');
  });

  it('says that the number can be forged, and to dial it oneself', () => {
    const reply = replyTo('95000');
    expect(textOf(reply)).toContain('号码可以伪造');
    expect(officialIn(reply)).toEqual(['95000']);
    expect(reply.contacts).toMatchObject([{ number: '95000', tier: 'confirmed' }]);
  });

  it('does not send anybody to an emergency number to verify something', () => {
    const emergency = registryOf(platformFile('110', `name: 公安机关\nkind: public_body\ncontacts:\n${phone('110')}`));
    expect(textOf(replyTo('110', 'zh', emergency))).toContain('110 是公安机关的号码');
    expect(officialIn(replyTo('110', 'zh', emergency))).toEqual([]);
  });

  it('marks a line that only one source has', () => {
    expect(replyTo('4000-000-444').headline).toBe('4000-000-444 记录为无声借款的号码（未经二次核实）');
  });

  it('does not offer a number for outgoing calls as the one to call', () => {
    const reply = replyTo('4000-000-333');
    expect(officialIn(reply)).toEqual(['95000']);
    expect(textOf(reply)).toContain('回拨不一定有人接');
  });

  it('tells of an unverified listing, and never as something to call', () => {
    const reply = replyTo('4000-000-111');
    expect(textOf(reply)).toContain('有一处未经核实的资料把它记在样例分期名下');
    expect(reply.mark).toBe('⚪');
    expect(officialIn(reply)).toEqual([]);
    expect(reply.contacts).toEqual([]);
  });

  it('says that an old number is old, and what is in use now', () => {
    const reply = replyTo('4000-000-222');
    expect(reply.headline).toContain('旧号码');
    expect(textOf(reply)).toContain('现在改用：95000');
    expect(officialIn(reply)).toEqual(['95000', '95000']);
  });

  it('sends to the app where an old number has no successor on record', () => {
    const alone = registryOf(
      platformFile('gone-loan', `name: 旧日借款\nkind: internet_loan\ncontacts:\n${phone('4000-000-555', OLD)}`),
    );
    expect(textOf(replyTo('4000-000-555', 'zh', alone))).toContain('打开官方 App');
  });

  it('says what a 106 number does not prove', () => {
    const text = textOf(replyTo('1069000012345'));
    expect(text).toContain('和样例分期登记的短信号码开头一样');
    expect(text).toContain('说明不了是谁发的');
  });
});

describe('the answer about a number that is nobody’s', () => {
  it.each([
    ['15412345678', '这是手机号'],
    ['170 5400 0000', '虚拟运营商的手机号，用的是中国移动的网络'],
    ['0371-6200 1234', '区号属于河南省郑州市'],
    ['4000-000-999', '正常只能打进去'],
    ['1069999999999', '企业群发短信'],
    ['+95 9 123 456 789', '境外号码：缅甸'],
    ['+44 20 7946 0000', '境外号码：英国'],
    ['154****5678', '号码没写全'],
    ['12345678901234567', '不像一个电话号码'],
  ])('says what kind of number %s is', (typed, expected) => {
    expect(textOf(replyTo(typed))).toContain(expected);
  });

  it.each(['15412345678', '4000-000-999', '1069999999999'])(
    'says plainly that %s was not found, and that this proves nothing',
    (typed) => {
      const text = textOf(replyTo(typed));
      expect(text).toContain('没有查到');
      expect(text).toContain('没查到不等于是骗子');
    },
  );

  it('tells a forged prefix from the number that it imitates', () => {
    const reply = replyTo('+95000');
    expect(reply.mark).toBe('🟠');
    expect(textOf(reply)).toContain('带符号的不是');
    expect(officialIn(reply)).toEqual(['95000', '95000', '96110']);
  });

  it('tells a report from a proof', () => {
    expect(replyTo('4000-000-198')).toMatchObject({ mark: '🟠', headline: '先别回拨：有人举报 4000·000·198 冒充样例分期' });
    expect(replyTo('4000-000-199')).toMatchObject({ mark: '🔴', headline: '别回拨：4000·000·199 已被证实冒充样例分期' });
    expect(textOf(replyTo('4000-000-198'))).toContain('没有查到警方或机构的证实');
  });
});

describe('the answer about an address', () => {
  it('names the owner and its site, and says what that does not prove', () => {
    const reply = replyTo('https://m.yangli-fenqi.com/a');
    expect(reply.headline).toBe('查到了：m.yangli-fenqi.com 是样例分期的网址');
    expect(textOf(reply)).toContain('不等于短信是真的');
    expect(officialIn(reply)).toContain('yangli-fenqi.com');
  });

  it('marks an address that only one source has', () => {
    const listed = platformFile(
      'heard-loan',
      'name: 传闻借款\nkind: internet_loan\nstatus: closed\ncontacts:\n  - { kind: host, value: chuanwen.com, used_for: 官网, tier: likely, sources: [site], checked: "2026-11-03" }',
    );
    const records = registryOf(listed);
    expect(replyTo('chuanwen.com', 'zh', records).headline).toBe('chuanwen.com 记录为传闻借款的网址（未经二次核实）');
    expect(textOf(replyTo('传闻借款', 'zh', records))).toContain('它已经停止服务');
  });

  it('prints a stranger’s address so that nobody can tap it', () => {
    expect(replyTo('https://evil-loan.top/a').headline).toBe('没有查到 evil-loan[.]top 是谁的');
  });

  it('says which part of a disguised address is real', () => {
    expect(textOf(replyTo('https://yangli-fenqi.com@evil-loan.top'))).toContain(
      '「yangli-fenqi[.]com」只是摆设，真正打开的是evil-loan[.]top',
    );
  });

  it('gives the real line of whom a reported address poses as', () => {
    expect(officialIn(replyTo('yangli-cn.top'))).toEqual(['95000']);
  });
});

describe('the answer about a name', () => {
  it('gives the institution, its sites and its lines', () => {
    const reply = replyTo('样例分期');
    expect(textOf(reply)).toContain('名称：样例分期（Sample Instalments）\n公司：样例科技有限公司\n类型：分期付款');
    expect(officialIn(reply)).toEqual(['yangli-fenqi.com', '95000']);
  });

  it('says when no line is on record', () => {
    expect(textOf(replyTo('哑铃借款'))).toContain('未收录客服电话，请从官方 App 内的客服进入');
  });

  it('says when it only guesses', () => {
    const reply = replyTo('样例分斯');
    expect(reply.headline).toBe('没有叫「样例分斯」的记录，您是不是要找样例分期');
    expect(textOf(reply)).toContain('不一定是同一家');
  });

  it('warns of a name that fakes use, and gives the real line', () => {
    const reply = replyTo('样例金服');
    expect(reply.mark).toBe('🟠');
    expect(textOf(reply)).toContain('有人举报过用这个名字冒充样例分期的短信');
    expect(officialIn(reply)).toEqual(['95000']);
  });

  it('says that a signature proves nothing', () => {
    expect(textOf(replyTo('【样例分期】'))).toContain('署名谁都能写');
    expect(replyTo('【样例中心】').headline).toBe('小心：样例分期的短信不用「样例中心」这个署名');
  });

  it('says plainly that a name was not found', () => {
    expect(textOf(replyTo('乌有之乡'))).toContain('没有查到「乌有之乡」');
  });
});

const TYPED = [
  '95000',
  '+95000',
  '4000-000-111',
  '4000-000-222',
  '4000-000-198',
  '15412345678',
  'evil-loan.top',
  '样例分期',
  '样例分斯',
  '【样例中心】',
  '乌有消费金融',
  '96110',
];

describe('every answer', () => {
  it.each(TYPED)('to %s is complete in English', (typed) => {
    const reply = replyTo(typed, 'en');
    expect(reply.headline).not.toBe('');
    expect(reply.sections.length).toBe(replyTo(typed, 'zh').sections.length);
    expect(textOf(reply)).not.toMatch(/[，。；：]/);
  });

  it.each(TYPED)('to %s calls nothing safe, and carries no green mark', (typed) => {
    for (const language of ['zh', 'en'] as const) {
      const reply = replyTo(typed, language);
      expect(textOf(reply)).not.toMatch(/安全|放心|\bsafe/i);
      expect(['🔵', '⚪', '🟠', '🔴']).toContain(reply.mark);
    }
  });

  it('makes only official numbers and addresses tappable, whatever was typed', () => {
    const pieces = fc.constantFrom(
      '15412345678',
      'evil-loan.top',
      'http://',
      '@',
      '【',
      '】',
      '+86',
      '4000-000-999',
      ' ',
      '样例',
      '#',
      '/start',
      '198.51.100.7',
      '\u202e',
      '。',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 8 }), (parts) => {
        const reply = replyTo(parts.join(''));
        const loose = piecesOf(reply).flatMap((piece) => (piece.kind === 'quote' ? [piece.text] : []));
        expect(loose.flatMap(tappableIn)).toEqual([]);
        if (!reply.mark.includes('🔵')) expect(tappableIn(reply.headline)).toEqual([]);
      }),
      { seed: 20_261_121, numRuns: 200 },
    );
  });

  it('takes the same values in both languages', () => {
    const valuesIn = (sentence = ''): string[] => [...sentence.matchAll(/\{\w+\}/g)].map(([value]) => value).sort();
    const [zh, en] = [registry.wording('zh'), registry.wording('en')];
    const own = Object.keys(zh).filter((key) => key.startsWith('lookup.'));
    expect(own.length).toBeGreaterThan(100);
    expect(own.filter((key) => valuesIn(zh[key]).join() !== valuesIn(en[key]).join())).toEqual([]);
  });

  it('has a name for every kind of institution', () => {
    for (const language of ['zh', 'en'] as const) {
      expect(PLATFORM_KINDS.filter((kind) => !(`lookup.kind.${kind}` in registry.wording(language)))).toEqual([]);
    }
  });

  it('offers, over all records, only lines that are in use and that a source supports', () => {
    const real = realRegistry();
    const typed = real.platforms().flatMap(({ name, contacts }) => [name, ...contacts.map(({ value }) => value)]);
    const isOfficial = (text: string): boolean => {
      const digits = /^\d+$/.test(text);
      const standing = digits
        ? real.number(text).contacts
        : real.platforms().flatMap(({ contacts }) => contacts.filter(({ key }) => key === text));
      return standing.some(({ status, tier }) => status === 'current' && tier !== 'unverified');
    };
    const offered = new Set(typed.flatMap((text) => officialIn(replyTo(text, 'zh', real))));
    expect(offered.size).toBeGreaterThan(200);
    expect([...offered].filter((text) => !isOfficial(text))).toEqual([]);
  });
});

describe('the answer for programs', () => {
  it('gives every holder with tier, source and day', () => {
    expect(answerTo('9 5 0 0 0')).toEqual({
      query: '9 5 0 0 0',
      kind: 'number',
      matches: [
        {
          id: 'sample-loan',
          name: '样例分期',
          what: '客服',
          tier: 'confirmed',
          source: '样例公司、联系我们',
          checked: '2026-11-03',
        },
      ],
      number: { class: 'bank_or_service_code' },
    });
  });

  it('keeps unverified and old lines apart by their tier and status', () => {
    expect(answerTo('4000-000-111').matches).toMatchObject([{ tier: 'unverified' }]);
    expect(answerTo('4000-000-222').matches).toMatchObject([{ status: 'old', replaced_by: '95000' }]);
  });

  it('gives a forged number no match, and says what it imitates', () => {
    expect(answerTo('+95000')).toMatchObject({
      matches: [],
      number: { class: 'spoofed_prefix', imitates: [{ id: 'sample-loan' }] },
    });
  });

  it('says what kind of number nobody’s is', () => {
    expect(answerTo('170 5400 0000')).toMatchObject({
      matches: [],
      number: { class: 'virtual_operator_mobile', operator: '中国移动' },
    });
    expect(answerTo('+95 9 123 456 789')).toMatchObject({ number: { class: 'overseas', area: '缅甸' } });
    expect(lookupAnswer(lookUp('+95 9 123 456 789', registry), registry, 'en').number?.area).toContain('Myanmar');
  });

  it('says what an address is', () => {
    expect(answerTo('m.yangli-fenqi.com')).toMatchObject({
      kind: 'host',
      matches: [{ id: 'sample-loan', what: '官网' }],
      host: { host: 'm.yangli-fenqi.com', standing: 'official' },
    });
    expect(answerTo('yangli-cn.top')).toMatchObject({
      matches: [],
      reported_fake: { claims: '样例分期', proven: false, source: '警方通报' },
    });
  });

  it('gives the lines of an institution, and marks a guess', () => {
    expect(answerTo('样例分期')).toMatchObject({
      kind: 'name',
      matches: [{ id: 'sample-loan', contacts: [{ number: '95000' }] }],
    });
    expect(answerTo('样例分期')).not.toHaveProperty('guess');
    expect(answerTo('样例分斯')).toMatchObject({ guess: true, matches: [{ id: 'sample-loan' }] });
    expect(answerTo('【样例中心】')).toMatchObject({ kind: 'signature', never_signs: ['sample-loan'] });
  });
});
