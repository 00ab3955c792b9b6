import { ChannelError } from './channels/types.js';
import { ConfigurationError } from './commands/configuration.js';
import { runStart } from './commands/start.js';
import { readSnapshot, SnapshotError } from './data-files.js';
import { createRegistry } from './registry/registry.js';

const isForPeople = (error: unknown): error is Error =>
  error instanceof SnapshotError || error instanceof ConfigurationError || error instanceof ChannelError;

try {
  await runStart(process.env, () => createRegistry(readSnapshot()));
} catch (error) {
  if (!isForPeople(error)) throw error;
  process.stderr.write(`notice-check: ${error.message}\n`);
  process.exitCode = 1;
}
