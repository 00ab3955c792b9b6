import { personOfConversation } from '../dialogue/person.js';
import type { ConversationStore } from '../dialogue/ports.js';
import type { ConversationState } from '../dialogue/state.js';
import type { Connection } from './connection.js';
import { hashed, hashedByAll } from './keys.js';

/** A state that another version wrote and that cannot be read is forgotten. */
function parse(state: string): ConversationState | null {
  try {
    return JSON.parse(state) as ConversationState;
  } catch {
    return null;
  }
}

/** Conversations in a database. */
export function createConversations(connection: Connection): ConversationStore {
  return {
    read: (key, now) =>
      connection.use(async ({ db, keys }) => {
        const rows = await db
          .selectFrom('conversations')
          .select(['id', 'state'])
          .where('id', 'in', hashedByAll(keys, 'conversation', key))
          .where('expires_at', '>', now)
          .execute();
        const newest = rows.find(({ id }) => id === hashed(keys[0], 'conversation', key)) ?? rows[0];
        return newest ? parse(newest.state) : null;
      }),
    write: (key, state, expiresAt) =>
      connection.use(async ({ db, keys }) => {
        const row = { state: JSON.stringify(state), expires_at: expiresAt };
        await db
          .insertInto('conversations')
          .values({
            id: hashed(keys[0], 'conversation', key),
            person: hashed(keys[0], 'person', personOfConversation(key)),
            ...row,
          })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
          .execute();
      }),
    erase: (key) =>
      connection.erase(async ({ db, keys }) => {
        const { numDeletedRows } = await db
          .deleteFrom('conversations')
          .where('person', 'in', hashedByAll(keys, 'person', personOfConversation(key)))
          .executeTakeFirstOrThrow();
        return Number(numDeletedRows);
      }),
    export: (person) =>
      connection.use(({ db, keys }) =>
        db
          .selectFrom('conversations')
          .select(['state', 'expires_at'])
          .where('person', 'in', hashedByAll(keys, 'person', person))
          .execute(),
      ),
  };
}
