import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export interface Worker {
  readonly port: number;
  /** What it wrote into its log so far. */
  log(): string;
  /** Rejects with its log when it ends by itself. */
  readonly broken: Promise<never>;
  /** Ends it at once, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Lets it finish. */
  stop(): Promise<void>;
}

const ended = (child: ChildProcess, signal: NodeJS.Signals): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill(signal);
  });

/** The built program as it is run on a server, with these settings and none of the machine's. */
export function startWorker(port: number, settings: Readonly<Record<string, string>>): Worker {
  const child = spawn(process.execPath, [CLI, 'serve'], {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'info', HOST: '127.0.0.1', PORT: String(port), ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  const broken = new Promise<never>((_, reject) => {
    child.once('exit', (code) => {
      if (code) reject(new Error(`a worker ended with ${code}:\n${log}`));
    });
  });
  return { port, log: () => log, broken, kill: () => ended(child, 'SIGKILL'), stop: () => ended(child, 'SIGTERM') };
}
