import type { ConductIndex } from '../../registry/conduct.js';
import type { Subject } from '../types.js';
import { contactHours } from './contact-hours.js';
import { exaggeration } from './exaggeration.js';
import { excessPersonalData } from './excess-personal-data.js';
import { extraFees } from './extra-fees.js';
import { impersonation } from './impersonation.js';
import { insult } from './insult.js';
import { privatePayment } from './private-payment.js';
import { isProperPassOn } from './proper-pass-on.js';
import { readSpoken } from './spoken.js';
import { thirdPartyDisclosure } from './third-party-disclosure.js';
import { thirdPartyPressure } from './third-party-pressure.js';
import { threat } from './threat.js';
import type { Breach, ConductCheck } from './types.js';
import { unidentifiedCollector } from './unidentified-collector.js';

/** Every question of the second axis, in the order in which a reader should hear of the answers. */
export const CONDUCT_CHECKS: readonly ConductCheck[] = [
  threat,
  insult,
  impersonation,
  thirdPartyDisclosure,
  thirdPartyPressure,
  excessPersonalData,
  contactHours,
  unidentifiedCollector,
  exaggeration,
  extraFees,
  privatePayment,
];

export interface Conduct {
  /** Rules that the notice breaks if it is genuine, at most one breach per topic. */
  readonly breaches: readonly Breach[];
  /** A request to pass a message on, as the rules allow it. */
  readonly passesOnProperly: boolean;
}

const NOTHING_TO_JUDGE: Conduct = { breaches: [], passesOnProperly: false };

/**
 * How the notice collects. There is nothing to judge in what collects no debt: chats, questions, codes, transactions,
 * adverts, warnings, notices of courts.
 */
export function examineConduct(subject: Subject, conduct: ConductIndex): Conduct {
  const spoken = readSpoken(subject, conduct);
  if (!spoken) return NOTHING_TO_JUDGE;
  const breaches = CONDUCT_CHECKS.flatMap((check) => check.run(spoken) ?? []);
  return { breaches, passesOnProperly: breaches.length === 0 && isProperPassOn(spoken) };
}
