import { parseArgs } from 'node:util';
import { lookUp } from '../registry/lookup.js';
import type { Registry } from '../registry/types.js';
import { lookupAnswer } from '../reply/lookup-answer.js';
import { readStoreConfiguration } from './configuration.js';
import { languageOf } from './input.js';
import { seenCount } from './seen-count.js';
import { drawnLookup } from './terminal.js';
import { UsageError } from './usage.js';

const OPTIONS = { lang: { type: 'string' }, json: { type: 'boolean' } } as const;

/** Runs `lookup QUERY`: whose number, address, signature or name it is, and how often it was seen where a memory is. */
export async function runLookup(
  args: readonly string[],
  loadRegistry: () => Registry,
  environment: Readonly<Record<string, string | undefined>> = {},
): Promise<void> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const language = languageOf(values.lang);
  const typed = positionals.join(' ').trim();
  if (typed === '') throw new UsageError('lookup needs a number, an address, a name or a signature, such as: lookup 95588');
  const configuration = readStoreConfiguration(environment);
  const registry = loadRegistry();
  const lookup = lookUp(typed, registry);
  const seen = await seenCount(lookup, configuration);
  const answer = values.json
    ? JSON.stringify(lookupAnswer(lookup, registry, language, seen), null, 2)
    : drawnLookup(lookup, registry, language, seen);
  process.stdout.write(`${answer}\n`);
}
