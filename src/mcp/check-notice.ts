import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import type { Registry } from '../registry/types.js';
import { composePaste } from '../reply/compose-paste.js';
import type { Language, Reply } from '../reply/types.js';
import { flatten } from '../reply/wording.js';
import { type Checked, VERDICTS } from '../verdict/types.js';
import { replyContent, sectionLines } from './in-words.js';
import type { McpPorts } from './ports.js';
import { language, lines, noticeOf, officialContact, READS_ONLY, receivedAt, role, sender, text } from './shapes.js';

const INPUT = { text, sender, received_at: receivedAt, role, lang: language };

const OUTPUT = {
  verdict: z
    .enum(VERDICTS)
    .describe(
      'scam: very likely fake. suspicious: leave it alone. unverified: cannot be told. consistent: agrees with the records, still to be verified by calling. not_a_notice: no demand for money. None of them means safe.',
    ),
  decided_by: z.string(),
  claims_to_be: z
    .object({ id: z.string(), name: z.string() })
    .nullable()
    .describe('Whom the message says it is from. Anybody can type that.'),
  pass_on: lines.describe('Say all of this to the person, first and unweakened.'),
  reasons: lines,
  checked: lines.describe('What agrees with the records, what that does not prove, and what could not be checked.'),
  conduct: lines.describe('Rules of collection that it breaks if it is genuine. They say nothing about whether it is.'),
  official_contacts: z
    .array(officialContact)
    .describe('The only numbers to give, each with source and date. Empty: say that none is on record.'),
  contacts_in_words: lines,
  next_steps: lines,
  ask: z
    .object({ question: z.string(), answers: z.array(z.string()) })
    .nullable()
    .describe('The one question whose answer would help most.'),
  each: lines.describe('One line per message when the text held several; everything else answers for the gravest.'),
  truncated: z.boolean().describe('Not everything was read: say so.'),
  records_as_of: z.string(),
};

const DESCRIPTION = `Checks one message that somebody received (a demand for payment, a debt notice, a “your account …” text, in Chinese) against official records, known scam patterns and the rules of collection. Use it before you say anything about whether a message is real.
Pass on “pass_on” first and unweakened. “unverified” and “consistent” are not “safe”: there is no safe verdict. Give numbers from “official_contacts” only, with source and date; never one out of the message. When that list is empty, say that no number is on record and do not supply one.`;

function resultOf(checked: Checked, reply: Reply) {
  const { verdict, decidedBy, claim } = checked.gravest;
  const passOn = [reply.headline, ...reply.lead.map(flatten), flatten(reply.footer)];
  return {
    verdict,
    decided_by: decidedBy,
    claims_to_be: claim && { id: claim.platform.id, name: claim.platform.name },
    pass_on: passOn.filter(Boolean),
    reasons: sectionLines(reply, 'why'),
    checked: sectionLines(reply, 'checked'),
    conduct: sectionLines(reply, 'conduct'),
    official_contacts: [...reply.contacts],
    contacts_in_words: sectionLines(reply, 'contacts'),
    next_steps: sectionLines(reply, 'steps'),
    ask: reply.question && { question: reply.question.text, answers: reply.question.buttons.map(({ label }) => label) },
    each: sectionLines(reply, 'each'),
    truncated: checked.truncated,
    records_as_of: reply.asOf,
  };
}

const answer = (checked: Checked, registry: Registry, lang: Language) => {
  const reply = composePaste(checked, registry, lang);
  return {
    content: replyContent(reply),
    structuredContent: resultOf(checked, reply),
  };
};

/** The verdict on one message, as a person would be told it. */
export function registerCheckNotice(server: McpServer, { check, registry }: McpPorts): void {
  const config = { title: 'Check a message', description: DESCRIPTION, inputSchema: INPUT, outputSchema: OUTPUT };
  server.registerTool('check_notice', { ...config, annotations: READS_ONLY }, async ({ lang, ...given }) =>
    answer(await check(noticeOf(given)), registry(), lang),
  );
}
