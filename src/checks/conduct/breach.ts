import type { Span } from '../../notice/types.js';
import type { ConductTopic } from '../../registry/vocabulary.js';
import { rulesToCite } from './rules-to-cite.js';
import type { Breach, Spoken } from './types.js';

/** A breach that rests on wordings; null when there are none. The gravest kind, the first of the records, is quoted. */
export function breachByWording(topic: ConductTopic, spoken: Spoken): Breach | null {
  const hits = spoken.phrases.filter(({ group }) => group.topic === topic);
  const [first] = hits;
  if (!first) return null;
  const rules = hits.flatMap(({ group }) => group.rules);
  return {
    topic,
    span: spoken.subject.notice.body.toOriginal(first.start, first.end),
    rules: rulesToCite(rules, spoken),
    facts: { kinds: hits.map(({ group }) => group.id).join(' ') },
  };
}

/** A breach of the kind that a group of wordings means, resting on something else than its words. */
export function breachOfGroup(id: string, span: Span, spoken: Spoken): Breach | null {
  const group = spoken.conduct.groups().find((candidate) => candidate.id === id);
  return group ? { topic: group.topic, span, rules: rulesToCite(group.rules, spoken), facts: { kinds: id } } : null;
}
