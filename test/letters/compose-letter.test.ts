import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LetterBlock, LetterFacts } from '../../src/letters/types.js';
import { LETTERS } from '../../src/letters/types.js';
import { recordedRegistry } from '../recorded-registry.js';
import {
  accusationsOf,
  blocksOf,
  everyLetter,
  factsOf,
  letterOf,
  linesOf,
  NOTHING_KNOWN,
  RUDE,
  SCAM,
  SUSPICIOUS,
  sayingOf,
  wordsOf,
} from './cases.js';

const registry = recordedRegistry();
/** Stands in no sentence of ours. */
const MARK = '蓝鲸';
const LETTERS_TO_INSTITUTIONS = ['platform', 'regulator', 'local_bureau', 'cyberspace_office'] as const;
const blanksIn = (blocks: readonly LetterBlock[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'blank' ? [block.label] : []));

describe('the facts of a letter', () => {
  const letter = letterOf(
    'platform',
    factsOf({ text: RUDE, sender: '106900001234' }, { receivedAt: '2026-11-20T22:30', receivedBy: 'family' }),
  );
  const facts = Object.fromEntries(blocksOf(letter, 'fact').map(({ label, line }) => [label, wordsOf(line)]));

  it('say when it came, from which number, to whom and how it was signed', () => {
    expect(facts).toMatchObject({
      收到时间: '2026年11月20日 22:30',
      发送号码: '106900001234',
      收到的人: '我的家人或亲戚',
      短信署名: '马上消费金融',
    });
  });

  it('hold the message in full, line for line, without the words of whoever forwards it', () => {
    const text = `${RUDE}\n退订回T`;
    const facts = factsOf(`发件人：106900001234\n时间：2026-11-20 22:30\n内容：${text}\n\n这是真的吗？`);
    const letter = letterOf('platform', facts);
    expect(blocksOf(letter, 'verbatim').map((block) => block.text)).toEqual([text]);
    expect(blocksOf(letter, 'fact').map(({ line }) => wordsOf(line))).toContain('106900001234');
  });

  it('name what the message leaves to call, to open and to add', () => {
    const [contacts] = blocksOf(letterOf('police', factsOf(SCAM)), 'fact').filter(({ label }) => label.includes('账号'));
    expect(contacts && wordsOf(contacts.line)).toBe('jd-huankuan.example、example8866');
  });

  it.each([
    ['2026-11-20', '2026年11月20日'],
    ['2026-11-20T22:30:59.123', '2026年11月20日 22:30'],
    ['2026-11-20 08:05', '2026年11月20日 08:05'],
    ['2026-11-20T22:30:00Z', '2026年11月21日 06:30'],
    ['2026-12-31T20:00-05:00', '2027年1月1日 09:00'],
  ])('tell %s in China time as %s', (receivedAt, shown) => {
    const [first] = blocksOf(letterOf('platform', factsOf(RUDE, { receivedAt })), 'fact');
    expect(first && wordsOf(first.line)).toBe(shown);
  });

  it.each(['yesterday', '2026-13-01', '2026-02-30', '2026-11-20T25:00', '2026-11-20T22:30+99:99', '9999-12-31T23:59-10:00', ''])(
    'leave a blank where %j is no time',
    (receivedAt) => {
      expect(blanksIn(letterOf('platform', factsOf(RUDE, { receivedAt })).blocks)).toContain('收到时间');
    },
  );
});

describe('what is not known', () => {
  it.each(LETTERS)('is a blank in the letter to %s, and nothing is made up', (id) => {
    const { blocks, ...letter } = letterOf(id, NOTHING_KNOWN);
    const template = registry.letters.get(id);
    expect(blocksOf({ blocks, ...letter }, 'fact')).toEqual([]);
    expect(blocksOf({ blocks, ...letter }, 'verbatim')).toEqual([]);
    expect(blanksIn(blocks)).toEqual([
      ...(template?.writer ?? []).map((blank) => registry.wording('zh')[`letter.writer.${blank}`]),
      ...(template?.facts ?? []).map((fact) => registry.wording('zh')[`letter.fact.${fact}`]),
      ...(template?.factBlanks ?? []).map(({ zh }) => zh),
      registry.wording('zh')['letter.message'],
    ]);
  });

  it('is a blank in place of a platform that nobody named', () => {
    const [addressee] = blocksOf(letterOf('platform', NOTHING_KNOWN), 'addressee');
    expect(addressee?.line).toEqual([{ kind: 'text', text: '致：' }, { kind: 'blank' }]);
    expect(sayingOf(letterOf('regulator', NOTHING_KNOWN))).toContain('有一条以___名义发出的短信');
  });

  it('is a box to tick: who writes, and whether they asked before that it stop', () => {
    const boxes = (facts: LetterFacts): string[] =>
      blocksOf(letterOf('platform', facts), 'list')
        .slice(0, 1)
        .flatMap(({ items }) => items.map(wordsOf));
    expect(boxes(factsOf(RUDE))).toEqual([
      '我不是借款人，也未提供担保。',
      '我是借款人。',
      '我此前已要求不再联系我，时间和方式：___。',
    ]);
    expect(boxes(factsOf(RUDE, { role: 'relative' }))).toEqual(['我此前已要求不再联系我，时间和方式：___。']);
  });

  it('is asked of nobody: a question typed to the checker is not taken for the message', () => {
    const letter = letterOf('platform', factsOf('京东金融的短信怎么投诉？'));
    expect(blocksOf(letter, 'verbatim')).toEqual([]);
    expect(wordsOf(blocksOf(letter, 'addressee')[0]?.line ?? [])).toBe('致：京东金融');
  });
});

describe('the faults in a letter', () => {
  it('are one numbered item each: the quoted words, what they are, and the rule as strongly as it binds', () => {
    expect(accusationsOf(letterOf('platform', factsOf(RUDE, { role: 'relative' })))).toEqual([
      '「再不还就找人弄死你全家」：威胁、恐吓，可能违反《消费金融公司管理办法》；不符合《金融机构个人消费类贷款催收工作指引（试行）》；可能涉及《治安管理处罚法》第五十条第一款第一项，由公安机关判断。',
      '「您的亲属李某贷款逾期12天」：向借款人以外的人透露欠款，可能违反《个人信息保护法》第十条；不符合国家标准 GB/T 45251-2025；不符合《金融机构个人消费类贷款催收工作指引（试行）》。',
      '「请您代为偿还这笔欠款」：要求没有还款义务的人还款或出面，可能违反《消费金融公司管理办法》；不符合国家标准 GB/T 45251-2025；不符合《金融机构个人消费类贷款催收工作指引（试行）》。',
    ]);
  });

  it('quote the words as they stand, numbers and addresses too', () => {
    const text = '【马上消费金融】李某，再不还钱就弄死你全家，电话15400001234';
    const [item] = accusationsOf(letterOf('police', factsOf(text)));
    expect(item).toContain('「再不还钱就弄死你全家」');
    const quotes = linesOf(letterOf('platform', factsOf(RUDE))).flat();
    expect(quotes.filter(({ kind }) => kind === 'quote')).toEqual([]);
    for (const piece of quotes) if (piece.kind === 'verbatim') expect(RUDE).toContain(piece.text);
  });

  it('are only held against the sender if it is the one that it says it is', () => {
    for (const id of ['platform', 'regulator', 'local_bureau'] as const) {
      for (const input of [RUDE, SUSPICIOUS]) {
        const { blocks } = letterOf(id, factsOf(input));
        const at = blocks.findIndex((block) => block.kind === 'list' && block.style === 'ordered');
        const lead = blocks[at - 1];
        expect(lead?.kind === 'paragraph' && wordsOf(lead.line)).toMatch(/^(?:这条短信如|经核实)确由/);
      }
    }
  });

  it('name a rule for one kind of lender only against that kind', () => {
    const consumerFinance = factsOf(RUDE, { role: 'relative' });
    const bank = registry.platform('icbc') ?? null;
    expect(accusationsOf(letterOf('platform', consumerFinance)).join()).toContain('《消费金融公司管理办法》');
    expect(accusationsOf(letterOf('platform', { ...consumerFinance, platform: bank })).join()).not.toContain('消费金融公司');
  });

  it('before the police are what the police can judge, and nothing else', () => {
    const items = accusationsOf(letterOf('police', factsOf(RUDE, { role: 'relative' })));
    expect(items).toEqual([
      '「再不还就找人弄死你全家」：威胁、恐吓，可能涉及《治安管理处罚法》第五十条第一款第一项，由公安机关判断。',
    ]);
  });

  it('before the cyberspace office are those about personal data', () => {
    const items = accusationsOf(letterOf('cyberspace_office', factsOf(RUDE, { role: 'relative' })));
    expect(items.map((item) => item.slice(0, 14))).toEqual(['「您的亲属李某贷款逾期12天']);
  });

  it('count a message that came after the request to stop, against a lender', () => {
    const stated = '我要求不再联系以后，仍收到这条短信，不符合国家标准 GB/T 45251-2025。';
    const asked = factsOf(RUDE, { role: 'relative', askedToStop: true });
    expect(accusationsOf(letterOf('platform', asked))).toContain(stated);
    expect(accusationsOf(letterOf('platform', { ...asked, platform: registry.platform('cmcc') ?? null }))).not.toContain(stated);
    expect(accusationsOf(letterOf('platform', { ...asked, askedToStop: false }))).not.toContain(stated);
    expect(accusationsOf(letterOf('platform', { ...asked, askedToStop: null }))).not.toContain(stated);
  });

  it('look at the hour that was told after the check', () => {
    const late = { ...factsOf(RUDE), receivedAt: '2026-11-20T22:30' };
    expect(accusationsOf(letterOf('platform', late)).join()).toContain('在晚上10点到早上8点之间联系');
    expect(accusationsOf(letterOf('platform', { ...late, receivedAt: '2026-11-20T21:30' })).join()).not.toContain('晚上10点');
  });

  it('follow who got the message, not who writes: telling the family is a fault towards the borrower', () => {
    const borrower = factsOf('【马上消费金融】李某贷款逾期12天，欠款3280元，请尽快还款。', { role: 'borrower' });
    expect(accusationsOf(letterOf('platform', borrower)).join()).not.toContain('透露欠款');
    expect(accusationsOf(letterOf('platform', { ...borrower, receivedBy: 'family' })).join()).toContain(
      '向借款人以外的人透露欠款',
    );
  });
});

describe('a message that may be a thief’s', () => {
  it.each(LETTERS_TO_INSTITUTIONS)('leaves the letter to %s without any accusation', (id) => {
    for (const role of [null, 'relative', 'borrower'] as const) {
      const letter = letterOf(id, factsOf(SCAM, { role, askedToStop: true }));
      expect(accusationsOf(letter)).toEqual([]);
      expect(sayingOf(letter)).toContain('可能是他人冒充');
      expect(sayingOf(letter)).not.toMatch(/可能违反|不符合|涉及|不合规|威胁|骚扰/);
    }
  });

  it('makes the letter to the platform ask whether the message is theirs', () => {
    for (const input of [SCAM, SUSPICIOUS]) {
      const letter = letterOf('platform', factsOf(input));
      expect(letter.title).toBe('请核实一条短信的函');
      expect(sayingOf(letter)).toContain('说明这条短信是不是贵方或受托方发出的');
    }
  });

  it('keeps the name of the platform out of what the police and the report centre are told, but for the message itself', () => {
    for (const id of ['police', 'spam_report'] as const) {
      const saying = sayingOf(letterOf(id, factsOf(SCAM)));
      expect(saying).not.toContain('京东');
      expect(saying).toContain('短信里写的机构不一定是发送人');
    }
  });
});

describe('every letter', () => {
  const variants = everyLetter();

  it('acknowledges no debt', () => {
    const offenders = variants.filter(({ letter }) => !/不代表承认任何债务|does not acknowledge any debt/.test(sayingOf(letter)));
    expect(offenders.map(({ name }) => name)).toEqual([]);
  });

  it('has requests to tick, evidence to tick, and a place for the signature and the date', () => {
    const offenders = variants.filter(({ letter: { blocks } }) => {
      const ticks = blocks.filter((block) => block.kind === 'list' && block.style === 'ticks');
      return ticks.length < 2 || blocks.at(-1)?.kind !== 'signature';
    });
    expect(offenders.map(({ name }) => name)).toEqual([]);
  });

  it('asks for an answer within 15 days, except before the police', () => {
    const offenders = variants.filter(({ letter }) => letter.id !== 'police' && !/15日内|within 15 days/.test(sayingOf(letter)));
    expect(offenders.map(({ name }) => name)).toEqual([]);
  });

  it('never denies the debt of a borrower, and never lets a relative be taken for one', () => {
    for (const { name, letter } of variants) {
      const saying = sayingOf(letter);
      if (name.includes('borrower')) expect(saying, name).not.toMatch(/我不是借款人|没有借|不用还|not the borrower/);
      if (name.includes('relative')) expect(saying, name).not.toMatch(/我是借款人|I am the borrower/);
    }
  });

  it('says whose side the writer is on when that is known', () => {
    for (const id of LETTERS_TO_INSTITUTIONS) {
      expect(sayingOf(letterOf(id, factsOf(RUDE, { role: 'relative' })))).toContain('我不是借款人，也未提供担保。');
      const borrower = sayingOf(letterOf(id, factsOf(RUDE, { role: 'borrower' })));
      expect(borrower).toContain('我是借款人。');
      expect(borrower).toContain('不是拒绝还款。');
    }
  });

  it('asks for no identity number, card number or address', () => {
    const labels = variants.flatMap(({ letter }) => blanksIn(letter.blocks));
    expect(labels.filter((label) => /身份证|银行卡|住址|identity|card number|home/i.test(label))).toEqual([]);
  });

  it('leaves no hole and no placeholder in what it says', () => {
    for (const { name, letter } of variants) {
      const all = [
        sayingOf(letter),
        JSON.stringify(letter.handIn),
        JSON.stringify(letter.around),
        ...blanksIn(letter.blocks),
      ].join('\n');
      // Braces of the JSON around pieces are followed by a quotation mark.
      expect(all, name).not.toMatch(/\{(?!")[a-z_:]|undefined|NaN|：，|，，|；；|（）|\(\)/);
      expect(
        linesOf(letter).filter((line) => line.length === 0),
        name,
      ).toEqual([]);
    }
  });

  it('cites only what the records let it cite, article for article', () => {
    const cites = registry.conduct.rules().map(({ cite, article }) => `${cite.zh}${article?.zh ?? ''}`);
    const cited = variants
      .filter(({ letter }) => letter.language === 'zh')
      .flatMap(({ letter }) => linesOf(letter).map(wordsOf))
      .flatMap((line) => line.match(/《[^》]+》(?:第[一二三四五六七八九十百千]+[条款项](?:之一)?)*|GB\/T \d+-\d+/g) ?? [])
      .map((citation) => (citation.startsWith('GB/T') ? `国家标准 ${citation}` : citation));
    expect(new Set(cited).size).toBeGreaterThan(8);
    expect([...new Set(cited)].filter((citation) => !cites.includes(citation))).toEqual([]);
  });
});

it('never throws on a text, a sender or a time, and keeps every one of them out of its own sentences', () => {
  const hostile = fc
    .oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 300 }))
    .map((text) => `${MARK}${text}${MARK}`);
  fc.assert(
    fc.property(hostile, hostile, hostile, fc.constantFrom(...LETTERS), (text, sender, receivedAt, id) => {
      const letter = letterOf(id, factsOf({ text: `${RUDE}${text}`, sender }, { receivedAt }));
      const own = linesOf(letter)
        .flat()
        .filter(({ kind }) => kind !== 'verbatim');
      expect(JSON.stringify([own, letter.title, letter.handIn, letter.around])).not.toContain(MARK);
      expect(
        blocksOf(letter, 'verbatim')
          .map((block) => block.text)
          .join(),
      ).toContain(MARK);
      expect(blocksOf(letter, 'verbatim').every((block) => !/[\p{Cc}\p{Cf}]/u.test(block.text.replaceAll('\n', '')))).toBe(true);
    }),
    { numRuns: 60 },
  );
});
