import type { Clock } from '../../dialogue/ports.js';
import type { ChannelHealth } from '../types.js';

/** Where the account stands. */
export type Phase = 'stopped' | 'starting' | 'scan' | 'in' | 'out' | 'lost';

const STATES: Readonly<Record<Phase, ChannelHealth['state']>> = {
  stopped: 'down',
  starting: 'starting',
  scan: 'starting',
  in: 'up',
  out: 'down',
  lost: 'down',
};

const WORDS: Readonly<Record<Phase, string>> = {
  stopped: 'stopped',
  starting: 'starting',
  scan: 'waits for the QR code to be scanned',
  in: 'logged in',
  out: 'logged out; waits for a new QR code to be scanned',
  lost: 'the gateway is lost; the bot is made anew',
};

/** Remembers where the account stands since when, and says each change once. */
export interface Standing {
  readonly phase: Phase;
  readonly since: number;
  /** `detail` is a line of ours, see reasonOf. */
  enter(phase: Phase, detail?: string): void;
  /** A line that changes nothing. */
  say(line: string): void;
  health(): Pick<ChannelHealth, 'state' | 'detail' | 'since'>;
}

export function createStanding(channel: string, clock: Clock, print: (line: string) => void): Standing {
  let phase: Phase = 'stopped';
  let detail = '';
  let since = clock.now();
  const say = (line: string): void => print(`${channel}: ${line}`);
  const words = (): string => [WORDS[phase], detail].filter((part) => part !== '').join(': ');

  return {
    get phase() {
      return phase;
    },
    get since() {
      return since;
    },
    say,
    enter(next, why = '') {
      if (next === phase && why === detail) return;
      if (next !== phase) since = clock.now();
      phase = next;
      detail = why;
      say(words());
    },
    health: () => ({ state: STATES[phase], detail: phase === 'in' ? '' : words(), since }),
  };
}
