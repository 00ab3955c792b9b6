import { parseArgs } from 'node:util';
import { checkNotice } from '../checker.js';
import type { NoticeInput } from '../notice/types.js';
import type { Registry } from '../registry/types.js';
import { answerInFull } from '../reply/answer.js';
import { composePaste } from '../reply/compose-paste.js';
import { checkLines } from './check-lines.js';
import { languageOf, readText, roleOf, timeOf } from './input.js';
import { drawn } from './terminal.js';

const OPTIONS = {
  sender: { type: 'string' },
  received: { type: 'string' },
  role: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
  jsonl: { type: 'boolean' },
} as const;

/** Runs `check`: prints one answer, or one per line with `--jsonl`. */
export async function runCheck(args: readonly string[], loadRegistry: () => Registry): Promise<void> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  if (values.jsonl) return checkLines(process.stdin, process.stdout, loadRegistry());
  const input: NoticeInput = { text: '', sender: values.sender, receivedAt: timeOf(values.received), role: roleOf(values.role) };
  const language = languageOf(values.lang);
  const text = readText('check', positionals);
  const registry = loadRegistry();
  const checked = checkNotice({ ...input, text }, registry);
  const answer = values.json
    ? JSON.stringify(answerInFull(checked, registry, language), null, 2)
    : drawn(composePaste(checked, registry, language));
  process.stdout.write(`${answer}\n`);
}
