import { parseArgs } from 'node:util';
import type { Registry } from '../registry/types.js';

/** Runs `mcp`: answers an assistant over standard input and output, from the records alone, until it hangs up. */
export async function runMcp(args: readonly string[], loadRegistry: () => Registry, version: string): Promise<void> {
  parseArgs({ args: [...args], options: {} });
  const [{ fromRecordsAlone }, { answerOverStdio }] = await Promise.all([import('../mcp/ports.js'), import('../mcp/stdio.js')]);
  const registry = loadRegistry();
  await answerOverStdio(
    fromRecordsAlone(() => registry, version),
    process.stdin,
    process.stdout,
  );
}
