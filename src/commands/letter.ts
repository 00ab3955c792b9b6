import { parseArgs } from 'node:util';
import { checkNotice } from '../checker.js';
import { composeLetter } from '../letters/compose-letter.js';
import { lettersFor } from '../letters/fitting-letters.js';
import { renderLetterHtml } from '../letters/letter-html.js';
import { renderLetterText } from '../letters/letter-text.js';
import { LETTERS, type Letter, type LetterFacts, type LetterId } from '../letters/types.js';
import type { Registry } from '../registry/types.js';
import type { Language } from '../reply/types.js';
import { flatten, wordingIn } from '../reply/wording.js';
import { languageOf, readText, roleOf, timeOf } from './input.js';
import { writeNewFile } from './new-file.js';
import { UsageError } from './usage.js';

const OPTIONS = {
  to: { type: 'string' },
  sender: { type: 'string' },
  received: { type: 'string' },
  role: { type: 'string' },
  lang: { type: 'string' },
  html: { type: 'boolean' },
  out: { type: 'string' },
} as const;

const isLetterId = (value: string): value is LetterId => LETTERS.some((id) => id === value);

function addresseeOf(value: string | undefined): LetterId | null {
  if (value === undefined || isLetterId(value)) return value ?? null;
  throw new UsageError(`--to must be one of ${LETTERS.join(', ')}, not '${value}'`);
}

/** The letter, and below it how to hand it in. */
function withHandIn(letter: Letter): string {
  const steps = letter.handIn.map((line) => `· ${flatten(line)}`);
  return [renderLetterText(letter), [letter.around.handIn, ...steps].join('\n'), letter.around.basis].join('\n\n');
}

/** Which letters fit, as `--to` takes them, with what each is for. */
function listLetters(facts: LetterFacts, registry: Registry, language: Language): string {
  const wording = wordingIn(registry, language);
  const ids = lettersFor(facts, registry);
  if (ids.length === 0) return wording.text('letter.fits.none');
  const lines = ids.flatMap((id) => {
    const template = registry.letters.get(id);
    if (!template) return [];
    const values = { name: template.name[language], purpose: template.purpose[language] };
    return [`  --to ${id.padEnd(17)} ${wording.text('letter.fits.line', values)}`];
  });
  return [wording.text('letter.fits'), ...lines].join('\n');
}

function put(text: string, path: string | undefined): void {
  if (path !== undefined) writeNewFile(path, text);
  process.stdout.write(`${path ?? text.trimEnd()}\n`);
}

/** Runs `letter`: writes a complaint about one notice, or lists which ones fit. */
export function runLetter(args: readonly string[], loadRegistry: () => Registry): void {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const id = addresseeOf(values.to);
  if (id === null && (values.html || values.out !== undefined)) throw new UsageError('--html and --out need --to');
  const given = { sender: values.sender, receivedAt: timeOf(values.received), role: roleOf(values.role) };
  const language = languageOf(values.lang);
  const text = readText('letter', positionals);
  const registry = loadRegistry();
  const verdict = checkNotice({ text, ...given }, registry).gravest;
  const facts: LetterFacts = {
    verdict,
    platform: null,
    role: given.role ?? null,
    receivedAt: given.receivedAt ?? null,
    askedToStop: null,
  };
  if (id === null) {
    put(listLetters(facts, registry, language), undefined);
    return;
  }
  const letter = composeLetter(id, facts, registry, language);
  put(values.html ? renderLetterHtml(letter) : `${withHandIn(letter)}\n`, values.out);
}
