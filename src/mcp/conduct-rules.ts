import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import type { Breach } from '../checks/conduct/types.js';
import { type ConductRule, citationStrength } from '../registry/conduct.js';
import { BINDING_LEVELS } from '../registry/conduct-records.js';
import type { Registry } from '../registry/types.js';
import { CONDUCT_TOPICS, type ConductTopic } from '../registry/vocabulary.js';
import { citationsOf } from '../reply/conduct.js';
import { quoteFrom } from '../reply/quote.js';
import type { Language } from '../reply/types.js';
import { flatten, type Wording, wordingIn } from '../reply/wording.js';
import type { Verdict } from '../verdict/types.js';
import { asContent } from './in-words.js';
import type { McpPorts } from './ports.js';
import { language, lines, noticeOf, READS_ONLY, receivedAt, role, rule, sender, text } from './shapes.js';

const INPUT = {
  topic: z
    .enum(CONDUCT_TOPICS, { error: `send topic as one of ${CONDUCT_TOPICS.join(', ')}` })
    .optional()
    .describe('Rules about one kind of conduct. Send this or text.'),
  text: text
    .optional()
    .describe('A collection message exactly as received: rules that it breaks if it is genuine. Send this or topic.'),
  sender,
  received_at: receivedAt,
  role,
  lang: language,
};

const OUTPUT = {
  pass_on: lines.describe('Say all of this to the person.'),
  breaches: z
    .array(
      z.object({
        topic: z.enum(CONDUCT_TOPICS),
        name: z.string(),
        quote: z
          .string()
          .nullable()
          .describe('Words of the message that it rests on; null when it rests on the hour or on what is missing.'),
        rules: z.array(rule).describe('The most binding first.'),
      }),
    )
    .describe(
      'One for the topic that was asked, or one per topic in which the message breaks rules. Empty: no breach is seen in these words.',
    ),
  records_as_of: z.string(),
};

const DESCRIPTION = `Chinese rules on how debts may be collected: by topic, or those that one message would break if it were genuine. Each comes with how strongly it binds, its article and its source; name it in the words of “say” and no stronger.
Breaking a rule does not make a message fake, and keeping to all of them does not make it genuine: for that use check_notice. A breach does not end the debt. This is no legal advice, and no breach found is not “lawful”.`;

type Told = z.infer<typeof rule>;

const weight = ({ level }: ConductRule): number => BINDING_LEVELS.indexOf(level);

/** A rule as it may be told; null for one that may not be named as broken: not in force, not verified, or mere guidance. */
function tellRule(known: ConductRule, registry: Registry, wording: Wording): Told | null {
  const [say] = citationsOf([known.id], { registry, wording });
  if (citationStrength(known) === null || known.tier === 'unverified' || say === undefined) return null;
  return {
    id: known.id,
    say,
    instrument: known.instrument,
    article: known.article?.[wording.language] ?? null,
    binding_level: known.level,
    judged_by_police: known.judgedByPolice,
    applies_to: known.appliesTo && [...known.appliesTo],
    summary: known.summary[wording.language],
    quotation: known.quotation,
    effective: known.effective,
    tier: known.tier,
    sources: known.sources.map(({ title, publisher, url }) => ({ title, publisher, url })),
    checked: known.checked,
  };
}

interface Group {
  readonly topic: ConductTopic;
  readonly name: string;
  readonly quote: string | null;
  readonly rules: Told[];
}

function groupOf(
  topic: ConductTopic,
  quote: string | null,
  rules: readonly ConductRule[],
  registry: Registry,
  wording: Wording,
): Group {
  const told = rules.flatMap((known) => tellRule(known, registry, wording) ?? []);
  return { topic, name: wording.text(`conduct.topic.${topic}`), quote, rules: told };
}

function aboutTopic(topic: ConductTopic, registry: Registry, wording: Wording): Group[] {
  const rules = registry.conduct.rules().filter(({ topics }) => topics.includes(topic));
  return [
    groupOf(
      topic,
      null,
      [...rules].sort((a, b) => weight(a) - weight(b)),
      registry,
      wording,
    ),
  ];
}

function brokenBy({ conduct, notice }: Verdict, registry: Registry, wording: Wording): Group[] {
  return conduct.map(({ topic, span, rules }: Breach) => {
    const known = rules.flatMap((id) => registry.conduct.rule(id) ?? []);
    return groupOf(topic, span && quoteFrom(notice, span), known, registry, wording);
  });
}

const inWords = ({ name, quote, rules }: Group): string => {
  const told = rules.map(({ say, summary, sources: [source], checked }) =>
    [` · ${say}`, `   ${summary}`, `   ${[source?.publisher, source?.title].filter(Boolean).join(', ')} (${checked})`].join('\n'),
  );
  return [quote === null ? name : `${name}: “${quote}”`, ...told].join('\n');
};

function answer(breaches: Group[], passOn: readonly string[], registry: Registry) {
  const words = [...passOn, ...breaches.map(inWords)].join('\n\n');
  const structuredContent = { pass_on: [...passOn], breaches, records_as_of: registry.asOf };
  return { content: asContent(words), structuredContent };
}

const notes = (keys: readonly string[], wording: Wording): string[] =>
  keys.map((key) => flatten(wording.line(key))).filter(Boolean);

function aboutMessage(verdict: Verdict, registry: Registry, lang: Language) {
  const wording = wordingIn(registry, lang);
  const breaches = brokenBy(verdict, registry, wording);
  const found =
    breaches.length > 0 ? 'mcp.conduct.if_genuine' : verdict.passesOnProperly ? 'conduct.proper' : 'mcp.conduct.none_seen';
  return answer(breaches, notes([found, 'conduct.still_owed'], wording), registry);
}

/** Rules of collection, by topic or by what a message breaks. */
export function registerConductRules(server: McpServer, { check, registry }: McpPorts): void {
  const config = { title: 'Rules of collection', description: DESCRIPTION, inputSchema: INPUT, outputSchema: OUTPUT };
  server.registerTool('conduct_rules', { ...config, annotations: READS_ONLY }, async ({ topic, text: words, lang, ...given }) => {
    const wording = wordingIn(registry(), lang);
    if (words !== undefined) {
      const { gravest } = await check(noticeOf({ ...given, text: words }));
      return aboutMessage(gravest, registry(), lang);
    }
    if (topic === undefined) throw new Error(`send text (a collection message) or topic (one of ${CONDUCT_TOPICS.join(', ')})`);
    return answer(aboutTopic(topic, registry(), wording), notes(['conduct.still_owed'], wording), registry());
  });
}
