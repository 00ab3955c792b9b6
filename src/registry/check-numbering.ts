import type { NumberClass } from '../notice/types.js';
import type { Problem } from './data-error.js';
import { compileNumbering, createNumberingPlan, type NumberingFiles } from './numbering.js';

const PLAN = 'data/numbering/plan.yaml';
const PREFIXES = 'data/numbering/mobile-prefixes.yaml';
const AREAS = 'data/numbering/area-codes.yaml';
const CODES = 'data/numbering/service-codes.yaml';

/**
 * Patterns may hold digits, \d, [3-9], {2,5} and one level of (?:…|…) that is never repeated. Such a pattern looks at
 * each digit a bounded number of times, whatever it is given.
 */
const ATOM = String.raw`(?:\\d|\d|\[[\d-]+\])(?:\{\d{1,2}(?:,\d{1,2})?\})?`;
const LINEAR = new RegExp(String.raw`^\^(?:${ATOM}|\(\?:(?:${ATOM})+(?:\|(?:${ATOM})+)*\))+\$$`);

const EXPECTED: Readonly<Record<'public' | 'virtual' | 'iot' | 'satellite', NumberClass>> = {
  public: 'mobile',
  satellite: 'mobile',
  virtual: 'virtual_operator_mobile',
  iot: 'iot',
};

function* repeated(values: readonly string[]): Generator<[at: number, value: string]> {
  const seen = new Set<string>();
  for (const [at, value] of values.entries()) {
    if (seen.has(value)) yield [at, value];
    seen.add(value);
  }
}

function checkRules({ plan }: NumberingFiles): Problem[] {
  const problems: Problem[] = [];
  for (const [at, rule] of plan.rules.entries()) {
    const say = (field: string, message: string) => problems.push({ file: PLAN, field: `rules[${at}].${field}`, message });
    if (!LINEAR.test(rule.pattern)) say('pattern', `'${rule.pattern}' is more than digits, \\d, [0-9], {n,m} and plain (?:…|…)`);
    for (const source of rule.sources) if (!(source in plan.sources)) say('sources', `'${source}' is not in sources`);
  }
  for (const [at, id] of repeated(plan.rules.map(({ id }) => id))) {
    problems.push({ file: PLAN, field: `rules[${at}].id`, message: `'${id}' is already a rule` });
  }
  return problems;
}

function checkRepeats({ mobilePrefixes, areaCodes, serviceCodes }: NumberingFiles): Problem[] {
  const columns: [file: string, field: string, values: string[]][] = [
    [PREFIXES, 'prefix', mobilePrefixes.entries.map(({ prefix }) => prefix)],
    [AREAS, 'code', areaCodes.entries.map(({ code }) => code)],
    [CODES, 'number', serviceCodes.entries.map(({ number }) => number)],
  ];
  return columns.flatMap(([file, field, values]) =>
    [...repeated(values)].map(([at, value]) => ({ file, field: `entries[${at}].${field}`, message: `${value} is listed twice` })),
  );
}

/** A listed number whose class by the rules is not what its list says: the rules and the list contradict each other. */
function checkAgreement(files: NumberingFiles): Problem[] {
  const plan = createNumberingPlan(compileNumbering(files));
  const problems: Problem[] = [];
  const expect = (file: string, field: string, number: string, classes: readonly NumberClass[]) => {
    const found = plan.classifySender(number).class;
    if (classes.includes(found)) return;
    problems.push({ file, field, message: `the rules read ${number} as ${found}; here it is ${classes.join(' or ')}` });
  };
  for (const [at, { prefix, type, length }] of files.mobilePrefixes.entries.entries()) {
    expect(PREFIXES, `entries[${at}].prefix`, prefix.padEnd(length, '5'), [EXPECTED[type]]);
  }
  for (const [at, { code, local_digits }] of files.areaCodes.entries.entries()) {
    for (const length of local_digits) expect(AREAS, `entries[${at}].code`, code + '6'.padEnd(length, '0'), ['landline']);
  }
  for (const [at, { number }] of files.serviceCodes.entries.entries()) {
    expect(CODES, `entries[${at}].number`, number, ['bank_or_service_code', 'public_service']);
  }
  return problems;
}

/** What the shapes of the numbering files do not show: patterns that could be slow, repeats, lists against rules. */
export function findNumberingProblems(files: NumberingFiles): Problem[] {
  const problems = [...checkRules(files), ...checkRepeats(files)];
  // Reading numbers by broken rules would only repeat the same problem in other words.
  return problems.length > 0 ? problems : checkAgreement(files);
}
