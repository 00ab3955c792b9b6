import { breachByWording } from './breach.js';
import type { ConductCheck } from './types.js';

export const insult: ConductCheck = {
  topic: 'insult',
  asks: 'Does it insult or humiliate?',
  run: (spoken) => (spoken.presses ? breachByWording('insult', spoken) : null),
};
