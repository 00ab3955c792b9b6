import { foldText } from '../notice/fold.js';
import type { Problem } from './data-error.js';
import { type CompiledPattern, compilePattern, createPatternMatcher, type PatternMatcher } from './patterns.js';
import type { Records } from './read-records.js';
import type { ScamRecord } from './records.js';

/** A matcher keeps one bit for each group. */
const MOST_GROUPS = 31;

/** Words that a note may hold and still name no message. */
const SAYS_NOTHING =
  /可能|也许|或许|误报|误判|误伤|误中|命中|正常|正规|真实|真正|合法|普通|一般|一些|某些|个别|少数|部分|其他|其它|类似|相关|各种|情况|情形|场景|短信|消息|信息|通知|内容|文本|文字|存在|发现|出现|暂时|目前|暂无|没有|未知|不明|不详|待补充|待定|等等|unknown|none|n\/a|todo|tbd|false|positives?|possible|legitimate|messages?|[\s，。、；：,.;:!?的会有也被无未等或和与及是在]/giu;

const fileOf = ({ id }: ScamRecord): string => `data/scams/${id}.yaml`;

/** Whether a pattern of these phrases alone stands in a text. */
const stands = (phrases: readonly string[], text: string): boolean =>
  createPatternMatcher([{ id: '', groups: [phrases], noneOf: [] }]).match(foldText(text)).length > 0;

/** Why the words of a pattern are not met: a phrase that forbids it, or the first group with no phrase. */
function missing({ groups, noneOf }: CompiledPattern, text: string): string {
  const forbidden = noneOf.find((phrase) => stands([phrase], text));
  if (forbidden) return `'${forbidden}' of none_of stands in it; change one of them`;
  const empty = groups.findIndex((phrases) => !stands(phrases, text));
  return `no phrase of all_of[${empty}] stands in it; add the missing words to the pattern or to the example`;
}

const EXPECTED = { match: false, weak: true, no_match: null } as const;
const KINDS = ['match', 'weak', 'no_match'] as const;

/** What is wrong with one example; null when it does what its list says. */
function exampleFault(
  kind: (typeof KINDS)[number],
  pattern: CompiledPattern,
  text: string,
  matcher: PatternMatcher,
): string | null {
  const hit = matcher.match(foldText(text)).find(({ patternId }) => patternId === pattern.id);
  const warned = hit ? hit.warnedAgainst : null;
  if (warned === EXPECTED[kind]) return null;
  if (kind === 'no_match') return 'the pattern hits it; narrow the pattern, or move it to match or weak';
  if (!hit) return missing(pattern, text);
  return kind === 'match'
    ? 'reads as a warning; write what the thief would write, or move it to weak'
    : 'is hit at full strength; warn in the same sentence, or move it to match';
}

function checkExamples(record: ScamRecord, matcher: PatternMatcher): Problem[] {
  const pattern = compilePattern(record);
  return KINDS.flatMap((kind) =>
    record.examples[kind].flatMap(({ text }, at) => {
      const message = exampleFault(kind, pattern, text, matcher);
      return message ? [{ file: fileOf(record), field: `examples.${kind}[${at}].text`, message }] : [];
    }),
  );
}

function checkLifecycle(record: ScamRecord): Problem[] {
  if ((record.status === 'retired') === (record.retired !== undefined)) return [];
  return record.retired
    ? [{ file: fileOf(record), field: 'status', message: `it has retired, so its status is retired, not ${record.status}` }]
    : [
        {
          file: fileOf(record),
          field: 'retired',
          message: 'a retired record says when and why: { on: "2026-11-21", reason: … }',
        },
      ];
}

/** At least this many characters must be left when the words that say nothing are taken out. */
const SUBSTANCE = 4;

function checkNotes(record: ScamRecord): Problem[] {
  return record.false_positive_notes.flatMap((note, at) => {
    if (note.replace(SAYS_NOTHING, '').length >= SUBSTANCE) return [];
    const message = `'${note}' says nothing; name a real message that this could hit`;
    return [{ file: fileOf(record), field: `false_positive_notes[${at}]`, message }];
  });
}

const tooWide = (record: ScamRecord): boolean => record.match.all_of.length > MOST_GROUPS;

/**
 * Every example is read by all patterns together, as a checker reads: `match` hits its own record and is not taken for a
 * warning, `weak` hits it as a warning, `no_match` does not hit it. Hooks are not looked at here: what is on record is for
 * the checks to say. Besides: notes that name no message, and records retired by halves.
 */
export function findScamProblems({ scams }: Records): Problem[] {
  const fitting = scams.filter((record) => !tooWide(record));
  const matcher = createPatternMatcher(fitting.map(compilePattern));
  return [
    ...scams.filter(tooWide).map((record) => ({
      file: fileOf(record),
      field: 'match.all_of',
      message: `has more than ${MOST_GROUPS} groups; join some of them`,
    })),
    ...fitting.flatMap((record) => checkExamples(record, matcher)),
    ...scams.flatMap(checkLifecycle),
    ...scams.flatMap(checkNotes),
  ];
}
