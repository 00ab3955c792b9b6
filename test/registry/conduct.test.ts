import { describe, expect, it } from 'vitest';
import { checkConduct } from '../../src/registry/check-conduct.js';
import {
  type ConductIndex,
  type ConductRecords,
  citationStrength,
  compileConduct,
  createConductIndex,
} from '../../src/registry/conduct.js';
import { conductInstrument, conductPhrasesFile, MARKERS } from '../../src/registry/conduct-records.js';
import { formatProblem } from '../../src/registry/data-error.js';

const SOURCE = { title: '样例法全文', url: 'https://law.example/full', kind: 'law', seen: '2026-08-01' };
const HIDDEN = { title: '转载页', url: 'https://copy.example/a', kind: 'forum', shown: false, seen: '2026-08-01' };

const instrument = (changes: object = {}, rule: object = {}) => ({
  id: 'sample-law',
  instrument: '样例法',
  cite: { zh: '《样例法》', en: 'the Sample Law' },
  issuer: '样例机关',
  effective: '2026-01-01',
  status: 'in_force',
  binding_level: 'law',
  rules: [
    {
      id: 'sample-1',
      article: { zh: '第一条', en: 'Article 1' },
      topics: ['threat', 'contact_hours'],
      quotation: '不得威胁。',
      summary: { zh: '不能威胁人。', en: 'No threats.' },
      tier: 'confirmed',
      sources: ['full'],
      checked: '2026-08-01',
      ...rule,
    },
  ],
  sources: { full: SOURCE, copy: HIDDEN },
  ...changes,
});

const group = (id: string, anyOf: unknown[], more: object = {}) => ({
  id,
  means: { zh: '样例', en: 'a sample' },
  any_of: anyOf,
  rules: ['sample-1'],
  examples: { breach: ['样例一', '样例二'], clean: ['样例三'] },
  ...more,
});

const phrases = (threats: object[], more: object = {}) => ({
  markers: Object.fromEntries(MARKERS.map((name) => [name, { means: name, words: [`词${name}`] }])),
  topics: { threat: threats },
  without_wording: { contact_hours: { means: { zh: '夜里', en: 'by night' }, rules: ['sample-1'] } },
  ...more,
});

const records = (threats: object[], more: object = {}, law: object = instrument()): ConductRecords => ({
  instruments: [conductInstrument.parse(law)],
  phrases: conductPhrasesFile.parse(phrases(threats, more)),
});

const indexOf = (threats: object[]): ConductIndex => createConductIndex(compileConduct(records(threats)));
const found = (index: ConductIndex, text: string): string[] => index.phrasesIn(text).map(({ group: { id } }) => id);

describe('the wordings of a group', () => {
  it('are found as they are written, in any spelling that folds to them', () => {
    const index = indexOf([group('visit', ['上门', 'QQ轰炸'])]);
    expect(found(index, '明天上门')).toEqual(['visit']);
    expect(found(index, 'qq轰炸')).toEqual(['visit']);
    expect(found(index, '上个门')).toEqual([]);
  });

  it('may hold a gap of at most twelve characters, and not across the end of a sentence', () => {
    const index = indexOf([group('tell', ['通知…单位'])]);
    expect(found(index, '通知您的单位')).toEqual(['tell']);
    expect(found(index, `通知${'很'.repeat(12)}单位`)).toEqual(['tell']);
    expect(found(index, `通知${'很'.repeat(13)}单位`)).toEqual([]);
    expect(found(index, '请看通知。单位已搬迁')).toEqual([]);
    expect(found(index, '单位收到通知')).toEqual([]);
  });

  it('may be pairs, each first word with each next one', () => {
    const index = indexOf([group('tell', [{ first: ['通知', '联系'], next: ['单位', '村委'] }])]);
    for (const text of ['通知单位', '联系村委', '通知到村委', '联系您单位']) expect(found(index, text), text).toEqual(['tell']);
    expect(found(index, '单位通知')).toEqual([]);
  });

  it('may narrow the gap of their pairs', () => {
    const index = indexOf([group('tell', [{ first: ['找'], next: ['领导'], within: 2 }])]);
    expect(found(index, '找你领导')).toEqual(['tell']);
    expect(found(index, '找你们三个领导')).toEqual([]);
  });

  it('narrow only the last gap when several words stand before the pair', () => {
    const index = indexOf([group('tell', [{ first: ['把…告诉'], next: ['单位'], within: 2 }])]);
    expect(found(index, '把您的逾期情况告诉您单位')).toEqual(['tell']);
    expect(found(index, '把您的逾期情况告诉所有人的单位')).toEqual([]);
  });

  it('are found when two first words begin at one place and only the longer one reaches', () => {
    const index = indexOf([group('tell', [{ first: ['他', '他儿子'], next: ['老师'], within: 1 }])]);
    expect(found(index, '他儿子的老师')).toEqual(['tell']);
  });

  it('may have several words before the pair', () => {
    const index = indexOf([group('tell', [{ first: ['将…通知'], next: ['单位'] }])]);
    expect(found(index, '我司将于明日通知您的单位')).toEqual(['tell']);
    expect(found(index, '通知您的单位')).toEqual([]);
  });

  it('must all be there when a group asks for several, and none that it excludes', () => {
    const index = indexOf([group('sue', ['起诉'], { with: [['今天', '今晚']], unless: ['协商'] })]);
    expect(found(index, '今晚不还就起诉')).toEqual(['sue']);
    expect(found(index, '将起诉')).toEqual([]);
    expect(found(index, '今晚不还就起诉，可协商')).toEqual([]);
  });

  it('are shown by the longest that stands there', () => {
    const text = '上门，明天带人上门走访';
    const [hit] = indexOf([group('visit', ['上门', '上门走访'])]).phrasesIn(text);
    expect(text.slice(hit?.start, hit?.end)).toBe('上门走访');
  });

  it('come in the order of the records', () => {
    const index = indexOf([group('worse', ['打断腿']), group('visit', ['上门'])]);
    expect(found(index, '上门打断腿')).toEqual(['worse', 'visit']);
  });

  it('of one text leave nothing behind for the next', () => {
    const index = indexOf([group('tell', ['通知…单位'])]);
    expect(found(index, '通知')).toEqual([]);
    expect(found(index, '单位')).toEqual([]);
  });
});

describe('how strongly a rule may be named', () => {
  const strengthOf = (law: object, rule: object = {}) => {
    const [compiled] = compileConduct(records([group('visit', ['上门'])], {}, instrument(law, rule))).rules;
    return compiled && citationStrength(compiled);
  };

  it.each([
    ['law', 'violates'],
    ['admin_regulation', 'violates'],
    ['dept_rule', 'violates'],
    ['recommended_standard', 'departs_from'],
    ['self_regulatory', 'departs_from'],
    ['judicial_interpretation', null],
    ['normative_doc', null],
    ['local_rule', null],
    ['official_policy', null],
    ['official_tip', null],
    ['case', null],
    ['draft', null],
  ])('follows its binding level: %s is %s', (binding_level, strength) => {
    expect(strengthOf({ binding_level })).toBe(strength);
  });

  it('leaves crime and public order to the police', () => {
    expect(strengthOf({ judged_by_police: true })).toBe('police_decide');
  });

  it('is none at all for what is not in force or not verified', () => {
    expect(strengthOf({ status: 'replaced' })).toBeNull();
    expect(strengthOf({ status: 'draft' })).toBeNull();
    expect(strengthOf({}, { tier: 'unverified' })).toBeNull();
    expect(strengthOf({}, { tier: 'likely' })).toBe('violates');
  });
});

describe('compiling the records', () => {
  it('shows only the sources that may be shown', () => {
    const { rules } = compileConduct(records([group('visit', ['上门'])], {}, instrument({}, { sources: ['full', 'copy'] })));
    expect(rules[0]?.sources).toEqual([
      { title: '样例法全文', publisher: null, url: 'https://law.example/full', seen: '2026-08-01' },
    ]);
  });

  it('gives plain JSON', () => {
    const compiled = compileConduct(records([group('visit', ['上门', { first: ['去'], next: ['你家'] }])]));
    expect(JSON.parse(JSON.stringify(compiled))).toEqual(compiled);
    expect(found(createConductIndex(JSON.parse(JSON.stringify(compiled))), '去你家')).toEqual(['visit']);
  });
});

describe('checking the records', () => {
  const problemsOf = (...given: Parameters<typeof records>): string[] =>
    checkConduct(records(...given), '2026-09-01').map(formatProblem);

  it('finds nothing wrong with good ones', () => {
    expect(problemsOf([group('visit', ['上门'])])).toEqual([]);
  });

  it('names a source that is not there, and a day in the future', () => {
    expect(
      problemsOf([group('visit', ['上门'])], {}, instrument({}, { sources: ['full', 'other'], checked: '2026-10-01' })),
    ).toEqual([
      "data/conduct/sample-law.yaml: rules[0].sources: 'other' is not in sources (known: full, copy)",
      'data/conduct/sample-law.yaml: rules[0].checked: 2026-10-01 lies in the future',
    ]);
  });

  it('names a rule that does not exist, is about something else, or may not be cited', () => {
    expect(problemsOf([group('visit', ['上门'], { rules: ['sample-2'] })])).toEqual([
      "data/conduct/phrases.yaml: topics.threat.visit.rules: no rule 'sample-2'",
    ]);
    expect(problemsOf([], { topics: { extra_fees: [group('fee', ['手续费'])] } })).toEqual([
      "data/conduct/phrases.yaml: topics.extra_fees.fee.rules: 'sample-1' is not a rule on extra_fees; add the topic there or cite another",
    ]);
    expect(problemsOf([group('visit', ['上门'])], {}, instrument({}, { tier: 'unverified' }))).toContain(
      "data/conduct/phrases.yaml: topics.threat.visit.rules: 'sample-1' may not be cited (in_force, unverified, law)",
    );
  });

  it('names a rule that no shown source stands behind', () => {
    expect(problemsOf([group('visit', ['上门'])], {}, instrument({}, { sources: ['copy'] }))).toContain(
      'data/conduct/phrases.yaml: topics.threat.visit.rules: none of its sources may be shown',
    );
  });

  it('names two groups with one name', () => {
    expect(problemsOf([group('visit', ['上门']), group('visit', ['走访'])])).toEqual([
      "data/conduct/phrases.yaml: topics.threat: two groups are called 'visit'",
    ]);
  });
});

describe('the shapes of the files', () => {
  const complaints = (value: object): string[] =>
    (conductInstrument.safeParse(value).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);

  it('take a bare date for a mistake', () => {
    expect(complaints(instrument({ effective: '2026/01/01' }))).toEqual([
      'effective: must be a quoted date, month or year such as "2025-02"',
    ]);
  });

  it('want a source for every rule', () => {
    expect(complaints(instrument({}, { sources: [] }))).toEqual(['rules.0.sources: name at least one source']);
  });

  it('refuse a phrase that begins or ends with a gap', () => {
    const result = conductPhrasesFile.safeParse(phrases([group('visit', ['…上门'])]));
    expect(JSON.stringify(result.error?.issues)).toContain('a gap … stands between two words');
  });
});
