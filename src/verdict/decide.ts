import type { Examined } from '../checks/examine.js';
import type { Finding, FindingFamily, Strength, Subject } from '../checks/types.js';
import { bestQuestion } from './ask.js';
import { isOpenLink } from './open-links.js';
import type { Verdict, VerdictName } from './types.js';

type Families = ReadonlySet<FindingFamily>;
const NONE: Families = new Set();

/** The findings of one notice, as the decisions ask about them. */
interface Evidence {
  readonly subject: Subject;
  readonly findings: readonly Finding[];
  /** Families that lean towards a scam, by at least this strength. One family counts once, however often it is met. */
  readonly decisive: Families;
  readonly strong: Families;
  readonly medium: Families;
}

interface Decision {
  readonly id: string;
  readonly answer: VerdictName;
  readonly when: (evidence: Evidence) => boolean;
}

const RANK: Readonly<Record<Strength, number>> = { weak: 0, medium: 1, strong: 2, decisive: 3 };

/** Families that show who is at the other end, or who saw the message; all others show what the reader is talked into. */
const NO_LURES: ReadonlySet<FindingFamily> = new Set(['link', 'number', 'sender', 'signature', 'community']);

function hasLure(families: Families): boolean {
  for (const family of families) if (!NO_LURES.has(family)) return true;
  return false;
}

const hasFalseDoor = (families: Families): boolean => families.has('link') || families.has('number');

/** A lure, and a way out of the message that does not lead to the platform that it names: one of the two is strong. */
function luresThroughFalseDoor({ strong, medium }: Evidence): boolean {
  return (hasLure(strong) && hasFalseDoor(medium)) || (hasFalseDoor(strong) && hasLure(medium));
}

/** Findings that a door is there of which no record knows whose it is. */
const UNLISTED_DOORS: ReadonlySet<string> = new Set([
  'link.not-on-record',
  'link.generic-shortener',
  'link.unread',
  'number.not-on-record',
]);

/** A likely lure that leads to somebody unknown. */
const luresToUnknown = ({ medium, findings }: Evidence): boolean =>
  hasLure(medium) && findings.some(({ id }) => UNLISTED_DOORS.has(id));

const isConversation = ({ subject }: Evidence): boolean => subject.character === 'chat' || subject.character === 'question';

/** Warnings, adverts and codes tell; they do not dun. With a sender or role given, somebody takes one for a notice. */
const isOtherMail = ({ subject }: Evidence): boolean =>
  subject.character === 'warning' ||
  subject.character === 'advert' ||
  subject.character === 'code' ||
  subject.character === 'empty';

/** Every link and every number in the text is the claimed platform's own, and there is at least one. */
function leadsOnlyToTheClaimed({ subject, findings }: Evidence): boolean {
  // A sender can be forged, so what only the sender claims cannot be confirmed by it.
  if (!subject.claim || subject.claim.basis === 'sender') return false;
  const doors = findings.filter(({ family, span }) => (family === 'link' || family === 'number') && span !== null);
  const own = (finding: Finding): boolean => finding.leaning === 'genuine';
  return doors.some(own) && doors.every(own);
}

/** All that is left to ask of a picture is what its link really is, which its text alone can tell. */
const hangsOnPicturedLink = (evidence: Evidence): boolean => evidence.findings.some(isOpenLink) && leadsToNobodyElse(evidence);

/** A code is exact, but who set it beside the message, and what the letters around it are, a picture cannot tell. */
const hangsOnCode = (evidence: Evidence): boolean =>
  evidence.subject.notice.fromPicture && evidence.subject.notice.codes.length > 0 && leadsToNobodyElse(evidence);

/** Every link and number is the claimed platform's own, or may be when the text is there to compare. */
function leadsToNobodyElse({ findings }: Evidence): boolean {
  const doors = findings.filter(({ family }) => family === 'link' || family === 'number');
  return doors.every((finding) => finding.leaning === 'genuine' || isOpenLink(finding));
}

/**
 * The policy, in order: the first decision that fits gives the verdict. Conduct takes no part: a threat whose only
 * contacts are the platform's own is rule-breaking, not fraud. A matching sender takes no part either.
 */
const DECISIONS: readonly Decision[] = [
  { id: 'decisive-finding', answer: 'scam', when: ({ decisive }) => decisive.size > 0 },
  { id: 'two-strong-findings', answer: 'scam', when: ({ strong }) => strong.size >= 2 },
  { id: 'lure-through-false-door', answer: 'scam', when: luresThroughFalseDoor },
  { id: 'one-strong-finding', answer: 'suspicious', when: ({ strong }) => strong.size === 1 },
  { id: 'several-medium-findings', answer: 'suspicious', when: ({ medium }) => medium.size >= 2 },
  { id: 'lure-to-unknown-door', answer: 'suspicious', when: luresToUnknown },
  { id: 'conversation', answer: 'not_a_notice', when: isConversation },
  { id: 'other-mail', answer: 'not_a_notice', when: isOtherMail },
  {
    id: 'picture-of-a-link',
    answer: 'unverified',
    when: (evidence) => hangsOnPicturedLink(evidence) && evidence.medium.size === 0,
  },
  {
    id: 'picture-of-a-code',
    answer: 'unverified',
    when: (evidence) => hangsOnCode(evidence) && evidence.medium.size === 0,
  },
  {
    id: 'leads-only-to-the-claimed',
    answer: 'consistent',
    when: (evidence) => leadsOnlyToTheClaimed(evidence) && evidence.medium.size === 0,
  },
];
const NOTHING_DECISIVE: Decision = { id: 'nothing-decisive', answer: 'unverified', when: () => true };

function gather(subject: Subject, findings: readonly Finding[]): Evidence {
  if (!findings.some(({ leaning, strength }) => leaning === 'scam' && strength !== 'weak')) {
    return { subject, findings, decisive: NONE, strong: NONE, medium: NONE };
  }
  const decisive = new Set<FindingFamily>();
  const strong = new Set<FindingFamily>();
  const medium = new Set<FindingFamily>();
  for (const { leaning, strength, family } of findings) {
    if (leaning !== 'scam' || strength === 'weak') continue;
    medium.add(family);
    if (strength !== 'medium') strong.add(family);
    if (strength === 'decisive') decisive.add(family);
  }
  return { subject, findings, decisive, strong, medium };
}

/** Findings in the order of a reader's interest: what speaks for a scam first, the strongest before the rest. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length < 2) return findings;
  const weight = ({ leaning, strength }: Finding): number => (leaning === 'scam' ? 10 : 0) + RANK[strength];
  return [...findings].sort((a, b) => weight(b) - weight(a));
}

/** Turns the findings of one notice into a verdict, with the decision that gave it. */
export function decide({ subject, findings, conduct }: Examined): Verdict {
  const evidence = gather(subject, findings);
  const decision = DECISIONS.find((candidate) => candidate.when(evidence)) ?? NOTHING_DECISIVE;
  return {
    verdict: decision.answer,
    decidedBy: decision.id,
    claim: subject.claim ?? subject.likelyClaim,
    character: subject.character,
    findings: inOrder(findings),
    conduct: conduct.breaches,
    passesOnProperly: conduct.passesOnProperly,
    mentionsDebt: subject.words.has('debt'),
    ask: bestQuestion(subject, decision.answer, findings),
    notice: subject.notice,
  };
}
