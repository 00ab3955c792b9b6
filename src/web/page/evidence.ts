import type { Finding } from '../../checks/types.js';
import type { Span } from '../../notice/types.js';
import { citationsOf } from '../../reply/conduct.js';
import { officialLines } from '../../reply/contacts.js';
import { type Telling, tell } from '../../reply/telling.js';
import { isWarnedOf, reasonsAmong } from '../../reply/told.js';
import type { Line } from '../../reply/types.js';
import type { Verdict } from '../../verdict/types.js';
import type { Mark } from './marked-text.js';
import type { View } from './view.js';

/** What is pointed out in a message, gravest first: what speaks against it, what breaks a rule, what is on record, what is not. */
export const EVIDENCE_KINDS = ['against', 'conduct', 'listed', 'unknown'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** One place in a message, in offsets of its body, and what there is to say about it. */
export interface Evidence extends Mark {
  readonly kind: EvidenceKind;
  readonly line: Line;
}

/** More places than this are not looked at. */
const MOST_PLACES = 12;
/** More rules than this are named in the section on conduct. */
const MOST_RULES = 2;

export const tellingOf = (verdict: Verdict, { registry, wording, settings }: View): Telling => ({
  verdict,
  registry,
  wording,
  lines: officialLines(verdict, registry, settings.language),
});

/** A span of the source as one of the body; null when it stands outside. */
function inBody(span: Span | null, { notice }: Verdict): Span | null {
  if (!span) return null;
  const { start, end } = notice.bodySpan;
  if (span.end <= start || span.start >= end) return null;
  return { start: Math.max(0, span.start - start), end: Math.min(end, span.end) - start };
}

function placesOf(findings: readonly Finding[], kind: EvidenceKind, telling: Telling): Evidence[] {
  return findings.flatMap((finding) => {
    const span = inBody(finding.span, telling.verdict);
    const line = span ? tell({ finding, alike: [] }, telling) : [];
    return span && line.length > 0 ? [{ span, line, kind }] : [];
  });
}

/** The reasons of the answer, and what was compared with the records. A match is no consolation beside a bad verdict. */
function findingEvidence(telling: Telling): Evidence[] {
  const { findings, verdict } = telling.verdict;
  const isBad = verdict === 'scam' || verdict === 'suspicious';
  const reasons = reasonsAmong(findings).flatMap(({ finding, alike }) => [finding, ...alike]);
  const listed = isBad ? [] : findings.filter(({ leaning }) => leaning === 'genuine');
  const open = findings.filter((finding) => finding.leaning === 'unknown' || isWarnedOf(finding));
  return [
    ...placesOf(reasons, 'against', telling),
    ...placesOf(listed, 'listed', telling),
    ...placesOf(open, 'unknown', telling),
  ];
}

function conductEvidence(telling: Telling): Evidence[] {
  const { verdict, wording } = telling;
  return verdict.conduct.flatMap(({ span: cited, topic, rules }) => {
    const span = inBody(cited, verdict);
    const citation = citationsOf(rules.slice(0, MOST_RULES), telling).join(wording.text('list.join'));
    const line = wording.line('conduct.breach', { topic: wording.text(`conduct.topic.${topic}`), citation });
    return span ? [{ span, line, kind: 'conduct' }] : [];
  });
}

/** Every place of a message that something can be said about, what weighs most first. */
export function evidenceOf(verdict: Verdict, view: View): Evidence[] {
  if (verdict.verdict === 'not_a_notice') return [];
  const telling = tellingOf(verdict, view);
  const all = [...findingEvidence(telling), ...conductEvidence(telling)];
  return EVIDENCE_KINDS.flatMap((kind) => all.filter((evidence) => evidence.kind === kind)).slice(0, MOST_PLACES);
}
