import { openStore } from '../../src/store/open-store.js';

/** Writes one conversation after the other and says each time that it is kept, until it is killed. Arguments: folder, round. */
const [home = '', round = ''] = process.argv.slice(2);
const store = await openStore({ home, databaseUrl: null, clock: { now: Date.now }, key: null });
for (let at = 0; ; at += 1) {
  const key = JSON.stringify(['test', 'home', `${round}-${at}`]);
  const state = { language: null, heard: null, role: null, waiting: null, last: null, choices: {}, asked: [], told: { at } };
  await store.conversations.write(key, state, Date.now() + 3_600_000);
  process.stdout.write(`${at}\n`);
}
