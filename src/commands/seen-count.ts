import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../channels/system-clock.js';
import { addressLookedUp } from '../dialogue/addresses.js';
import type { Lookup } from '../registry/lookup.js';
import type { SeenCount } from '../reply/lookup-reply.js';
import type { StoreConfiguration } from './configuration.js';

/** As the store names it; its code is loaded only where there is one. */
const DATABASE_FILE = 'notice-check.db';

/** How often what is looked up was seen; null where no memory is, and where it cannot be asked: the records answer all the same. */
export async function seenCount(lookup: Lookup, { home, databaseUrl, storeKey }: StoreConfiguration): Promise<SeenCount | null> {
  const address = addressLookedUp(lookup);
  if (address === null || (databaseUrl === null && !existsSync(join(home, DATABASE_FILE)))) return null;
  const { openStore } = await import('../store/open-store.js');
  const store = await openStore({ home, databaseUrl, clock: systemClock, key: storeKey });
  try {
    return await store.sightings.ofAddress(address);
  } catch {
    return null;
  } finally {
    await store.close();
  }
}
