import type { Clock } from '../../dialogue/ports.js';
import type { ChannelHealth } from '../types.js';

type State = ChannelHealth['state'];

/** What can go wrong by itself: messages come in one way and go out another. */
export type Part = 'receiving' | 'sending';

interface Condition {
  readonly state: State;
  readonly detail: string;
}

/** Where the parts of the channel say how they are doing. */
export interface HealthBoard {
  read(): ChannelHealth;
  report(part: Part, state: State, detail?: string): void;
}

const GRAVITY: readonly State[] = ['up', 'starting', 'degraded', 'down'];

const graver = (a: Condition, b: Condition): Condition => (GRAVITY.indexOf(b.state) > GRAVITY.indexOf(a.state) ? b : a);

/** The channel is as well as the worst of its parts. `since` moves only when the state does. */
export function createHealthBoard(clock: Clock): HealthBoard {
  const parts: Record<Part, Condition> = {
    receiving: { state: 'starting', detail: '' },
    sending: { state: 'up', detail: '' },
  };
  let shown: ChannelHealth = { state: 'starting', detail: '', since: clock.now() };
  return {
    read: () => shown,
    report: (part, state, detail = '') => {
      parts[part] = { state, detail };
      const worst = graver(parts.receiving, parts.sending);
      shown = { ...worst, since: worst.state === shown.state ? shown.since : clock.now() };
    },
  };
}
