import { breachByWording, breachOfGroup } from './breach.js';
import { authoritySignature } from './public-authority.js';
import type { ConductCheck } from './types.js';

export const impersonation: ConductCheck = {
  topic: 'impersonation',
  asks: 'Does a lender or collector speak in the name of a court, the police, a regulator or an unnamed lawyer?',

  // A court or the police as the sender of a collector's text. Their own notices never get this far.
  run(spoken) {
    const signature = authoritySignature(spoken);
    return signature ? breachOfGroup('posing-as-authority', signature.span, spoken) : breachByWording('impersonation', spoken);
  },
};
