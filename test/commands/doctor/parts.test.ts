import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readConfiguration } from '../../../src/commands/configuration.js';
import { examinePostgres } from '../../../src/commands/doctor/database.js';
import { examineEmbedded, examineHome } from '../../../src/commands/doctor/home.js';
import { examinePictures, examineWechat } from '../../../src/commands/doctor/packages.js';
import { examinePort } from '../../../src/commands/doctor/port.js';
import { examineProgram } from '../../../src/commands/doctor/program.js';
import { examineRecords } from '../../../src/commands/doctor/records.js';
import { examineTelegram } from '../../../src/commands/doctor/telegram.js';
import { SnapshotError } from '../../../src/data-files.js';
import { type BotApiServer, serverError, startBotApiServer } from '../../channels/telegram/bot-api-server.js';
import { createTestDatabase, missingServer } from '../../store/postgres-server.js';
import { serve } from '../../web/served.js';

const GIGABYTE = 1_024 ** 3;
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'notice-check-doctor-'));

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function listening(server: Server): Promise<number> {
  open.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return (server.address() as AddressInfo).port;
}

describe('the program', () => {
  it('runs on the Node.js that it asks for', () => {
    expect(examineProgram('20.19.0', GIGABYTE)).toMatchObject({ state: 'ok', todo: null });
    expect(examineProgram('24.1.0', GIGABYTE)).toMatchObject({ state: 'ok' });
  });

  it('is broken on an older one, and short of memory with little', () => {
    expect(examineProgram('20.18.3', GIGABYTE)).toMatchObject({ state: 'broken', todo: expect.stringContaining('20.19') });
    expect(examineProgram('22.0.0', GIGABYTE / 8)).toMatchObject({ state: 'warning', todo: expect.stringContaining('512 MB') });
  });
});

describe('the records', () => {
  it('tell their day, and how many facts are due', () => {
    expect(examineRecords('2026-11-22')).toMatchObject({
      state: 'ok',
      detail: expect.stringMatching(/as of 20.*, 0 facts older/),
    });
    expect(examineRecords('2029-01-01')).toMatchObject({
      state: 'warning',
      detail: expect.stringMatching(/[1-9]\d* facts older/),
    });
  });

  it('are broken when they were not built', () => {
    const missing = (): never => {
      throw new SnapshotError('The compiled records are missing');
    };
    expect(examineRecords('2026-11-22', missing)).toMatchObject({ state: 'broken', todo: 'run: npm run build' });
  });
});

describe('the home folder', () => {
  it('is there, or will be made', () => {
    const folder = newFolder();
    expect(examineHome({ home: folder })).toMatchObject({ state: 'ok', detail: folder });
    expect(examineHome({ home: join(folder, 'a', 'b') })).toMatchObject({
      state: 'ok',
      detail: expect.stringContaining('will be made'),
    });
  });

  it('is broken below a file', () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    expect(examineHome({ home: join(file, 'var') })).toMatchObject({
      state: 'broken',
      todo: expect.stringContaining('NOTICE_CHECK_HOME'),
    });
  });
});

describe('the embedded memory', () => {
  const withFile = (content: string): string => {
    const home = newFolder();
    writeFileSync(join(home, 'notice-check.db'), content);
    return home;
  };

  it('is there, or will be made', () => {
    expect(examineEmbedded({ home: newFolder() })).toMatchObject({
      state: 'ok',
      detail: expect.stringContaining('will be made'),
    });
    expect(examineEmbedded({ home: withFile('SQLite format 3\0 and so on') })).toMatchObject({ state: 'ok' });
    expect(examineEmbedded({ home: withFile('') })).toMatchObject({ state: 'ok' });
  });

  it('is found to be damaged', () => {
    expect(examineEmbedded({ home: withFile('something else') })).toMatchObject({ state: 'warning' });
  });
});

describe('PostgreSQL', () => {
  it('that does not answer, or is something else, is broken, and its password is not told', async () => {
    const port = await listening(createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
    for (const address of [`127.0.0.1:${port}`, '127.0.0.1:1']) {
      const found = await examinePostgres(`postgres://user:geheim-154@${address}/memory`);
      expect(found).toMatchObject({
        state: 'broken',
        detail: expect.stringContaining(address),
        todo: expect.stringContaining('DATABASE_URL'),
      });
      expect(JSON.stringify(found)).not.toContain('geheim');
    }
  });
});

const missing = await missingServer();
describe.skipIf(missing !== null)(`PostgreSQL that runs${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  it('is asked and left as it is', async () => {
    const database = await createTestDatabase();
    open.push({ close: () => database.drop() });
    for (let twice = 0; twice < 2; twice += 1)
      expect(await examinePostgres(database.url)).toMatchObject({
        state: 'ok',
        detail: expect.stringContaining('will be made at the first start'),
      });
    const other = new URL(database.url);
    other.pathname = '/no_such_database';
    expect(await examinePostgres(other.href)).toMatchObject({ state: 'broken', detail: expect.stringContaining('3D000') });
  });
});

describe('the port', () => {
  const at = (port: number, host = '127.0.0.1') => examinePort(readConfiguration({ PORT: String(port), HOST: host }));

  it('is free', async () => {
    const server = createServer();
    const port = await listening(server);
    await new Promise((closed) => server.close(closed));
    expect(await at(port)).toMatchObject({ state: 'ok', detail: expect.stringContaining('is free') });
  });

  it('is taken by another program', async () => {
    const port = await listening(createHttpServer((_, response) => response.end('{"version":"9"}')));
    expect(await at(port)).toMatchObject({ state: 'broken', todo: expect.stringContaining('another HOST or PORT') });
  });

  it('is taken by this program, which answers', async () => {
    const served = await serve();
    open.push(served);
    expect(await at(served.port)).toMatchObject({ state: 'ok', detail: expect.stringMatching(/notice-check .* answers/) });
  });

  it('is at an address that this machine does not have', async () => {
    expect(await at(0, '192.0.2.1')).toMatchObject({ state: 'broken', todo: expect.stringContaining('HOST') });
  });
});

describe('Telegram', () => {
  const examine = (
    { token, apiRoot }: Pick<BotApiServer, 'token' | 'apiRoot'>,
    webhook: { url: string; secret: string } | null = null,
  ) => examineTelegram({ token, apiRoot, webhook });

  it('knows the bot', async () => {
    const server = await startBotApiServer();
    open.push(server);
    expect(await examine(server)).toMatchObject({ state: 'ok', detail: '@notice_check_bot answers; it polls' });
  });

  it('does not know the token, is in trouble, or does not answer, and the token is never told', async () => {
    const server = await startBotApiServer();
    open.push(server);
    const wrong = await examine({ token: '1:geheim', apiRoot: server.apiRoot });
    expect(wrong).toMatchObject({ state: 'broken', todo: expect.stringContaining('TELEGRAM_BOT_TOKEN') });
    server.fail('getMe', serverError);
    expect(await examine(server)).toMatchObject({ state: 'broken', detail: expect.stringContaining('502') });
    const silent = await examine({ token: '1:geheim', apiRoot: 'http://127.0.0.1:1/x' });
    expect(silent).toMatchObject({ state: 'broken', todo: expect.stringContaining('TELEGRAM_API_ROOT') });
    expect(JSON.stringify([wrong, silent])).not.toContain('geheim');
  });

  it('says what went wrong when it called back', async () => {
    let trouble = '';
    const port = await listening(
      createHttpServer(({ url }, response) => {
        const result = url?.endsWith('/getMe')
          ? { username: 'lizi_bot' }
          : { url: 'https://a.example', last_error_message: trouble };
        response.end(JSON.stringify({ ok: true, result }));
      }),
    );
    const asked = () => examine({ token: '1:a', apiRoot: `http://127.0.0.1:${port}` }, { url: 'https://a.example', secret: 's' });
    expect(await asked()).toMatchObject({ state: 'ok', detail: '@lizi_bot answers; it is called back' });
    trouble = 'Connection\u001b[31m refused';
    expect(await asked()).toMatchObject({ state: 'warning', detail: expect.stringContaining('Connection refused') });
  });
});

describe('packages', () => {
  it('that are there are found', () => {
    expect(examinePictures('tesseract')).toMatchObject({ state: 'ok' });
  });

  it('that are missing are named with the command that installs them', () => {
    const wechat = { puppet: 'wechaty-puppet-lizi', token: null, endpoint: null, friendWord: null };
    expect(examineWechat(wechat)).toMatchObject({
      state: 'broken',
      todo: expect.stringMatching(/^npm install .*wechaty-puppet-lizi$/),
    });
    expect(examineWechat(null)).toMatchObject({ state: 'off', todo: expect.stringContaining('WECHATY_PUPPET') });
  });
});
