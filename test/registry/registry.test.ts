import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/notice/fold.js';
import { recordedRegistry } from '../recorded-registry.js';

const registry = recordedRegistry();

describe('whose a host is', () => {
  it.each([
    ['jd.com', 'official'],
    ['a.b.jd.com', 'official'],
    ['3.cn', 'official'],
    ['t.cn', 'generic_shortener'],
    ['some-office.gov.cn', 'restricted_suffix'],
    ['notjd.com', 'not_on_record'],
    ['jd.com.cn-kf.top', 'not_on_record'],
    ['com', 'not_on_record'],
  ])('%s: %s', (host, kind) => {
    const standing = registry.host(host).kind;
    expect(kind === 'official' ? ['official', 'official_short'] : [kind]).toContain(standing);
  });
});

describe('whose a number is', () => {
  it('knows the holder of a hotline', () => {
    expect(registry.number('95555').contacts[0]?.platformId).toBe('cmb');
  });

  it('keeps a retired number, behind the current ones', () => {
    const retired = registry
      .platforms()
      .flatMap(({ contacts }) => contacts.filter(({ kind, status }) => kind === 'phone' && status === 'old'));
    expect(retired.length).toBeGreaterThan(0);
    for (const contact of retired) expect(registry.number(contact.key).contacts.at(-1)?.status).toBe('old');
  });

  it('says nothing of a number that nobody holds', () => {
    expect(registry.number('15412345678')).toEqual({ contacts: [], reportedFake: null, holder: null });
  });

  it('matches a 106 port by the longest listed prefix', () => {
    const [port] = registry.platforms().flatMap(({ contacts }) => contacts.filter(({ kind }) => kind === 'sms_port'));
    expect(registry.smsPort(`${port?.key}77`)?.key).toBe(port?.key);
    expect(registry.smsPort('10600000000')).toBeNull();
  });
});

describe('names in a text', () => {
  const namesIn = (text: string) => registry.lexical(foldText(text)).names.map(({ platformId }) => platformId);

  it('takes the longest name at a place', () => {
    expect(namesIn('请联系京东金融办理')).toEqual(['jd-finance']);
  });

  it('reads traditional characters and spaces between them', () => {
    expect(namesIn('招商銀行 與 建 设 银 行')).toEqual(['cmb', 'ccb']);
  });

  it('does not find a Latin name inside another word', () => {
    expect(namesIn('the ICBCX app')).toEqual([]);
    expect(namesIn('the ICBC app')).toEqual(['icbc']);
  });

  it('does not take a street for a shop', () => {
    expect(namesIn('门店在南京东路')).toEqual([]);
  });
});

describe('families', () => {
  it('share their contacts, their own first', () => {
    expect(registry.sameFamily('huabei', 'alipay')).toBe(true);
    expect(registry.sameFamily('huabei', 'jd')).toBe(false);
    expect(registry.familyContacts('huabei').some(({ platformId }) => platformId === 'alipay')).toBe(true);
  });

  it('show a main number only when readers may see it', () => {
    for (const { id } of registry.platforms()) {
      const contact = registry.mainContact(id, 'phone');
      if (contact) expect([contact.tier, contact.status]).not.toEqual(expect.arrayContaining(['unverified']));
    }
  });
});

describe('words', () => {
  it('tell which groups a text holds, how many, and where', () => {
    const words = registry.lexical(foldText('尊敬的客户，您的借款已逾期，逾期将影响征信')).words;
    expect(words.has('salutation')).toBe(true);
    expect(words.has('question')).toBe(false);
    expect(words.count('debt')).toBeGreaterThanOrEqual(3);
    const [first] = words.spans('salutation');
    expect(first?.start).toBe(0);
  });
});
