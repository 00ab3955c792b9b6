#!/usr/bin/env node
import { ChannelError } from './channels/types.js';
import { ConfigurationError } from './commands/configuration.js';
import { readKeyFile, takeRegistryOptions } from './commands/registry-options.js';
import { USAGE, UsageError } from './commands/usage.js';
import { version } from './commands/version.js';
import { readSignedSnapshot, readSnapshot, SnapshotError } from './data-files.js';
import { DataError } from './registry/data-error.js';
import { createRegistry } from './registry/registry.js';
import type { Registry } from './registry/types.js';
import { ScanError } from './scan/scan-error.js';

type Start = (args: readonly string[], loadRegistry: () => Registry) => void | Promise<void>;

/** Runs a command over the embedded records, or over those of `--registry`, which are read and checked first. */
const overRecords =
  (load: () => Promise<Start>) =>
  async (args: readonly string[]): Promise<void> => {
    const { rest, file, key } = takeRegistryOptions(args);
    const signed = file === null ? null : await readSignedSnapshot(file, readKeyFile(key));
    await (await load())(rest, () => createRegistry(signed ?? readSnapshot()));
  };

/** Commands are loaded when they are called: compiling records needs libraries that a check does without. */
const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  check: overRecords(async () => {
    const { runCheck } = await import('./commands/check.js');
    return (args, loadRegistry) => runCheck(args, loadRegistry, process.env);
  }),
  lookup: overRecords(async () => {
    const { runLookup } = await import('./commands/lookup.js');
    return (args, loadRegistry) => runLookup(args, loadRegistry, process.env);
  }),
  help: overRecords(async () => (await import('./commands/help.js')).runHelp),
  letter: overRecords(async () => (await import('./commands/letter.js')).runLetter),
  chat: overRecords(async () => {
    const { runChat } = await import('./commands/chat.js');
    return (args, loadRegistry) => runChat(args, loadRegistry, process.env);
  }),
  serve: overRecords(async () => {
    const { runStart } = await import('./commands/start.js');
    return (_, loadRegistry) => runStart(process.env, loadRegistry);
  }),
  scan: overRecords(async () => (await import('./commands/scan.js')).runScan),
  mcp: overRecords(async () => {
    const { runMcp } = await import('./commands/mcp.js');
    return (args, loadRegistry) => runMcp(args, loadRegistry, version());
  }),
  doctor: async (args) => (await import('./commands/doctor.js')).runDoctor(args, process.env),
  review: async (args) => (await import('./commands/review.js')).runReview(args, process.env),
  keys: async (args) => (await import('./commands/keys.js')).runKeys(args, process.env),
  data: async (args) => (await import('./commands/data.js')).runData(args),
  evaluate: overRecords(async () => (await import('./commands/evaluate.js')).runEvaluate),
};

async function run([command = '--help', ...args]: readonly string[]): Promise<void> {
  if (command === '--help' || command === '-h' || args.includes('--help')) return void process.stdout.write(`${USAGE}\n`);
  if (command === '--version') return void process.stdout.write(`${version()}\n`);
  const start = COMMANDS[command];
  if (!start) throw new UsageError(`unknown command '${command}'`);
  await start(args);
}

/** `parseArgs` reports a mistyped option by an error with such a code. */
const isOptionError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

const isForPeople = (error: unknown): error is Error =>
  [DataError, SnapshotError, ConfigurationError, ChannelError, ScanError].some((kind) => error instanceof kind);

function fail(error: unknown): number {
  if (error instanceof UsageError || isOptionError(error)) {
    process.stderr.write(`notice-check: ${error.message}\n\n${USAGE}\n`);
    return 2;
  }
  if (isForPeople(error)) {
    process.stderr.write(`notice-check: ${error.message}\n`);
    return 1;
  }
  throw error;
}

// A reader that stops early (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await run(process.argv.slice(2));
} catch (error) {
  process.exitCode = fail(error);
}
