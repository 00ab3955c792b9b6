import type pg from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Limits } from '../dialogue/ports.js';

/** Messages that one person is answered within `WINDOW` seconds: several forwards and their questions, but no flood. */
export const MOST_MESSAGES = 30;
const WINDOW = 60;

const OPTIONS = { points: MOST_MESSAGES, duration: WINDOW, keyPrefix: 'messages' } as const;

type Limiter = RateLimiterMemory | RateLimiterPostgres;

async function consume(limiter: Limiter, key: string): ReturnType<Limits['take']> {
  try {
    await limiter.consume(key);
    return 'granted';
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return refusal.consumedPoints === MOST_MESSAGES + 1 ? 'told_now' : 'refused';
  }
}

/** Counts by `hash` of a person. Over PostgreSQL all workers count together; while that is gone each one counts for itself. */
export function createLimits(hash: (person: string) => Promise<string>, pool: pg.Pool | null): Limits {
  const alone = new RateLimiterMemory(OPTIONS);
  if (pool === null) return { take: (person) => consume(alone, person) };
  const together = new RateLimiterPostgres({ ...OPTIONS, storeClient: pool, tableName: 'limits', tableCreated: true });
  return {
    async take(person) {
      try {
        return await consume(together, await hash(person));
      } catch {
        return consume(alone, person);
      }
    },
  };
}
