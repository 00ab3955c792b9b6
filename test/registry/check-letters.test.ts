import { describe, expect, it } from 'vitest';
import { readDataFiles } from '../../src/data-files.js';
import { findProblems } from '../../src/registry/compile.js';
import { formatProblem } from '../../src/registry/data-error.js';
import { lintRecords } from '../../src/registry/lint.js';
import { findStale } from '../../src/registry/stale.js';
import { recordedRegistry } from '../recorded-registry.js';

const FILES = readDataFiles();
const TODAY = '2099-12-31';
const PATH = 'data/letters/regulator.yaml';
const TEXT = FILES.find(({ path }) => path === PATH)?.text ?? '';
const REST = FILES.filter(({ path }) => path !== PATH);

/** Problems of the records when one letter reads differently. */
function problemsAfter(from: string | RegExp, to: string): string[] {
  const text = TEXT.replace(from, to);
  if (text === TEXT) throw new Error(`nothing to replace: ${from}`);
  return findProblems([...REST, { path: PATH, text }], TODAY).problems.map(formatProblem);
}

describe('a letter that says what it may not', () => {
  it.each([
    [
      'a rule that nobody wrote',
      /rules: \[pipl-47, gbt45251-stop\]/,
      'rules: [pipl-470]',
      `${PATH}: requests[3].rules: no rule 'pipl-470' under data/conduct/; correct the id or leave it out`,
    ],
    [
      'a rule that is not verified',
      /rules: \[pipl-47, gbt45251-stop\]/,
      'rules: [gbt45251-interval]',
      `${PATH}: requests[3].rules: 'gbt45251-interval' may not be cited (in_force, unverified); cite another`,
    ],
    [
      'a rule that is a mere draft',
      'rules: [complaint-12378]',
      'rules: [sms-draft-2020]',
      `${PATH}: hand_in[1].rules: 'sms-draft-2020' may not be cited (draft, likely); cite another`,
    ],
    [
      'a rule without a source to show',
      /rules: \[pipl-47, gbt45251-stop\]/,
      'rules: [gbt45251-freq-interactive]',
      `${PATH}: requests[3].rules: 'gbt45251-freq-interactive' has no source that may be shown; cite another`,
    ],
    [
      'guidance as if it were law',
      /rules: \[pipl-47, gbt45251-stop\]/,
      'rules: [complaint-12378]',
      `${PATH}: requests[3].rules: 'complaint-12378' is no rule to cite in a letter (official_policy); cite another, or tell it in hand_in`,
    ],
    [
      'a source that it does not have',
      'rules: [complaint-12378]',
      'sources: [leaflet]',
      `${PATH}: hand_in[1].sources: 'leaflet' is not in sources (known: none)`,
    ],
    [
      'a body that no record has',
      'zh: 打 {line:12378} 投诉',
      'zh: 打 {line:12379x} 投诉',
      `${PATH}: hand_in[0].text.zh: {line:12379x}: no record '12379x' under data/platforms/; name the body in words`,
    ],
    [
      'a body without a number to show',
      'zh: 打 {line:12378} 投诉',
      'zh: 打 {line:renrendai} 投诉',
      `${PATH}: hand_in[0].text.zh: {line:renrendai}: 'renrendai' has no current number of tier confirmed or likely; name the body in words`,
    ],
    [
      'an official number inside the letter',
      'zh: 督促该机构在15日内答复我。',
      'zh: 督促该机构在15日内答复我，打 {line:12378}。',
      `${PATH}: requests[8].text.zh: {line:12378} stands outside hand_in; official numbers stand in hand_in only`,
    ],
    [
      'a number that stands in the open',
      'zh: 打 {line:12378} 投诉',
      'zh: 打 12378 投诉',
      `${PATH}: hand_in[0].text.zh: 12378 is a bare number; write {line:id} with the record that has it, or leave it out`,
    ],
    [
      'a name that nothing fills',
      'zh: 有一条以{platform}名义发出的短信，现',
      'zh: 有一条以{lender}名义发出的短信，现',
      `${PATH}: opening[0].text.zh: {lender} is not known; write {platform} or {blank}`,
    ],
    [
      'a sentence that runs on',
      'zh: 督促该机构在15日内答复我。',
      `zh: ${'督促该机构答复我，'.repeat(6)}谢谢。`,
      `${PATH}: requests[8].text.zh: a sentence of 50 characters (督促该机构答复我，督…); split it, 40 at most`,
    ],
  ])('with %s: one line that says what to write', (_, from, to, expected) => {
    expect(problemsAfter(from, to)).toEqual([expected]);
  });

  it('with an addressee of its own is no letter', () => {
    const path = 'data/letters/mayor.yaml';
    const [problem] = findProblems([...FILES, { path, text: TEXT.replace('id: regulator', 'id: mayor') }], TODAY).problems;
    expect(problem && formatProblem(problem)).toMatch(
      /^data\/letters\/mayor\.yaml: id: Invalid option: expected one of "platform"/,
    );
  });
});

describe('the letters on record', () => {
  it('are without problems, and all six are written', () => {
    expect(findProblems(FILES, TODAY).problems).toEqual([]);
    expect([...recordedRegistry().letters.keys()].sort()).toEqual(
      ['cyberspace_office', 'local_bureau', 'platform', 'police', 'regulator', 'spam_report'].sort(),
    );
  });

  it('are missed when one is gone, but only by the lint: a checker goes on without it', () => {
    expect(findProblems(REST, TODAY).problems).toEqual([]);
    expect(lintRecords(REST, TODAY).problems.map(formatProblem)).toEqual([`${PATH}: is missing`]);
  });

  it('are due for another look like every other fact', () => {
    const { records } = findProblems(FILES, TODAY);
    expect(findStale(records, '2099-12-31', 6).filter(({ fact }) => fact === 'letter')).toHaveLength(6);
  });

  it('write English sentences of at most 30 words, and no Chinese in them but a name in quotation marks', () => {
    const texts = [...recordedRegistry().letters.values()].flatMap(({ opening, requests, closing, evidence, handIn }) =>
      [...opening, ...requests, ...closing, ...evidence, ...handIn].map(({ text }) => text.en),
    );
    expect(texts.filter((text) => text.split(/[.!?;]\s/).some((sentence) => sentence.split(/\s+/).length > 30))).toEqual([]);
    expect(texts.filter((text) => /[\u3000-\u9fff\uff00-\uffef]/.test(text.replace(/"[^"]*"/g, '')))).toEqual([]);
  });

  it('say the same in both languages: the same blanks, names and official numbers', () => {
    const slots = (text: string): string[] => (text.match(/\{[^{}]+\}/g) ?? []).sort();
    const passages = [...recordedRegistry().letters.values()].flatMap(({ opening, requests, closing, evidence, handIn }) => [
      ...opening,
      ...requests,
      ...closing,
      ...evidence,
      ...handIn,
    ]);
    expect(passages.filter(({ text }) => slots(text.zh).join() !== slots(text.en).join())).toEqual([]);
  });
});
