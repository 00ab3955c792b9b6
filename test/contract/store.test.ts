import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openStore } from '../../src/store/open-store.js';
import { createDialectStore } from '../store/dialect-store.js';
import { createPglite } from '../store/pglite-dialect.js';
import { createTestDatabase, missingServer } from '../store/postgres-server.js';
import { describeStore } from './store.js';

const KEY = 'ab'.repeat(32);

describeStore({
  name: 'a file',
  missing: null,
  async make(clock) {
    const home = mkdtempSync(join(tmpdir(), 'notice-check-'));
    const open = () => openStore({ home, databaseUrl: null, clock, key: null });
    const store = await open();
    return {
      store,
      again: open,
      async close() {
        await store.close();
        rmSync(home, { recursive: true });
      },
    };
  },
});

const pglite = await createPglite();
afterAll(() => pglite.close());

describeStore({
  name: 'PGlite',
  missing: null,
  async make(clock) {
    const open = () => createDialectStore(pglite.dialect, clock, KEY);
    const store = await open();
    return {
      store,
      again: open,
      async close() {
        await store.close();
        await pglite.empty();
      },
    };
  },
});

describeStore({
  name: 'PostgreSQL',
  missing: await missingServer(),
  async make(clock) {
    const database = await createTestDatabase();
    const open = () => openStore({ home: tmpdir(), databaseUrl: database.url, clock, key: KEY });
    const store = await open();
    return {
      store,
      again: open,
      async close() {
        await store.close();
        await database.drop();
      },
    };
  },
});
