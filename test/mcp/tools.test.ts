import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { BINDING_LEVELS } from '../../src/registry/conduct-records.js';
import { CONDUCT_TOPICS } from '../../src/registry/vocabulary.js';
import { connectInMemory } from './in-memory.js';

let client: Client;
beforeAll(async () => {
  client = await connectInMemory();
});

async function ask<Told>(name: string, args: Record<string, unknown>): Promise<Told & { words: string }> {
  const { structuredContent, content } = await client.callTool({ name, arguments: args });
  const [part] = content as { text: string }[];
  return { ...(structuredContent as Told), words: part?.text ?? '' };
}

interface Rules {
  readonly pass_on: string[];
  readonly breaches: {
    topic: string;
    name: string;
    quote: string | null;
    rules: { say: string; binding_level: (typeof BINDING_LEVELS)[number]; tier: string; judged_by_police: boolean }[];
  }[];
}

describe.each(['zh', 'en'] as const)('conduct_rules in %s', (lang) => {
  it.each(CONDUCT_TOPICS)('tells rules about %s, the most binding first and none that may not be named', async (topic) => {
    const { breaches, words } = await ask<Rules>('conduct_rules', { topic, lang });
    const [{ name = '', rules = [] } = {}] = breaches;
    const levels = rules.map(({ binding_level }) => BINDING_LEVELS.indexOf(binding_level));
    expect(rules.length).toBeGreaterThan(0);
    expect(levels).toEqual([...levels].sort((a, b) => a - b));
    for (const { say, tier, binding_level, judged_by_police } of rules) {
      expect(words).toContain(say);
      expect(tier).not.toBe('unverified');
      expect(['law', 'admin_regulation', 'dept_rule', 'recommended_standard', 'self_regulatory']).toContain(binding_level);
      expect(/公安机关|police/.test(say)).toBe(judged_by_police);
    }
    expect(words).toContain(name);
  });
});

describe('conduct_rules for a message', () => {
  const RUDE = '【京东金融】张女士，您弟弟欠款不还，再不处理就让你们全家出名，去你们单位找领导！';

  it('quotes the words that each breach rests on, and says that this tells nothing of whether it is genuine', async () => {
    const { breaches, pass_on } = await ask<Rules>('conduct_rules', { text: RUDE, role: 'relative', lang: 'en' });
    expect(breaches.map(({ topic }) => topic)).toEqual(expect.arrayContaining(['threat', 'third_party_disclosure']));
    for (const { quote } of breaches) if (quote !== null) expect(RUDE).toContain(quote.replace(/…/g, '').trim());
    expect(pass_on[0]).toMatch(/Whether it is genuine, they do not tell/);
  });

  it('narrows to a topic, and says what finding nothing does not mean', async () => {
    const { breaches } = await ask<Rules>('conduct_rules', { text: RUDE, topic: 'threat' });
    expect(breaches.map(({ topic }) => topic)).toEqual(['threat']);
    const none = await ask<Rules>('conduct_rules', { text: '【样例银行】您的账单已出，请登录官方App查看。' });
    expect(none).toMatchObject({ breaches: [], pass_on: [expect.stringContaining('不说明短信是真的'), expect.any(String)] });
  });
});

interface Letter {
  readonly fits: string[];
  readonly pass_on: string[];
  readonly letter: string;
  readonly hand_in: string[];
}

describe('complaint_letter', () => {
  const TEXT = '【京东金融】您的亲属李某白条已严重逾期，请转告其今日还款，否则联系单位。';

  it('leaves blanks for what was not said', async () => {
    const { letter, hand_in } = await ask<Letter>('complaint_letter', { text: TEXT, to: 'platform' });
    expect(letter).toContain('＿＿＿＿＿＿');
    expect(letter).toContain('您的亲属李某白条已严重逾期');
    expect(hand_in.join('\n')).toMatch(/95118.*来源.*核对于/);
  });

  it('takes what was said', async () => {
    const facts = {
      received_at: '2026-11-20T22:30',
      sender: '15400001111',
      role: 'relative',
      received_by: 'self',
      asked_to_stop: true,
    };
    const { letter } = await ask<Letter>('complaint_letter', { text: TEXT, to: 'regulator', facts });
    expect(letter).toContain('2026年11月20日 22:30');
    expect(letter).toContain('154·0000·1111');
  });

  it('says so when another letter fits better', async () => {
    const fake = '【京东金融】您的账户异常，点击 jd-huanqing.top 处理，或加专员微信 jdzy8866';
    const { fits, pass_on } = await ask<Letter>('complaint_letter', { text: fake, to: 'regulator', lang: 'en' });
    expect(fits[0]).toBe('police');
    expect(pass_on[0]).toMatch(/Another letter fits/);
    expect((await ask<Letter>('complaint_letter', { text: fake, to: 'police' })).pass_on).toHaveLength(1);
  });
});

interface Found {
  readonly guess: boolean;
  readonly on_record: { name: string; in_use: boolean; replaced_by: string | null }[];
  readonly official_contacts: { number: string }[];
  readonly pass_on: string[];
}

describe('lookup_contact', () => {
  it('gives no number to call when several institutions may be meant', async () => {
    expect(await ask<Found>('lookup_contact', { query: '农商银行' })).toMatchObject({ guess: true, official_contacts: [] });
  });

  it('says that a number on nobody’s record is neither good nor bad', async () => {
    const { on_record, words } = await ask<Found>('lookup_contact', { query: '15400001234' });
    expect(on_record).toEqual([]);
    expect(words).toContain('154·0000·1234');
    expect(words).not.toContain('15400001234');
  });
});
