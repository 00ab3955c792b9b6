import { breachByWording } from './breach.js';
import type { ConductCheck } from './types.js';

export const exaggeration: ConductCheck = {
  topic: 'exaggeration',
  asks: 'Does it exaggerate what will follow, beyond what a lender can know or decide?',
  run: (spoken) => (spoken.presses ? breachByWording('exaggeration', spoken) : null),
};
