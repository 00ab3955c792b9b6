import { breachByWording } from './breach.js';
import type { ConductCheck } from './types.js';

export const extraFees: ConductCheck = {
  topic: 'extra_fees',
  asks: 'Are fees asked for beyond the debt, or is the reader pushed into a new loan?',
  // The fee of an instalment plan in an ordinary bill is part of the contract.
  run: (spoken) => (spoken.presses ? breachByWording('extra_fees', spoken) : null),
};
