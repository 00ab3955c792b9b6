import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, parseDocument } from 'yaml';
import type { z } from 'zod';
import { findNumberingProblems } from '../../src/registry/check-numbering.js';
import { compileNumbering, createNumberingPlan } from '../../src/registry/numbering.js';
import {
  areaCodesFile,
  licencesFile,
  mobilePrefixesFile,
  numberingFile,
  platformRecord,
  reportedFakesFile,
  type SourceRecord,
  serviceCodesFile,
  shortLinksFile,
} from '../../src/registry/records.js';

const text = (path: string): string => readFileSync(`data/${path}.yaml`, 'utf8');
const load = <Schema extends z.ZodType>(path: string, schema: Schema): z.infer<Schema> => schema.parse(parse(text(path)));

const plan = load('numbering/plan', numberingFile);
const mobilePrefixes = load('numbering/mobile-prefixes', mobilePrefixesFile);
const areaCodes = load('numbering/area-codes', areaCodesFile);
const serviceCodes = load('numbering/service-codes', serviceCodesFile);
const shortLinks = load('lists/short-links', shortLinksFile);
const fakes = load('lists/reported-fakes', reportedFakesFile);
const licences = load('lists/consumer-finance-licences', licencesFile);

const FILES = {
  'numbering/plan': { sources: plan.sources, facts: plan.rules },
  'numbering/mobile-prefixes': { sources: mobilePrefixes.sources, facts: mobilePrefixes.entries },
  'numbering/area-codes': { sources: areaCodes.sources, facts: areaCodes.entries },
  'numbering/service-codes': { sources: serviceCodes.sources, facts: serviceCodes.entries },
  'lists/short-links': { sources: shortLinks.sources, facts: shortLinks.entries },
  'lists/reported-fakes': { sources: fakes.sources, facts: fakes.entries },
  'lists/consumer-finance-licences': { sources: licences.sources, facts: licences.entries },
} as const;

const sourcesOf = Object.entries(FILES).flatMap(([file, { sources }]) =>
  Object.entries(sources).map(([id, source]): [file: string, id: string, source: SourceRecord] => [file, id, source]),
);
const contacts = readdirSync('data/platforms')
  .filter((file) => file.endsWith('.yaml'))
  .flatMap((file) => platformRecord.parse(parse(readFileSync(`data/platforms/${file}`, 'utf8'))).contacts);

const repeated = (values: readonly string[]): string[] => values.filter((value, at) => values.indexOf(value) !== at);

describe('numbering data', () => {
  it('agrees with itself: plain patterns, no repeats, every listed number read by the rules as its list says', () => {
    expect(findNumberingProblems({ plan, mobilePrefixes, areaCodes, serviceCodes })).toEqual([]);
  });

  it('compiles every pattern, and each fits some number that no earlier rule takes', () => {
    const patterns = plan.rules.map(({ pattern }) => new RegExp(pattern));
    const reached = new Set<number>();
    for (const sample of samples()) reached.add(patterns.findIndex((pattern) => pattern.test(sample)));
    expect(plan.rules.filter((_, at) => !reached.has(at)).map(({ id }) => id)).toEqual([]);
  });

  it('lists no prefix inside another: each number finds one operator', () => {
    const byPrefix = new Map(mobilePrefixes.entries.map((entry) => [entry.prefix, entry] as const));
    const inside = mobilePrefixes.entries.filter(({ prefix }) =>
      [...prefix].some((_, length) => length >= 3 && byPrefix.has(prefix.slice(0, length))),
    );
    expect(inside.map(({ prefix }) => prefix)).toEqual([]);
  });

  it('names four operators of public numbers and no more', () => {
    const operators = new Set(mobilePrefixes.entries.filter(({ type }) => type === 'public').map(({ operator }) => operator));
    expect([...operators].sort()).toEqual(['中国广电', '中国电信', '中国移动', '中国联通'].sort());
  });

  it('names a municipality once and any other place with its province', () => {
    const plans = createNumberingPlan(compileNumbering({ plan, mobilePrefixes, areaCodes, serviceCodes }));
    const places = ['01080000000', '02180000000', '02080000000', '075580000000', '057180000000'].map(
      (number) => plans.classifySender(number).area,
    );
    expect(places).toEqual(['北京市', '上海市', '广东省广州市', '广东省深圳市', '浙江省杭州市']);
  });
});

/** Every number of up to six digits, and longer ones of each beginning. */
function* samples(): Generator<string> {
  for (let value = 0; value < 1_000_000; value += 1) yield String(value);
  for (let start = 100; start < 1000; start += 1) {
    for (let length = 7; length <= 14; length += 1) yield String(start).padEnd(length, '1');
  }
  yield* [
    '1064111111111',
    '1410111111111',
    '1440111111111',
    '10691111',
    '10101111',
    '12110111',
    '1253011',
    '01011111111',
    '121231',
    '123681',
  ];
}

describe('sources of numbering data and lists', () => {
  it('are all named where they are used', () => {
    const offenders = Object.entries(FILES).flatMap(([file, { sources, facts }]) =>
      facts.flatMap((fact) => fact.sources.filter((id) => !(id in sources)).map((id) => `${file}: ${id}`)),
    );
    expect(offenders).toEqual([]);
  });

  it('are all used, each listed once', () => {
    const unused = Object.entries(FILES).flatMap(([file, { sources, facts }]) => {
      const used = new Set(facts.flatMap((fact) => fact.sources));
      return Object.keys(sources)
        .filter((id) => !used.has(id))
        .map((id) => `${file}: ${id}`);
    });
    expect(unused).toEqual([]);
    const twice = Object.keys(FILES).flatMap((file) =>
      repeated(sourcesOf.filter(([name, , { url }]) => name === file && url).map(([, , { url }]) => `${file}: ${url}`)),
    );
    expect(twice).toEqual([]);
  });

  it('show no code whose place is unknown and no page of the forum kind', () => {
    const shown = sourcesOf.filter(([, , { shown }]) => shown);
    expect(
      shown.filter(([, , { kind, url }]) => kind === 'forum' || (kind === 'code' && !url)).map(([file, id]) => `${file}: ${id}`),
    ).toEqual([]);
  });

  it('hold no fact that was confirmed by a single unnamed list', () => {
    const weak = Object.entries(FILES).flatMap(([file, { sources, facts }]) =>
      facts
        .filter((fact) => 'tier' in fact && fact.tier === 'confirmed' && fact.sources.length === 1)
        .filter((fact) => !sources[fact.sources[0] ?? '']?.url)
        .map((fact) => `${file}: ${JSON.stringify(fact)}`),
    );
    expect(weak).toEqual([]);
  });
});

describe('records that lists refer to', () => {
  it('exist', () => {
    const named = [...serviceCodes.entries, ...shortLinks.entries, ...licences.entries].flatMap(({ platform }) => platform ?? []);
    expect(named.filter((id) => !existsSync(`data/platforms/${id}.yaml`))).toEqual([]);
  });
});

describe('short links', () => {
  it('list each host once', () => {
    expect(repeated(shortLinks.entries.map(({ host }) => host))).toEqual([]);
  });

  it('call owned only what a record owns, and by more than hearsay', () => {
    const offenders = shortLinks.entries.filter(
      ({ kind, platform, tier }) => kind === 'owned' && (!platform || tier === 'unverified'),
    );
    expect(offenders.map(({ host }) => host)).toEqual([]);
  });
});

describe('reported fakes', () => {
  const valuesOf = (kind: 'phone' | 'host') => fakes.entries.filter((entry) => entry.kind === kind).map(({ value }) => value);

  it('never hold a number or a host of a record: a forged caller id does not make the number bad', () => {
    const official = new Set(
      contacts.filter(({ status }) => status === 'current').map(({ value }) => value.replace(/[-\s]/g, '').toLowerCase()),
    );
    expect([...valuesOf('phone'), ...valuesOf('host')].filter((value) => official.has(value))).toEqual([]);
  });

  it('never hold a service code, a 400 number or a 106 port', () => {
    const plans = createNumberingPlan(compileNumbering({ plan, mobilePrefixes, areaCodes, serviceCodes }));
    const shared = new Set(['bank_or_service_code', 'public_service', 'service_400_800', 'sms_port_106']);
    expect(valuesOf('phone').filter((value) => shared.has(plans.classifySender(value).class))).toEqual([]);
  });

  it('call nothing proven on the word of a page that is not shown', () => {
    const offenders = fakes.entries.filter(
      ({ standing, sources }) => standing === 'proven' && !sources.some((id) => fakes.sources[id]?.shown),
    );
    expect(offenders.map(({ value }) => value)).toEqual([]);
  });
});

describe('consumer-finance licences', () => {
  it('hold the 31 companies, each with its own code and record', () => {
    expect(licences.entries).toHaveLength(31);
    expect(repeated(licences.entries.flatMap(({ code }) => code ?? []))).toEqual([]);
    expect(repeated(licences.entries.map(({ platform }) => platform))).toEqual([]);
  });

  it('give no name to two companies', () => {
    expect(repeated(licences.entries.flatMap(({ name, short_names }) => [name, ...short_names]))).toEqual([]);
  });
});

describe('quoting', () => {
  it('leaves no bare number but the lengths of local and mobile numbers', () => {
    const bare = Object.keys(FILES).flatMap((file) => {
      const found: string[] = [];
      const walk = (value: unknown, path: string): void => {
        if (typeof value === 'number' && !/(?:local_digits\.\d|length)$/.test(path)) found.push(`${file}: ${path}: ${value}`);
        else if (typeof value === 'object' && value !== null) {
          for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
        }
      };
      walk(parseDocument(text(file)).toJS(), '');
      return found;
    });
    expect(bare).toEqual([]);
  });
});
