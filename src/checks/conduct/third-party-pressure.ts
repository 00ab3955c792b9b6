import { breachByWording } from './breach.js';
import type { ConductCheck } from './types.js';

export const thirdPartyPressure: ConductCheck = {
  topic: 'third_party_pressure',
  asks: 'Is somebody who owes nothing asked to pay, or to help collect beyond passing a message on?',
  run: (spoken) => breachByWording('third_party_pressure', spoken),
};
