import Fuse from 'fuse.js';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { UNSUPPORTED } from '../../src/dialogue/events.js';
import { VERDICTS } from '../../src/verdict/types.js';

const text = z.string();
const notice = z.strictObject({ text, sender: text.optional(), receivedAt: text.optional(), codes: z.array(text).optional() });
const by = text.describe('who sends it').optional();
const manner = { by, addressed: z.boolean().optional(), about: text.optional() };

const expectation = z
  .strictObject({
    by,
    verdict: z.enum(VERDICTS).nullable().optional(),
    contains: z.array(text).min(1).optional(),
    lacks: z.array(text).min(1).optional(),
    buttons: z.array(text).optional(),
    document: z.union([z.boolean(), z.strictObject({ name: text.optional(), contains: z.array(text).optional() })]).optional(),
    messages: z.number().int().min(1).optional(),
    nothing: z.literal(true).optional(),
  })
  .refine(
    (parts) => Object.keys(parts).some((part) => part !== 'by'),
    'expects nothing at all; write nothing: true for no answer',
  );

/** What may stand as a step, by its verb. */
const STEPS = {
  say: z.strictObject({ say: text, ...manner }),
  forward: z.strictObject({ forward: text, sent_at: text.optional(), ...manner }),
  image: z.strictObject({
    image: z.union([notice, z.array(notice).min(1), z.strictObject({ fails: text })]),
    caption: text.optional(),
    album: text.optional(),
    ...manner,
  }),
  card: z.strictObject({ card: z.strictObject({ title: text, description: text.optional(), url: text }), ...manner }),
  record: z.strictObject({
    record: z.strictObject({ title: text.optional(), lines: z.array(z.strictObject({ sender: text, text })).min(1) }),
    ...manner,
  }),
  press: z.strictObject({ press: text, ...manner }),
  command: z.strictObject({ command: text, ...manner }),
  join: z.strictObject({ join: z.literal(true), by }),
  unsupported: z.strictObject({ unsupported: z.enum(UNSUPPORTED), ...manner }),
  edit: z.strictObject({ edit: text, by }),
  again: z.strictObject({ again: z.literal(true), by }),
  turn: z.strictObject({
    turn: z.strictObject({
      seconds: z.number().optional(),
      minutes: z.number().optional(),
      hours: z.number().optional(),
      days: z.number().optional(),
    }),
  }),
  expect: z.strictObject({ expect: expectation }),
};

type SingleStep = { [Verb in keyof typeof STEPS]: z.infer<(typeof STEPS)[Verb]> }[keyof typeof STEPS];
export type Step = SingleStep | { readonly together: readonly Step[] };

const head = z.strictObject({
  title: text.min(10),
  /** What the people's apps speak. */
  language: z.enum(['zh', 'en']).optional(),
  now: text.optional(),
  group: z.boolean().optional(),
  speaks_up: z.boolean().optional(),
  /** False: nobody reads pictures. */
  reads_pictures: z.boolean().optional(),
  steps: z.array(z.unknown()).min(2),
});
export type Conversation = Omit<z.infer<typeof head>, 'steps'> & { readonly steps: readonly Step[] };

const VERBS = [...Object.keys(STEPS), 'together'];
const FIELDS = [
  ...new Set([...Object.values(STEPS).flatMap(({ shape }) => Object.keys(shape)), ...Object.keys(expectation.shape)]),
];

const nearest = (word: string, words: readonly string[]): string => {
  const [found] = new Fuse([...words], { threshold: 0.5 }).search(word);
  return found ? `; did you mean '${found.item}'?` : '';
};

const placed = (path: readonly PropertyKey[]): string =>
  path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');

/** Every problem of a schema, as `steps[2].expect: 'buton' is not known; did you mean 'buttons'?` */
function problemsOf(error: z.ZodError, place: string): string[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => `${place}${placed(issue.path)}: '${key}' is not known${nearest(key, FIELDS)}`)
      : [`${place}${placed(issue.path)}: ${issue.message}`],
  );
}

class ConversationError extends Error {
  override readonly name = 'ConversationError';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

function readStep(step: unknown, place: string): Step {
  const keys = typeof step === 'object' && step !== null ? Object.keys(step) : [];
  const [verb, ...others] = keys.filter((key) => VERBS.includes(key));
  if (verb === undefined) {
    const [key = String(step)] = keys;
    throw new ConversationError([`${place}: '${key}' is no step${nearest(key, VERBS)} Steps: ${VERBS.join(', ')}`]);
  }
  if (others.length > 0) throw new ConversationError([`${place}: '${verb}' and '${others.join("', '")}' are steps of their own`]);
  if (verb === 'together') {
    const { together } = step as { together: unknown };
    if (!Array.isArray(together)) throw new ConversationError([`${place}: together takes a list of steps`]);
    return { together: together.map((inner, at) => readStep(inner, `${place}.together[${at}]`)) };
  }
  const read = STEPS[verb as keyof typeof STEPS].safeParse(step);
  if (!read.success) throw new ConversationError(problemsOf(read.error, place));
  return read.data;
}

function collect<T, R>(items: readonly T[], read: (item: T, at: number) => R): R[] {
  const problems: string[] = [];
  const results = items.flatMap((item, at) => {
    try {
      return [read(item, at)];
    } catch (error) {
      if (!(error instanceof ConversationError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new ConversationError(problems);
  return results;
}

function parsed(yaml: string): unknown {
  try {
    return parse(yaml);
  } catch (error) {
    if (error instanceof YAMLParseError) throw new ConversationError([error.message]);
    throw error;
  }
}

/**
 * Reads a conversation from YAML.
 * @throws ConversationError with every problem: where it is, and what was probably meant.
 */
export function readConversation(yaml: string): Conversation {
  const read = head.safeParse(parsed(yaml));
  if (!read.success) throw new ConversationError(problemsOf(read.error, ''));
  return { ...read.data, steps: collect(read.data.steps, (step, at) => readStep(step, `steps[${at}]`)) };
}
