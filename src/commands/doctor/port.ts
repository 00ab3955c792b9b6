import { createServer } from 'node:net';
import type { Configuration } from '../configuration.js';
import { codeOf, type PartFound } from './finding.js';

const PATIENCE = 3_000;

/** Null when the address can be listened on. */
function tryListening(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(codeOf(error)));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}

/** The version of the server that answers there; null when it is another program. */
async function runningVersion(origin: string): Promise<string | null> {
  try {
    const response = await fetch(`${origin}/healthz`, { signal: AbortSignal.timeout(PATIENCE) });
    const { version, data } = (await response.json()) as { version?: unknown; data?: unknown };
    return typeof version === 'string' && data !== undefined ? version : null;
  } catch {
    return null;
  }
}

const ADVICE: Readonly<Record<string, string>> = {
  EACCES: 'write a PORT from 1024 on, or let this user listen there',
  EADDRNOTAVAIL: 'write a HOST that this machine has, such as 127.0.0.1 or 0.0.0.0',
};

/** 0.0.0.0 is listened on and cannot be asked. */
const askable = (host: string): string =>
  host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;

/** Whether the server can listen where it is told to, or does so already. */
export async function examinePort({ web: { host, port } }: Pick<Configuration, 'web'>): Promise<PartFound> {
  const trouble = await tryListening(host, port);
  if (trouble === null) return { part: 'port', state: 'ok', detail: `${host}:${port} is free`, todo: null };
  const running = trouble === 'EADDRINUSE' ? await runningVersion(`http://${askable(host)}:${port}`) : null;
  if (running !== null)
    return { part: 'port', state: 'ok', detail: `notice-check ${running} answers at ${host}:${port}`, todo: null };
  const todo = ADVICE[trouble] ?? 'write another HOST or PORT, or stop the program that has it';
  return { part: 'port', state: 'broken', detail: `${host}:${port} cannot be listened on (${trouble})`, todo };
}
