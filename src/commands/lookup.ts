import { parseArgs } from 'node:util';
import { lookUp } from '../registry/lookup.js';
import type { Registry } from '../registry/types.js';
import { lookupAnswer } from '../reply/lookup-answer.js';
import { languageOf } from './input.js';
import { drawnLookup } from './terminal.js';
import { UsageError } from './usage.js';

const OPTIONS = { lang: { type: 'string' }, json: { type: 'boolean' } } as const;

/** Runs `lookup QUERY`: whose number, address, signature or name it is. */
export function runLookup(args: readonly string[], loadRegistry: () => Registry): void {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const language = languageOf(values.lang);
  const typed = positionals.join(' ').trim();
  if (typed === '') throw new UsageError('lookup needs a number, an address, a name or a signature, such as: lookup 95588');
  const registry = loadRegistry();
  const lookup = lookUp(typed, registry);
  if (values.json) {
    process.stdout.write(`${JSON.stringify(lookupAnswer(lookup, registry, language), null, 2)}\n`);
    return;
  }
  process.stdout.write(`${drawnLookup(lookup, registry, language)}
`);
}
