import type { Dialect } from 'kysely';
import { loadKeys } from '../../src/store/keys.js';
import { createStore, prepareDatabase, type Store } from '../../src/store/open-store.js';

/** A store over a dialect of the test's own. */
export async function createDialectStore(dialect: () => Dialect, clock: { now(): number }, key: string): Promise<Store> {
  const store = createStore(async () => prepareDatabase(dialect(), await loadKeys('', key), 0), clock);
  await store.probe();
  return store;
}
