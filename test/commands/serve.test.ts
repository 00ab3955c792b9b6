import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROJECT } from '../structure/source-tree.js';

let home: string;
let running: ChildProcessByStdio<null, Readable, Readable> | null = null;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'notice-check-'));
});
afterEach(() => {
  running?.kill('SIGKILL');
  running = null;
  rmSync(home, { recursive: true });
});

/** Starts the built server as `npm start` does; `said` is what it wrote to standard output and error so far. */
function start(environment: Record<string, string>) {
  const child = spawn(process.execPath, [join(PROJECT, 'dist/main.js')], {
    env: { PATH: process.env.PATH ?? '', NOTICE_CHECK_HOME: home, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running = child;
  const said = { out: '', error: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.error += text;
  });
  return { child, said, ended: once(child, 'close') as Promise<[number | null]> };
}

async function addressOf({ child, said }: ReturnType<typeof start>): Promise<string> {
  for (;;) {
    const [address] = /http:\/\/127\.0\.0\.1:\d+\//.exec(said.out) ?? [];
    if (address !== undefined) return address;
    await once(child.stdout, 'data');
  }
}

describe('npm start', () => {
  it('prints the worked example and where the page is, serves, and ends when it is told to', async () => {
    const server = start({});
    const address = await addressOf(server);
    expect(server.said.out).toContain('95118');
    expect((await fetch(`${address}readyz`)).status).toBe(200);
    const health = (await (await fetch(`${address}healthz`)).json()) as { store: { state: string }; version: string };
    expect(health.store.state).toBe('up');
    expect(health.version).toMatch(/^\d+\.\d+\.\d+/);
    const answer = await fetch(`${address}v1/checks`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: '【京东金融】王秀英您的白条已逾期，加微信 jdzy8866 处理' }),
    });
    expect(answer.status).toBe(200);
    server.child.kill('SIGTERM');
    expect((await server.ended)[0]).toBe(0);
    expect(server.said.error).not.toMatch(/王秀英|白条|jdzy8866|127\.0\.0\.1(?!:\d+\/)/);
  });

  it('says in one line which variable is wrong', async () => {
    const server = start({ PORT: 'x' });
    expect((await server.ended)[0]).toBe(1);
    expect(server.said.error).toBe("notice-check: PORT is 'x'; write a number from 0 to 65535, such as 8787\n");
  });

  it('says in one line that the address is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const server = start({ PORT: String(port) });
    expect((await server.ended)[0]).toBe(1);
    expect(server.said.error).toContain(
      `notice-check: Cannot listen on 127.0.0.1:${port} (EADDRINUSE); write another HOST or PORT\n`,
    );
    other.close();
  });
});
