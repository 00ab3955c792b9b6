import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../channels/system-clock.js';
import { StoreUnavailable } from '../store/connection.js';
import { DATABASE_FILE, openStore, type Store } from '../store/open-store.js';
import { ConfigurationError, readStoreConfiguration, type StoreConfiguration } from './configuration.js';
import { table } from './table.js';
import { UsageError } from './usage.js';

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** A memory that does not exist is not made by asking for it. */
async function openExisting({ home, databaseUrl, storeKey }: StoreConfiguration): Promise<Store> {
  if (databaseUrl === null && !existsSync(join(home, DATABASE_FILE)))
    throw new ConfigurationError(`there is no memory in ${home}; set NOTICE_CHECK_HOME or DATABASE_URL to those of the server`);
  return openStore({ home, databaseUrl, clock: systemClock, key: storeKey });
}

async function list(store: Store): Promise<void> {
  const reviews = await store.feedback.list();
  if (reviews.length === 0) return print('nobody says that a verdict was wrong');
  const rows = reviews.map((review) => [
    review.id,
    review.day,
    review.verdict,
    review.reason ?? '-',
    review.platform ?? '-',
    String(review.people),
    String(review.complaints),
    review.findings.join(' ') || '-',
  ]);
  const templates = reviews.flatMap(({ id, template }) => (template === null ? [] : [`${id}: ${template}`]));
  print(table(['id', 'day', 'verdict', 'said to be', 'claims', 'forwarded by', 'doubted by', 'findings'], rows));
  if (templates.length > 0)
    print(
      `\nthe words, # where numbers, amounts, links and recognised names stood; others may be left:\n${templates.join('\n')}`,
    );
}

async function settle(store: Store, status: 'accepted' | 'rejected', [id, ...rest]: readonly string[]): Promise<void> {
  if (id === undefined || rest.length > 0) throw new UsageError('review accept and review reject take one id of review list');
  const review = (await store.feedback.list()).find((open) => open.id === id);
  if (!(await store.feedback.settle(id, status))) throw new UsageError(`no open complaint has the id '${id}'; see review list`);
  print(`${id} is ${status}`);
  // Its words are gone from the memory now: what a pattern is made of stands here for the last time.
  if (status === 'accepted' && review?.template) print(`its words, for a pattern under data/:\n${review.template}`);
}

const ACTIONS: Readonly<Record<string, (store: Store, args: readonly string[]) => Promise<void>>> = {
  list,
  accept: (store, args) => settle(store, 'accepted', args),
  reject: (store, args) => settle(store, 'rejected', args),
};

/**
 * Runs `review`: what people said to be wrong, for an operator. An accepted complaint keeps earlier sightings of its wording
 * from speaking against later ones.
 */
export async function runReview(
  [action = '', ...args]: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const run = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (!run) throw new UsageError(`review takes one of ${Object.keys(ACTIONS).join(', ')}${action ? `, not '${action}'` : ''}`);
  const store = await openExisting(readStoreConfiguration(environment));
  try {
    await run(store, args);
  } catch (error) {
    if (error instanceof StoreUnavailable) throw new ConfigurationError(`the memory cannot be used: ${error.message}`);
    throw error;
  } finally {
    await store.close();
  }
}
