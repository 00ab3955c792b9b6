import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import type { Lookup } from '../registry/lookup.js';
import type { Registry } from '../registry/types.js';
import { type LookupMatch, lookupAnswer } from '../reply/lookup-answer.js';
import { composeLookupReply, type SeenCount } from '../reply/lookup-reply.js';
import type { Language, ReplyBody } from '../reply/types.js';
import { flatten } from '../reply/wording.js';
import { replyContent, sectionLines } from './in-words.js';
import type { McpPorts } from './ports.js';
import { language, lines, officialContact, query, READS_ONLY } from './shapes.js';

const INPUT = {
  query: query.describe('One telephone number, link or host, name of an institution, or SMS signature such as 【京东金融】.'),
  lang: language,
};

const match = z.object({
  id: z.string().nullable(),
  name: z.string(),
  what: z.string(),
  tier: z.enum(['confirmed', 'likely']),
  source: z.string().nullable(),
  checked: z.string().nullable(),
  in_use: z.boolean(),
  replaced_by: z.string().nullable(),
});

const OUTPUT = {
  kind: z.enum(['number', 'host', 'name', 'signature']),
  pass_on: lines.describe('Say all of this to the person, first and unweakened.'),
  guess: z.boolean().describe('Nothing has this name; similar ones were found. Ask which is meant before giving any number.'),
  on_record: z
    .array(match)
    .describe('Whose it is, with tier, source and date. Empty: not on record, which is not bad in itself.'),
  record_in_words: lines,
  official_contacts: z
    .array(officialContact)
    .describe('The only numbers to give, each with source and date. Empty: say that none is on record.'),
  cautions: lines.describe('What this does not prove. Pass on what bears on the question.'),
  next_steps: lines,
  reported_fake: z
    .object({ claims: z.string(), proven: z.boolean(), source: z.string().nullable() })
    .nullable()
    .describe('Somebody reported it as fake, posing as this.'),
  records_as_of: z.string(),
};

const DESCRIPTION = `Says whose a telephone number, website, name or SMS signature is by official records, and which official number to call. Use it whenever a person needs the number of a Chinese bank, lender, court line or authority, instead of your memory.
A number that belongs to an institution does not prove a call or message genuine: callers can show any number. “Not on record” is neither good nor bad: say that it cannot be told. Give numbers from “official_contacts” only, with source and date; where there are none, say so and do not supply one.`;

/** A match that no source supports tells nobody whose it is. */
const isSupported = (found: LookupMatch): found is LookupMatch & { readonly tier: 'confirmed' | 'likely' } =>
  found.tier === 'confirmed' || found.tier === 'likely';

function resultOf(answer: Lookup, seen: SeenCount | null, reply: ReplyBody, registry: Registry) {
  const found = lookupAnswer(answer, registry, reply.language, seen);
  return {
    kind: found.kind,
    pass_on: [reply.headline, ...reply.lead.map(flatten)].filter(Boolean),
    guess: found.guess ?? false,
    on_record: found.matches.filter(isSupported).map(({ id, name, what, tier, source, checked, status, replaced_by }) => ({
      id,
      name,
      what,
      tier,
      source,
      checked,
      in_use: status !== 'old',
      replaced_by: replaced_by ?? null,
    })),
    record_in_words: sectionLines(reply, 'why'),
    official_contacts: [...reply.contacts],
    cautions: sectionLines(reply, 'checked'),
    next_steps: sectionLines(reply, 'steps'),
    reported_fake: found.reported_fake ?? null,
    records_as_of: reply.asOf,
  };
}

function answered(answer: Lookup, seen: SeenCount | null, registry: Registry, lang: Language) {
  const reply = composeLookupReply(answer, registry, lang, seen);
  return {
    content: replyContent(reply),
    structuredContent: resultOf(answer, seen, reply, registry),
  };
}

/** Whose number, site, name or signature it is, and where to call. */
export function registerLookupContact(server: McpServer, { lookUp, registry }: McpPorts): void {
  const config = { title: 'Look up an official contact', description: DESCRIPTION, inputSchema: INPUT, outputSchema: OUTPUT };
  server.registerTool('lookup_contact', { ...config, annotations: READS_ONLY }, async ({ query: typed, lang }) => {
    const { answer, seen } = await lookUp(typed);
    return answered(answer, seen, registry(), lang);
  });
}
