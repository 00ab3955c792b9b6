import { type ConductRecords, citationStrength, compileConduct } from './conduct.js';
import type { Problem } from './data-error.js';
import type { ConductTopic } from './vocabulary.js';

const PHRASES = 'data/conduct/phrases.yaml';
const fileOf = (instrument: string): string => `data/conduct/${instrument}.yaml`;

function checkInstruments({ instruments }: ConductRecords, today: string, problems: Problem[]): void {
  const owners = new Map<string, string>();
  for (const { id: instrument, rules, sources } of instruments) {
    const file = fileOf(instrument);
    for (const [at, rule] of rules.entries()) {
      const field = `rules[${at}]`;
      const owner = owners.get(rule.id);
      if (owner) problems.push({ file, field: `${field}.id`, message: `'${rule.id}' is already a rule of '${owner}'` });
      owners.set(rule.id, instrument);
      for (const source of rule.sources) {
        if (source in sources) continue;
        const known = Object.keys(sources).join(', ') || 'none';
        problems.push({ file, field: `${field}.sources`, message: `'${source}' is not in sources (known: ${known})` });
      }
      if (rule.checked > today) problems.push({ file, field: `${field}.checked`, message: `${rule.checked} lies in the future` });
    }
  }
}

function checkCitations(records: ConductRecords, problems: Problem[]): void {
  const rules = new Map(compileConduct(records).rules.map((rule) => [rule.id, rule] as const));
  const check = (field: string, topic: ConductTopic, ids: readonly string[]): void => {
    for (const id of ids) {
      const rule = rules.get(id);
      const message = !rule
        ? `no rule '${id}'`
        : !rule.topics.includes(topic)
          ? `'${id}' is not a rule on ${topic}; add the topic there or cite another`
          : citationStrength(rule) === null
            ? `'${id}' may not be cited (${rule.status}, ${rule.tier}, ${rule.level})`
            : rule.sources.length === 0 && 'none of its sources may be shown';
      if (message) problems.push({ file: PHRASES, field, message });
    }
  };
  for (const [topic, groups] of Object.entries(records.phrases.topics)) {
    for (const group of groups) check(`topics.${topic}.${group.id}.rules`, topic as ConductTopic, group.rules);
  }
  for (const [topic, { rules: ids }] of Object.entries(records.phrases.without_wording)) {
    check(`without_wording.${topic}.rules`, topic as ConductTopic, ids);
  }
}

function checkGroupIds({ phrases }: ConductRecords, problems: Problem[]): void {
  const seen = new Set<string>();
  for (const [topic, groups] of Object.entries(phrases.topics)) {
    for (const { id } of groups) {
      if (seen.has(id)) problems.push({ file: PHRASES, field: `topics.${topic}`, message: `two groups are called '${id}'` });
      seen.add(id);
    }
  }
}

/** What no single file of data/conduct/ can show: sources that are missing, rules that may not be cited, ids used twice. */
export function checkConduct(records: ConductRecords, today: string): Problem[] {
  const problems: Problem[] = [];
  checkInstruments(records, today, problems);
  checkCitations(records, problems);
  checkGroupIds(records, problems);
  return problems;
}
