import type { PlatformKind } from '../registry/records.js';
import type { Platform, Registry } from '../registry/types.js';
import type { ConductTopic } from '../registry/vocabulary.js';
import { UNDER_FINANCIAL_REGULATOR, withParents } from '../reply/contacts.js';
import type { Verdict } from '../verdict/types.js';
import { type Case, caseOf } from './case.js';
import { LETTERS, type LetterFacts, type LetterId } from './types.js';

/** Names under which banks, consumer-finance companies and micro-lenders lend. */
const LENDING_PLATFORMS: ReadonlySet<PlatformKind> = new Set(['internet_loan', 'instalment']);
/** What the cyberspace office looks into. */
const ABOUT_PERSONAL_DATA: ReadonlySet<ConductTopic> = new Set(['third_party_disclosure', 'excess_personal_data']);

/** The institution itself and whoever supervises it. Nobody complains to a public body about its own messages here. */
function againstInstitution(platform: Platform | null, registry: Registry): LetterId[] {
  if (!platform || platform.kind === 'public_body') return [];
  const isSupervised = withParents(platform, registry).some(({ kind }) => UNDER_FINANCIAL_REGULATOR.has(kind));
  if (platform.kind === 'micro_lender') return ['platform', 'local_bureau'];
  if (!LENDING_PLATFORMS.has(platform.kind)) return isSupervised ? ['platform', 'regulator'] : ['platform'];
  // Whose licence the loan runs on stands in the contract only: the letters say so.
  return isSupervised ? ['platform', 'regulator'] : ['platform', 'local_bureau', 'regulator'];
}

const isForPolice = ({ breaches }: Case, registry: Registry): boolean =>
  breaches.some(({ rules }) => rules.some((id) => registry.conduct.rule(id)?.judgedByPolice));

const isAboutData = ({ breaches }: Case): boolean => breaches.some(({ topic }) => ABOUT_PERSONAL_DATA.has(topic));

/** A message that keeps to the rules as far as it shows: the platform may still be asked to stop. */
const isProper = ({ verdict, breaches, passesOnProperly }: Case): boolean =>
  passesOnProperly || (verdict?.verdict === 'consistent' && breaches.length === 0);

/** An advert may be reported; a code or a warning gives nobody cause to complain. */
const aboutOtherMail = ({ character }: Verdict, institution: readonly LetterId[]): LetterId[] =>
  character === 'advert' ? ['spam_report', ...institution.slice(0, 1)] : [];

function aboutUndoubted(known: Case, registry: Registry): LetterId[] {
  const institution = againstInstitution(known.platform, registry);
  if (known.verdict?.verdict === 'not_a_notice') return aboutOtherMail(known.verdict, institution);
  if (isProper(known)) return institution.slice(0, 1);
  return [
    ...institution,
    ...(isAboutData(known) ? (['cyberspace_office'] as const) : []),
    ...(isForPolice(known, registry) ? (['police'] as const) : []),
    ...(known.verdict ? (['spam_report'] as const) : []),
  ];
}

/**
 * Which letters fit, the most useful first. After a scam the police come first, and the platform is asked whether the
 * message is theirs; its supervisor has nothing to do with a thief. With nothing known, any of them may fit. Empty when
 * there is nothing to complain of.
 */
export function lettersFor(facts: LetterFacts, registry: Registry): readonly LetterId[] {
  const known = caseOf(facts, registry);
  const [ask] = againstInstitution(known.platform, registry);
  if (known.doubt === 'scam') return ['police', 'spam_report', ...(ask ? [ask] : [])];
  if (known.doubt === 'suspicious') return [...(ask ? [ask] : []), 'spam_report', 'police'];
  if (!known.verdict && !known.platform) return LETTERS;
  return aboutUndoubted(known, registry);
}
