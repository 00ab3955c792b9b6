import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { type ConductRule, citationStrength } from '../registry/conduct.js';
import { BINDING_LEVELS } from '../registry/conduct-records.js';
import { CONDUCT_TOPICS, type ConductTopic } from '../registry/vocabulary.js';
import { citationsOf } from '../reply/conduct.js';
import { quoteFrom } from '../reply/quote.js';
import type { Telling as ReplyTelling } from '../reply/telling.js';
import { wordingIn } from '../reply/wording.js';
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

const breach = z.object({
  topic: z.enum(CONDUCT_TOPICS),
  name: z.string(),
  quote: z
    .string()
    .nullable()
    .describe('Words of the message that it rests on; null when it rests on the hour or on what is missing.'),
  rules: z.array(rule).describe('The most binding first.'),
});

const OUTPUT = {
  pass_on: lines.describe('Say all of this to the person.'),
  breaches: z
    .array(breach)
    .describe(
      'One for the topic that was asked, or one per topic in which the message breaks rules. Empty: no breach is seen in these words.',
    ),
  records_as_of: z.string(),
};

const DESCRIPTION = `Chinese rules on how debts may be collected: by topic, or those that one message would break if it were genuine. Each comes with how strongly it binds, its article and its source; name it in the words of “say” and no stronger.
Breaking a rule does not make a message fake, and keeping to all of them does not make it genuine: for that use check_notice. A breach does not end the debt. This is no legal advice, and no breach found is not “lawful”.`;

type ToldRule = z.infer<typeof rule>;
type ToldBreach = z.infer<typeof breach>;
type Telling = Pick<ReplyTelling, 'registry' | 'wording'>;

const weight = ({ level }: ConductRule): number => BINDING_LEVELS.indexOf(level);

/** A rule as it may be told; null for one that may not be named as broken: not in force, not verified, or mere guidance. */
function tellRule(known: ConductRule, telling: Telling): ToldRule | null {
  const { language } = telling.wording;
  const [say] = citationsOf([known.id], telling);
  if (citationStrength(known) === null || known.tier === 'unverified' || say === undefined) return null;
  return {
    id: known.id,
    say,
    instrument: known.instrument,
    article: known.article?.[language] ?? null,
    binding_level: known.level,
    judged_by_police: known.judgedByPolice,
    applies_to: known.appliesTo && [...known.appliesTo],
    summary: known.summary[language],
    quotation: known.quotation,
    effective: known.effective,
    tier: known.tier,
    sources: known.sources.map(({ title, publisher, url }) => ({ title, publisher, url })),
    checked: known.checked,
  };
}

const tellBreach = (topic: ConductTopic, quote: string | null, rules: readonly ConductRule[], telling: Telling): ToldBreach => ({
  topic,
  name: telling.wording.text(`conduct.topic.${topic}`),
  quote,
  rules: rules.flatMap((known) => tellRule(known, telling) ?? []),
});

function aboutTopic(topic: ConductTopic, telling: Telling): ToldBreach {
  const rules = telling.registry.conduct.rules().filter(({ topics }) => topics.includes(topic));
  const bindingFirst = [...rules].sort((a, b) => weight(a) - weight(b));
  return tellBreach(topic, null, bindingFirst, telling);
}

const brokenBy = ({ conduct, notice }: Verdict, telling: Telling): ToldBreach[] =>
  conduct.map(({ topic, span, rules }) => {
    const known = rules.flatMap((id) => telling.registry.conduct.rule(id) ?? []);
    return tellBreach(topic, span && quoteFrom(notice, span), known, telling);
  });

function inWords({ name, quote, rules }: ToldBreach): string {
  const told = rules.map(({ say, summary, sources: [source], checked }) => {
    const from = [source?.publisher, source?.title].filter(Boolean).join(', ');
    return ` · ${say}\n   ${summary}\n   ${from} (${checked})`;
  });
  return [quote === null ? name : `${name}: “${quote}”`, ...told].join('\n');
}

function answer(breaches: ToldBreach[], notes: readonly string[], { registry, wording }: Telling) {
  const passOn = notes.map((key) => wording.text(key)).filter(Boolean);
  return {
    content: asContent([...passOn, ...breaches.map(inWords)].join('\n\n')),
    structuredContent: { pass_on: passOn, breaches, records_as_of: registry.asOf },
  };
}

function aboutMessage(verdict: Verdict, topic: ConductTopic | undefined, telling: Telling) {
  const breaches = brokenBy(verdict, telling).filter((found) => topic === undefined || found.topic === topic);
  const none = verdict.passesOnProperly ? 'conduct.proper' : 'mcp.conduct.none_seen';
  return answer(breaches, [breaches.length > 0 ? 'mcp.conduct.if_genuine' : none, 'conduct.still_owed'], telling);
}

/** Rules of collection, by topic or by what a message breaks. */
export function registerConductRules(server: McpServer, { check, registry }: McpPorts): void {
  const config = { title: 'Rules of collection', description: DESCRIPTION, inputSchema: INPUT, outputSchema: OUTPUT };
  server.registerTool('conduct_rules', { ...config, annotations: READS_ONLY }, async ({ topic, text: words, lang, ...given }) => {
    const telling: Telling = { registry: registry(), wording: wordingIn(registry(), lang) };
    if (words !== undefined) return aboutMessage((await check(noticeOf({ ...given, text: words }))).gravest, topic, telling);
    if (topic === undefined) throw new Error(`send text (a collection message) or topic (one of ${CONDUCT_TOPICS.join(', ')})`);
    return answer([aboutTopic(topic, telling)], ['conduct.still_owed'], telling);
  });
}
