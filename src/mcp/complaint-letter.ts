import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { composeLetter } from '../letters/compose-letter.js';
import { lettersFor } from '../letters/fitting-letters.js';
import { renderLetterText } from '../letters/letter-text.js';
import { LETTERS, type Letter, type LetterFacts, type LetterId, RECIPIENTS } from '../letters/types.js';
import type { Registry } from '../registry/types.js';
import type { Language } from '../reply/types.js';
import { flatten, wordingIn } from '../reply/wording.js';
import type { Verdict } from '../verdict/types.js';
import { asContent } from './in-words.js';
import type { McpPorts } from './ports.js';
import { language, lines, noticeOf, READS_ONLY, receivedAt, role, sender, text } from './shapes.js';

const facts = z
  .strictObject({
    sender,
    received_at: receivedAt,
    role,
    received_by: z
      .enum(RECIPIENTS, { error: `send received_by as one of ${RECIPIENTS.join(', ')}, or leave it out` })
      .optional()
      .describe('Who got the message: the writer, somebody of the family, or somebody else such as a colleague.'),
    asked_to_stop: z.boolean({ error: 'send asked_to_stop as true or false, or leave it out' }).optional(),
  })
  .describe('Only what the person said. What is not known stays a blank in the letter for them to fill in.');

const INPUT = {
  text,
  to: z.enum(LETTERS, { error: `send to as one of ${LETTERS.join(', ')}` }).describe('Whom the letter goes to.'),
  facts: facts.optional(),
  lang: language,
};

const OUTPUT = {
  to: z.enum(LETTERS),
  fits: z
    .array(z.enum(LETTERS))
    .describe('Letters that fit this message, the most useful first. Empty: there is nothing to complain of.'),
  pass_on: lines.describe('Say all of this to the person.'),
  title: z.string(),
  letter: z.string().describe('To be given unchanged. Blanks and boxes are for the person to fill in and tick.'),
  hand_in: lines.describe('How and where to hand it in, with official contacts, their source and date.'),
  records_as_of: z.string(),
};

const DESCRIPTION = `Writes a complaint about one message in Chinese (or English), with what it breaks, requests to tick and blanks to fill in. Give it to the person unchanged: do not fill blanks with anything they did not say, do not strengthen its claims, do not add numbers.
When “fits” does not begin with the letter you asked for, say which fits better and why. A message that may be fake gets a letter that asks the institution whether it is theirs; it accuses nobody.`;

function passOn(letter: Letter, id: LetterId, fits: readonly LetterId[], registry: Registry): string[] {
  const wording = wordingIn(registry, letter.language);
  const unfit = fits.includes(id) ? '' : wording.text('mcp.letter.unfit');
  return [unfit, letter.around.basis].filter(Boolean);
}

function answer(id: LetterId, known: LetterFacts, registry: Registry, lang: Language) {
  const letter = composeLetter(id, known, registry, lang);
  const fits = [...lettersFor(known, registry)];
  const words = renderLetterText(letter);
  const handIn = letter.handIn.map(flatten);
  const notes = passOn(letter, id, fits, registry);
  const below = [letter.around.handIn, ...handIn.map((line) => `· ${line}`)].join('\n');
  return {
    content: asContent([words, below, ...notes].join('\n\n')),
    structuredContent: {
      to: id,
      fits,
      pass_on: notes,
      title: letter.title,
      letter: words,
      hand_in: handIn,
      records_as_of: registry.asOf,
    },
  };
}

const factsOf = (verdict: Verdict, given: z.infer<typeof facts>): LetterFacts => ({
  verdict,
  platform: verdict.claim?.platform ?? null,
  role: given.role ?? null,
  receivedAt: given.received_at ?? verdict.notice.receivedAt,
  receivedBy: given.received_by ?? null,
  askedToStop: given.asked_to_stop ?? null,
});

/** A complaint about one message. */
export function registerComplaintLetter(server: McpServer, { check, registry }: McpPorts): void {
  const config = { title: 'Write a complaint', description: DESCRIPTION, inputSchema: INPUT, outputSchema: OUTPUT };
  server.registerTool(
    'complaint_letter',
    { ...config, annotations: READS_ONLY },
    async ({ text: words, to, facts: given = {}, lang }) => {
      const { gravest } = await check(noticeOf({ ...given, text: words }));
      return answer(to, factsOf(gravest, given), registry(), lang);
    },
  );
}
