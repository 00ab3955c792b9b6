import { breachByWording } from './breach.js';
import type { ConductCheck } from './types.js';

export const threat: ConductCheck = {
  topic: 'threat',
  asks: 'Does it threaten with visits, other people, police, courts or worse?',
  run: (spoken) => (spoken.presses ? breachByWording('threat', spoken) : null),
};
