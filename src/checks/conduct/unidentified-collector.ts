import { impersonation } from './impersonation.js';
import { namesInstitution } from './institution-named.js';
import { rulesToCite } from './rules-to-cite.js';
import type { ConductCheck, Spoken } from './types.js';

const TOPIC = 'unidentified_collector';
/** Written to somebody: an offer to collect debts for others is not. */
const ADDRESSES_READER = /[您你]|先生|女士|用户|客户/;

function collectsFromReader({ subject, overdue, passesOn, audience, text }: Spoken): boolean {
  if (subject.character !== 'notice' && subject.character !== 'question' && subject.character !== 'chat') return false;
  return (overdue || passesOn) && (audience !== 'unknown' || ADDRESSES_READER.test(text));
}

export const unidentifiedCollector: ConductCheck = {
  topic: TOPIC,
  asks: 'Does a collection message leave out which institution it comes from?',

  run(spoken) {
    // Somebody who poses as a court or the police has said who he claims to be.
    if (!collectsFromReader(spoken) || namesInstitution(spoken) || impersonation.run(spoken)) return null;
    const rules = rulesToCite(spoken.conduct.rulesWithoutWording(TOPIC), spoken);
    return { topic: TOPIC, span: null, rules, facts: { kinds: 'no-name' } };
  },
};
