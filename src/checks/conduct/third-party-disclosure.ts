import type { Detail, DetailKind } from '../../notice/types.js';
import { breachByWording, breachOfGroup } from './breach.js';
import { toldDetails } from './told-details.js';
import type { ConductCheck, Spoken } from './types.js';

/** Details of a debt that nobody but the debtor may be told. */
const OF_A_DEBT: ReadonlySet<DetailKind> = new Set(['amount', 'days_overdue', 'contract_number']);

const toldToContact = (spoken: Spoken): readonly Detail[] =>
  spoken.audience === 'third_party' ? toldDetails(spoken, OF_A_DEBT) : [];

/** 请您的孩子携带户口本办理助学贷款 speaks of a loan too, and collects nothing. */
const isDunning = ({ overdue, passesOn, written, phrases }: Spoken): boolean =>
  overdue ||
  passesOn ||
  written.has('addresses_contact') ||
  phrases.some(({ group }) => group.topic !== 'third_party_disclosure');

export const thirdPartyDisclosure: ConductCheck = {
  topic: 'third_party_disclosure',
  asks: 'Is somebody other than the debtor told of the debt: that there is one, how much, how long?',

  run(spoken) {
    if (!isDunning(spoken)) return null;
    const details = toldToContact(spoken);
    const [first] = details;
    const breach =
      breachByWording('third_party_disclosure', spoken) ?? (first && breachOfGroup('disclosed-debt', first.span, spoken));
    if (!breach || details.length === 0) return breach ?? null;
    const kinds = [...new Set(details.map(({ kind }) => kind.replace('_', '-')))];
    return { ...breach, facts: { kinds: [breach.facts.kinds, ...kinds].join(' ') } };
  },
};
