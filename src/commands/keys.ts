import { rotateKeys } from '../store/keys.js';
import { ConfigurationError, readStoreConfiguration } from './configuration.js';
import { UsageError } from './usage.js';

/**
 * Runs `keys rotate`: what is written from the next start on is hashed under a new key. Old keys stay in the file, because what was
 * written with them is still read and erased.
 */
export async function runKeys(
  [action = '', ...rest]: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  if (action !== 'rotate' || rest.length > 0) throw new UsageError('keys takes rotate, and nothing else');
  const { home, storeKey } = readStoreConfiguration(environment);
  if (storeKey !== null)
    throw new ConfigurationError('the keys are in NOTICE_CHECK_KEY: write a new one in front of them, with a comma between');
  const ring = await rotateKeys(home);
  process.stdout.write(`a new key, ${ring[0].id}, stands in front of ${ring.length - 1} in ${home}; restart the server\n`);
}
