import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { NumberClass } from '../../src/notice/types.js';
import { findNumberingProblems } from '../../src/registry/check-numbering.js';
import { compileNumbering, createNumberingPlan, type NumberingFiles } from '../../src/registry/numbering.js';
import { areaCodesFile, mobilePrefixesFile, numberingFile, serviceCodesFile } from '../../src/registry/records.js';

const file = (name: string): unknown => parse(readFileSync(`data/numbering/${name}.yaml`, 'utf8'));
const files: NumberingFiles = {
  plan: numberingFile.parse(file('plan')),
  mobilePrefixes: mobilePrefixesFile.parse(file('mobile-prefixes')),
  areaCodes: areaCodesFile.parse(file('area-codes')),
  serviceCodes: serviceCodesFile.parse(file('service-codes')),
};
const data = compileNumbering(files);
const plan = createNumberingPlan(data);
const SEED = { seed: 20261121, numRuns: 500 };

/** Every sender whose class is not the expected one, so that one failure shows them all. */
function misread(expected: NumberClass, senders: readonly string[]): string[] {
  return senders
    .map((sender) => [sender, plan.classifySender(sender).class] as const)
    .filter(([, found]) => found !== expected)
    .map(([sender, found]) => `${sender}: ${found}`);
}

const mobile = fc.integer({ min: 0, max: 99_999_999 }).map((tail) => `154${String(tail).padStart(8, '0')}`);

describe('a sender within the country', () => {
  it('knows nationwide service codes of five and six digits and their subcodes', () => {
    expect(misread('bank_or_service_code', ['95500', '95999', '956999', '952999', '951999', '9558899', '95588999'])).toEqual([]);
  });

  it('knows provincial 96 codes, national 1010 lines and the codes of carriers and the post', () => {
    const senders = [
      '96999',
      '969999',
      '10109999',
      '10010',
      '1001099',
      '1008600000',
      '10199',
      '116114',
      '118114',
      '11183',
      '114',
    ];
    expect(misread('bank_or_service_code', senders)).toEqual([]);
  });

  it('knows emergency and government numbers', () => {
    expect(misread('public_service', ['110', '119', '120', '122', '12345', '12399', '96110', '121233300', '12110755'])).toEqual(
      [],
    );
  });

  it('does not take a carrier number that starts with 12 for a government number', () => {
    expect(misread('bank_or_service_code', ['12530', '12580'])).toEqual([]);
  });

  it('knows 106 ports of every length up to 20 digits, and no shorter than five', () => {
    expect(misread('sms_port_106', ['10690', '10690000', '106900000000', '1065000000000000', '10690000000000000000'])).toEqual(
      [],
    );
    expect(misread('invalid', ['106', '1069', '106900000000000000000'])).toEqual([]);
  });

  it('tells an IoT card of 13 digits from a port that begins alike', () => {
    expect(misread('iot', ['1440500000000', '1410000000000', '1465000000000', '1489999999999', '1064700000000'])).toEqual([]);
    expect(misread('sms_port_106', ['106470000000', '10647000000000'])).toEqual([]);
  });

  it('knows 400 and 800 numbers of exactly ten digits', () => {
    expect(misread('service_400_800', ['4000000123', '400-000-0123', '400 0000 123', '8000000123'])).toEqual([]);
    expect(misread('invalid', ['400000', '400000012', '40000001234'])).toEqual([]);
  });

  it('tells numbers of resold networks from the three networks and broadcast', () => {
    expect(
      misread('virtual_operator_mobile', ['16200000154', '16500000154', '16700000154', '17000000154', '17100000154']),
    ).toEqual([]);
    expect(misread('mobile', ['15400000000', '19200000154', '17400000154', '14500000154'])).toEqual([]);
  });

  it('names the operator that a prefix was given to, by the longest prefix', () => {
    expect(plan.classifySender('19200000154').operator).toBe('中国广电');
    expect(plan.classifySender('13400000154').operator).toBe('中国移动');
    expect(plan.classifySender('13490000154').operator).toBe('中国电信');
    expect(plan.classifySender('15400000000').operator).toBeUndefined();
  });

  it('leaves out an operator that no source confirms', () => {
    expect(plan.classifySender('1064600000000')).toEqual({ class: 'iot', national: '1064600000000', prefix: null });
  });

  it('calls invalid what no rule explains', () => {
    expect(
      misread('invalid', ['0', '9', '95', '9559', '9558888888', '1540000000', '154000000000', '12345678', '1010999', '101', '']),
    ).toEqual([]);
  });
});

describe('a number with an area code', () => {
  it('reads a landline with its place, however it is spelled', () => {
    for (const spelled of [
      '0755-80000000',
      '(0755)80000000',
      '075580000000',
      '0755 8000 0000',
      '+86 755 80000000',
      '86-0755-80000000',
    ]) {
      expect({ spelled, ...plan.classifySender(spelled) }).toMatchObject({
        class: 'landline',
        national: '075580000000',
        area: '广东省深圳市',
      });
    }
  });

  it('drops the extension of a landline', () => {
    expect(plan.classifySender('010-80000000转802').national).toBe('01080000000');
  });

  it('calls a landline of the wrong length, or of a place that does not exist, invalid', () => {
    expect(misread('invalid', ['0755-8000000', '0750-80000000', '0755-800000000', '0123-80000000', '0123-8000000'])).toEqual([]);
  });

  it('accepts both lengths where a place has both', () => {
    expect(misread('landline', ['0851-8000000', '0851-80000000'])).toEqual([]);
  });

  it('keeps the area code apart from a service code that it stands before', () => {
    expect(plan.classifySender('0755-95599')).toMatchObject({
      class: 'bank_or_service_code',
      national: '95599',
      areaCode: '0755',
    });
    expect(plan.classifySender('02096110')).toMatchObject({ class: 'public_service', national: '96110', areaCode: '020' });
    expect(plan.classifySender('010-12345')).toMatchObject({ class: 'public_service', national: '12345', areaCode: '010' });
  });

  it('reads a mobile with the old trunk zero as the mobile', () => {
    expect(plan.classifySender('015400000000')).toMatchObject({ class: 'mobile', national: '15400000000' });
  });

  it('takes local digits without an area code for a landline somewhere', () => {
    expect(plan.classifySender('80000000')).toEqual({ class: 'landline', national: '80000000', prefix: null });
  });
});

describe('a prefix of mainland China', () => {
  it('does not change what a mobile is or how it is identified', () => {
    fc.assert(
      fc.property(mobile, fc.constantFrom('+86', '0086', '86', '+86 ', '+86-', '0086-', '(+86)', '＋８６'), (number, prefix) => {
        expect(plan.classifySender(prefix + number).class).toBe('mobile');
        expect(plan.classifySender(prefix + number).national).toBe(plan.classifySender(number).national);
      }),
      SEED,
    );
  });

  it('is remembered, so that a check can be mild about +86, which phones add by themselves', () => {
    expect(plan.classifySender('+8615400000000').prefix).toBe('+86');
    expect(plan.classifySender('0086 154 0000 0000').prefix).toBe('0086');
    expect(plan.classifySender('15400000000').prefix).toBeNull();
  });

  it('is a forged shape before a number that is dialled at home only', () => {
    expect(
      misread('spoofed_prefix', [
        '+8695599',
        '008695599',
        '+86 955-99',
        '+8610086',
        '+8612381',
        '+86110',
        '+864000000123',
        '8695599',
      ]),
    ).toEqual([]);
    expect(plan.classifySender('+8695599')).toEqual({ class: 'spoofed_prefix', national: '95599', prefix: '+86' });
  });

  it('is harmless before a 106 port and before an IoT card', () => {
    expect(misread('sms_port_106', ['+8610690000000', '+86 1069 0000 000', '008610690000000'])).toEqual([]);
    expect(misread('iot', ['+861440500000000'])).toEqual([]);
  });

  it('tells a landline of Beijing from a 106 port by where the separator stands', () => {
    expect(plan.classifySender('+86 10 6000 0000')).toMatchObject({ class: 'landline', national: '01060000000' });
    expect(plan.classifySender('+86 1060 000000').class).toBe('sms_port_106');
  });
});

describe('an international prefix', () => {
  it('is a forged shape before a service code', () => {
    expect(
      misread('spoofed_prefix', ['+95599', '0095599', '+10086', '+1008600', '0012345', '+110', '+4000000123', '+96999']),
    ).toEqual([]);
  });

  it('is a forged shape when both spellings stand together, or before a trunk zero', () => {
    expect(misread('spoofed_prefix', ['+0095599', '+008615400000000', '+0085210000000', '+075580000000'])).toEqual([]);
    expect(plan.classifySender('+0095599')).toMatchObject({ national: '95599', prefix: '+00' });
    expect(plan.classifySender('+008615400000000').national).toBe('15400000000');
  });

  it('names the country of a number from abroad', () => {
    const countries = [
      '+85210000000',
      '00852 1000 0000',
      '+1 416-555-0199',
      '001 (416) 555-0199',
      '+44 20 7946 0018',
      '0044 7700 900123',
    ].map((sender) => plan.classifySender(sender).area);
    expect(countries).toEqual(['HK', 'HK', 'CA', 'CA', 'GB', 'GB']);
  });

  it('says overseas of a number that its country does not have: callers can show any digits', () => {
    expect(plan.classifySender('+8539120000000')).toEqual({
      class: 'overseas',
      national: '8539120000000',
      prefix: '+',
      area: 'MO',
    });
  });

  it('may be missing when the digits fit another country and nothing at home', () => {
    expect(plan.classifySender('442079460018')).toEqual({
      class: 'overseas',
      national: '442079460018',
      prefix: null,
      area: 'GB',
    });
  });
});

describe('a sender that is no number', () => {
  it('knows e-mail addresses, also those that look like a number', () => {
    expect(misread('email', ['loan@mail.example', '+8615400000000@mail.example', '95599@bank.example'])).toEqual([]);
  });

  it('knows names, and digits with a letter among them', () => {
    expect(misread('alphanumeric', ['BANK95599', 'Sample', 'l0010', '1OO10', '样例银行', '1540000000a', '样例10086'])).toEqual(
      [],
    );
  });

  it('calls signs and emptiness invalid', () => {
    expect(misread('invalid', ['', '  ', '+', '---', '😀', '+86', '00'])).toEqual([]);
  });

  it('reads a masked number by its shape and keeps the mask', () => {
    expect(plan.classifySender('154****0000')).toMatchObject({ class: 'mobile', national: '154****0000' });
    expect(plan.classifySender('1069xxxx5599')).toMatchObject({ class: 'sms_port_106', national: '1069****5599' });
  });

  it('never throws, and always gives digits, mask or nothing as the number', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({
        unit: fc.constantFrom('0', '8', '6', '1', '5', '9', '+', '-', ' ', '*', '（', '转', '＋', '８'),
        maxLength: 30,
      }),
    );
    fc.assert(
      fc.property(hostile, (sender) => {
        expect(plan.classifySender(sender).national).toMatch(/^[\d*]*$/);
      }),
      { ...SEED, numRuns: 2000 },
    );
  });

  it('reads a very long sender in time that grows with its length only', () => {
    const started = performance.now();
    for (const unit of ['9', '0', '+', '(', '-', '1 ', 'a@', '955*', '转1']) plan.classifySender(unit.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('digits in running text', () => {
  it('reads the numbers that people dial', () => {
    const classes = [
      '95599',
      '15400000000',
      '4000000123',
      '075580000000',
      '10690000000',
      '110',
      '96110',
      '1008600',
      '10109999',
    ].map((digits) => plan.classifyInText(digits)?.class);
    expect(classes).toEqual([
      'bank_or_service_code',
      'mobile',
      'service_400_800',
      'landline',
      'sms_port_106',
      'public_service',
      'public_service',
      'bank_or_service_code',
      'bank_or_service_code',
    ]);
  });

  it('keeps the prefix as it is written', () => {
    expect(plan.classifyInText('008615421190003')).toEqual({ class: 'mobile', national: '15421190003', prefix: '0086' });
    expect(plan.classifyInText('+95599')).toEqual({ class: 'spoofed_prefix', national: '95599', prefix: '+' });
    expect(plan.classifyInText('+85210000000')).toMatchObject({ class: 'overseas', area: 'HK' });
  });

  it('leaves amounts, dates, order and account numbers, and bare local numbers alone', () => {
    const noise = [
      '5000',
      '20261121',
      '202611211230',
      '80000000',
      '6200000000000000000',
      '1000000',
      '10600',
      '442079460018',
      '0012345678',
      '0012345',
      '86202611211230',
      '1540000000',
      '000000',
      '1700000015400',
      '',
      '+',
      'abc',
      '12a45',
    ];
    expect(noise.filter((digits) => plan.classifyInText(digits) !== null)).toEqual([]);
  });

  it('never throws and never reads what a sender could not be', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+?\d{0,24}$/), (candidate) => {
        const inText = plan.classifyInText(candidate);
        expect(inText === null || plan.classifySender(candidate).class === inText.class).toBe(true);
      }),
      { ...SEED, numRuns: 2000 },
    );
  });
});

describe('bad numbering data', () => {
  const withRule = (pattern: string): NumberingFiles => ({
    ...files,
    plan: { ...files.plan, rules: files.plan.rules.map((rule) => (rule.id === 'national-95' ? { ...rule, pattern } : rule)) },
  });

  it('names a pattern that is not plain enough to be linear', () => {
    for (const pattern of ['^9(?:5\\d+)+$', '^95\\d*$', '^95(\\d{3})$', '^95\\d{3,}$', '^95.{3}$', '^(?=95)\\d{5}$']) {
      expect(findNumberingProblems(withRule(pattern)).map(({ message }) => message)).toEqual([expect.stringContaining(pattern)]);
    }
  });

  it('names a source, a repeat and a contradiction between lists and rules', () => {
    const [prefix] = files.mobilePrefixes.entries;
    const [rule] = files.plan.rules;
    if (!prefix || !rule) throw new Error('the files are empty');
    expect(
      findNumberingProblems({
        ...files,
        plan: { ...files.plan, rules: [...files.plan.rules, { ...rule, id: 'new', sources: ['hearsay'] }] },
      }),
    ).toEqual([
      {
        file: 'data/numbering/plan.yaml',
        field: `rules[${files.plan.rules.length}].sources`,
        message: "'hearsay' is not in sources",
      },
    ]);
    expect(findNumberingProblems({ ...files, mobilePrefixes: { ...files.mobilePrefixes, entries: [prefix, prefix] } })).toEqual([
      { file: 'data/numbering/mobile-prefixes.yaml', field: 'entries[1].prefix', message: `${prefix.prefix} is listed twice` },
    ]);
    const virtual = { ...prefix, prefix: '154', type: 'virtual' as const, length: 11 };
    expect(findNumberingProblems({ ...files, mobilePrefixes: { ...files.mobilePrefixes, entries: [virtual] } })).toEqual([
      {
        file: 'data/numbering/mobile-prefixes.yaml',
        field: 'entries[0].prefix',
        message: 'the rules read 15455555555 as mobile; here it is virtual_operator_mobile',
      },
    ]);
  });
});
