import { breachByWording, breachOfGroup } from './breach.js';
import { toldDetails } from './told-details.js';
import type { Breach, ConductCheck, Spoken } from './types.js';

function breachByIdNumber(spoken: Spoken): Breach | null {
  const [shown] = toldDetails(spoken, new Set(['id_number']));
  return shown ? breachOfGroup('data-shown', shown.span, spoken) : null;
}

export const excessPersonalData: ConductCheck = {
  topic: 'excess_personal_data',
  asks: 'Does it ask for or show an ID, a card, an address, a photo, an employer or other contacts?',
  // Asked of an applicant, the same data may be needed for the loan.
  run: (spoken) => (spoken.presses ? (breachByWording('excess_personal_data', spoken) ?? breachByIdNumber(spoken)) : null),
};
