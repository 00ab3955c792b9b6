import { parseArgs } from 'node:util';
import { checkNotices } from '../checker.js';
import type { NoticeInput } from '../notice/types.js';
import type { Registry } from '../registry/types.js';
import { answerInFull } from '../reply/answer.js';
import { composePaste } from '../reply/compose-paste.js';
import type { Language } from '../reply/types.js';
import { checkLines } from './check-lines.js';

import { languageOf, readText, roleOf, timeOf } from './input.js';
import { drawn } from './terminal.js';
import { UsageError } from './usage.js';
import type { Environment } from './variables.js';

const OPTIONS = {
  image: { type: 'string' },
  sender: { type: 'string' },
  received: { type: 'string' },
  role: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
  jsonl: { type: 'boolean' },
} as const;

interface Asked {
  /** What the person tells besides: it counts more than what a picture shows. */
  readonly given: Omit<NoticeInput, 'text'>;
  readonly language: Language;
  readonly asJson: boolean;
}

function answer(inputs: readonly NoticeInput[], registry: Registry, { language, asJson }: Asked): void {
  const checked = checkNotices(inputs, registry);
  const written = asJson
    ? JSON.stringify(answerInFull(checked, registry, language), null, 2)
    : drawn(composePaste(checked, registry, language));
  process.stdout.write(`${written}\n`);
}

const known = (given: Asked['given']): Asked['given'] =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

async function checkImage(file: string, registry: Registry, environment: Environment, asked: Asked): Promise<void> {
  const { readImage, tellFailure } = await import('./image.js');
  const read = await readImage(file, environment, registry, asked.language);
  if ('failure' in read) return tellFailure(read.failure, asked.asJson, registry, asked.language);
  answer(
    read.inputs.map((input) => ({ ...input, ...known(asked.given) })),
    registry,
    asked,
  );
}

/** Runs `check`: prints one answer, or one per line with `--jsonl`. */
export async function runCheck(
  args: readonly string[],
  loadRegistry: () => Registry,
  environment: Environment = {},
): Promise<void> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  if (values.jsonl) return checkLines(process.stdin, process.stdout, loadRegistry());
  const given = { sender: values.sender, receivedAt: timeOf(values.received), role: roleOf(values.role) };
  const asked: Asked = { given, language: languageOf(values.lang), asJson: values.json === true };
  if (values.image === undefined) {
    const text = readText('check', positionals);
    answer([{ ...given, text }], loadRegistry(), asked);
    return;
  }
  if (positionals.length > 0) throw new UsageError('check takes a text or --image, not both');
  await checkImage(values.image, loadRegistry(), environment, asked);
}
