import type pg from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Limits, Rate } from '../dialogue/ports.js';

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

export interface RateOptions {
  /** Counts of different names do not mix. */
  readonly name: string;
  /** Within a minute. */
  readonly most: number;
}

async function consumeRate(limiter: Limiter, key: string): ReturnType<Rate['take']> {
  const outcome = await limiter.consume(key).catch((refusal: unknown) => {
    if (refusal instanceof RateLimiterRes) return refusal;
    throw refusal;
  });
  return { granted: outcome.consumedPoints <= limiter.points, secondsLeft: Math.ceil(outcome.msBeforeNext / 1000) };
}

/** The same for doors that are not conversations. */
export function createRate({ name, most }: RateOptions, hash: (person: string) => Promise<string>, pool: pg.Pool | null): Rate {
  const options = { points: most, duration: WINDOW, keyPrefix: name };
  const alone = new RateLimiterMemory(options);
  if (pool === null) return { take: (who) => consumeRate(alone, who) };
  const together = new RateLimiterPostgres({ ...options, storeClient: pool, tableName: 'limits', tableCreated: true });
  return {
    async take(who) {
      try {
        return await consumeRate(together, await hash(who));
      } catch {
        return consumeRate(alone, who);
      }
    },
  };
}
