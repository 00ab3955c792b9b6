import { findHelpTextProblems } from './check-help-texts.js';
import { findInterviewProblems, LONGEST_BUTTON_ID } from './check-interviews.js';
import type { Problem } from './data-error.js';
import type { PointRecord } from './help-records.js';
import { type HelpFile, helpFiles, pointsOf } from './help-texts.js';
import { bareQuestion } from './help-tokens.js';
import type { Records } from './read-records.js';

const MENU = 'data/lists/help-menu.yaml';

type Say = (field: string, message: string) => void;

/** One id means one text: buttons and links name nothing else. */
function checkIds(files: readonly HelpFile[], problems: Problem[]): void {
  const owners = new Map<string, string>();
  for (const { file, record } of files) {
    const owner = owners.get(record.id);
    if (owner) problems.push({ file, field: 'id', message: `'${record.id}' is also the id of ${owner}; choose another` });
    owners.set(record.id, owner ?? file);
    if (`help:${record.id}`.length > LONGEST_BUTTON_ID)
      problems.push({
        file,
        field: 'id',
        message: `help:${record.id} is longer than ${LONGEST_BUTTON_ID} bytes; choose a shorter id`,
      });
  }
}

/** Why a rule cannot be cited; null when it can. */
function ruleFaults({ conduct }: Records): (id: string) => string | null {
  const rules = new Map(conduct.flatMap(({ status, rules }) => rules.map(({ id, tier }) => [id, { status, tier }] as const)));
  return (id) => {
    const rule = rules.get(id);
    if (!rule) return `no rule '${id}' in data/conduct/; correct the id`;
    if (rule.status === 'in_force' && rule.tier !== 'unverified') return null;
    return `'${id}' may not be cited (${rule.status}, ${rule.tier}); cite a rule that is in force, of tier confirmed or likely`;
  };
}

function checkPoint({ rules, sources }: PointRecord, known: object, faultOf: (id: string) => string | null, say: Say): void {
  for (const id of rules) {
    const fault = faultOf(id);
    if (fault) say('rules', fault);
  }
  for (const id of sources) {
    if (!(id in known)) say('sources', `'${id}' is not in sources (known: ${Object.keys(known).join(', ') || 'none'})`);
  }
}

/** Ids that lead on: each once, to a text that exists and is another one. */
function checkNext(ids: readonly string[], own: string, known: ReadonlySet<string>, say: Say, field: string): void {
  for (const [at, id] of ids.entries()) {
    if (!known.has(id)) say(field, `no guide, interview or question '${id}'; write the id of one`);
    else if (id === own) say(field, `'${id}' is this text itself; leave it out`);
    if (ids.indexOf(id) < at) say(field, `'${id}' stands twice; keep one`);
  }
}

function checkReferences(files: readonly HelpFile[], records: Records, problems: Problem[]): void {
  const known = new Set(files.map(({ record }) => record.id));
  const faultOf = ruleFaults(records);
  for (const each of files) {
    const { file, record } = each;
    const say: Say = (field, message) => problems.push({ file, field, message });
    for (const [field, point] of pointsOf(each))
      checkPoint(point, record.sources, faultOf, (part, message) => say(`${field}.${part}`, message));
    if (each.kind !== 'interview') checkNext(each.record.next, record.id, known, say, 'next');
    else
      for (const [id, { next }] of Object.entries(each.record.answers))
        checkNext(next, record.id, known, say, `answers.${id}.next`);
  }
}

function* phrasesOf({ kind, record }: HelpFile): Generator<[field: string, phrase: string]> {
  const field = kind === 'faq' ? 'question' : 'title';
  const title = kind === 'faq' ? record.question : record.title;
  for (const language of ['zh', 'en'] as const) {
    yield [`${field}.${language}`, title[language]];
    for (const [at, alias] of record.search.aliases[language].entries()) yield [`search.aliases.${language}[${at}]`, alias];
  }
}

/** What people type leads to one text: a question that two of them claim would lead to the wrong one. */
function checkPhrases(files: readonly HelpFile[], problems: Problem[]): void {
  const owners = new Map<string, string>();
  for (const each of files) {
    for (const [field, phrase] of phrasesOf(each)) {
      const folded = bareQuestion(phrase);
      const owner = owners.get(folded);
      if (owner !== undefined && owner !== each.record.id)
        problems.push({ file: each.file, field, message: `'${phrase}' already leads to '${owner}'; keep it in one of them` });
      owners.set(folded, owner ?? each.record.id);
    }
  }
}

function checkMenu(files: readonly HelpFile[], { single }: Records, problems: Problem[]): void {
  const known = new Set(files.map(({ record }) => record.id));
  for (const [reader, ids] of Object.entries(single[MENU] ?? {}))
    checkNext(ids, '', known, (field, message) => problems.push({ file: MENU, field, message }), reader);
}

/**
 * What no single help text can show: ids that two of them have, rules that may not be cited, texts, sources and answers
 * that are missing, numbers that no record holds.
 */
export function checkHelp(records: Records): Problem[] {
  const files = helpFiles(records);
  const problems: Problem[] = [];
  checkIds(files, problems);
  checkReferences(files, records, problems);
  checkPhrases(files, problems);
  checkMenu(files, records, problems);
  return [...problems, ...findInterviewProblems(records.interviews), ...findHelpTextProblems(files, records)];
}
