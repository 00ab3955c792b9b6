import { pino } from 'pino';
import type { Journal } from '../dialogue/ports.js';
import type { LogLevel } from './configuration.js';

/** Where lines of the log go. */
export interface Log {
  info(what: Readonly<Record<string, unknown>>, line: string): void;
  warn(what: Readonly<Record<string, unknown>>, line: string): void;
  error(what: Readonly<Record<string, unknown>>, line: string): void;
}

/** Structured lines on standard error, one JSON object each; standard output stays for answers. */
export const createLog = (level: LogLevel): Log => pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));

/** Writes what happened into the log. Entries hold no words of a message and nobody's name; neither does the log. */
export function createJournal(log: Log): Journal {
  return {
    note(entry) {
      if (entry.kind === 'failed') log.error(entry, 'failed');
      else log.info(entry, entry.kind);
    },
  };
}
