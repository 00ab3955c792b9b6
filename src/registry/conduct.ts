import { foldText } from '../notice/fold.js';
import { type CompiledPhrases, compileGroupPhrases, createPhraseFinder } from './conduct-phrases.js';
import type { BindingLevel, ConductInstrument, ConductPhrases, Marker, PhraseGroupRecord } from './conduct-records.js';
import type { PlatformKind } from './records.js';
import { createTermIndex } from './terms.js';
import type { BothLanguages, ConductTopic, Tier } from './vocabulary.js';

/** Where a rule was read, of the same shape as the source of any other fact. */
export interface RuleSource {
  readonly title: string;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly seen: string;
}

/** One rule of one law, standard or guide, as a reader may see it. */
export interface ConductRule {
  readonly id: string;
  /** The full official title of the instrument. */
  readonly instrument: string;
  /** How an answer names the instrument: 《民法典》. */
  readonly cite: BothLanguages;
  /** Null when no source gives its number. */
  readonly article: BothLanguages | null;
  readonly issuer: string;
  readonly effective: string | null;
  readonly status: 'in_force' | 'replaced' | 'draft';
  readonly level: BindingLevel;
  /** Crimes and public order: only the police can say whether there was a breach. */
  readonly judgedByPolice: boolean;
  /** Kinds of platform that it binds; null when it binds every lender, or everybody. */
  readonly appliesTo: readonly PlatformKind[] | null;
  readonly topics: readonly ConductTopic[];
  readonly quotation: string | null;
  readonly summary: BothLanguages;
  readonly tier: Tier;
  /** Sources that may be shown; those kept as internal evidence are left out. */
  readonly sources: readonly RuleSource[];
  readonly checked: string;
}

/** To whom a notice was sent, seen from the debt that it speaks of. */
export type Audience = 'debtor' | 'third_party' | 'unknown';

/** Wordings that mean one thing and break the same rules. */
export interface PhraseGroup {
  readonly id: string;
  readonly topic: ConductTopic;
  readonly means: BothLanguages;
  /** Null: whoever it was sent to. */
  readonly sentTo: readonly Audience[] | null;
  readonly rules: readonly string[];
}

/** The files under data/conduct/ in the form that a checker loads: plain JSON. */
export interface CompiledConduct {
  readonly rules: readonly ConductRule[];
  readonly groups: readonly (PhraseGroup & { readonly phrases: CompiledPhrases })[];
  readonly markers: Readonly<Record<Marker, readonly string[]>>;
  readonly withoutWording: Readonly<Partial<Record<ConductTopic, readonly string[]>>>;
}

export interface ConductRecords {
  readonly instruments: readonly ConductInstrument[];
  readonly phrases: ConductPhrases;
}

/** The rules of one file as a reader may see them. */
export function compileRules({ rules, sources, ...instrument }: ConductInstrument): ConductRule[] {
  return rules.map((rule) => ({
    id: rule.id,
    instrument: instrument.instrument,
    cite: instrument.cite,
    article: rule.article ?? null,
    issuer: instrument.issuer,
    effective: rule.effective ?? instrument.effective ?? null,
    status: instrument.status,
    level: instrument.binding_level,
    judgedByPolice: instrument.judged_by_police,
    appliesTo: instrument.applies_to ?? null,
    topics: rule.topics,
    quotation: rule.quotation ?? null,
    summary: rule.summary,
    tier: rule.tier,
    sources: rule.sources.flatMap((id) => {
      const source = sources[id];
      if (!source?.shown) return [];
      return [{ title: source.title, publisher: source.publisher ?? null, url: source.url ?? null, seen: source.seen }];
    }),
    checked: rule.checked,
  }));
}

const compileGroup = (topic: ConductTopic, group: PhraseGroupRecord): CompiledConduct['groups'][number] => ({
  id: group.id,
  topic,
  means: group.means,
  sentTo: group.sent_to ?? null,
  rules: group.rules,
  phrases: compileGroupPhrases(group),
});

/** Turns the records of data/conduct/ into the form that a checker loads. The records must have passed `checkConduct`. */
export function compileConduct({ instruments, phrases }: ConductRecords): CompiledConduct {
  const topics = Object.entries(phrases.topics) as [ConductTopic, readonly PhraseGroupRecord[]][];
  const markers = Object.entries(phrases.markers).map(([name, { words }]) => [name, words.map((word) => foldText(word).text)]);
  const bare = Object.entries(phrases.without_wording).map(([topic, { rules }]) => [topic, rules]);
  return {
    rules: instruments.flatMap(compileRules),
    groups: topics.flatMap(([topic, groups]) => groups.map((group) => compileGroup(topic, group))),
    markers: Object.fromEntries(markers) as CompiledConduct['markers'],
    withoutWording: Object.fromEntries(bare) as CompiledConduct['withoutWording'],
  };
}

/** How a breach of a rule may be worded: 可能违反, 不符合, or 可能涉及 with the judgement left to the police. */
export type CitationStrength = 'violates' | 'departs_from' | 'police_decide';

const STRENGTHS: Partial<Record<BindingLevel, CitationStrength>> = {
  law: 'violates',
  admin_regulation: 'violates',
  dept_rule: 'violates',
  recommended_standard: 'departs_from',
  self_regulatory: 'departs_from',
};

/** In which words a breach of the rule may be named; null when none may: not in force, not verified, or mere guidance. */
export function citationStrength(rule: ConductRule): CitationStrength | null {
  if (rule.status !== 'in_force' || rule.tier === 'unverified') return null;
  const strength = STRENGTHS[rule.level] ?? null;
  return strength && rule.judgedByPolice ? 'police_decide' : strength;
}

/** Wording of one group that stands in a text. Offsets are of that text. */
export interface PhraseHit {
  readonly group: PhraseGroup;
  readonly start: number;
  readonly end: number;
}

export interface MarkerHit {
  readonly marker: Marker;
  readonly start: number;
  readonly end: number;
}

/** Read-only look-ups over the conduct records. Never throws. */
export interface ConductIndex {
  rule(id: string): ConductRule | undefined;
  rules(): readonly ConductRule[];
  groups(): readonly PhraseGroup[];
  /** Rules for a topic that rests on no wording. */
  rulesWithoutWording(topic: ConductTopic): readonly string[];
  /** Every group whose words stand in a folded text, in the order of the records. To whom it was sent is not looked at. */
  phrasesIn(text: string): readonly PhraseHit[];
  /** Whether a folded text holds any word without which no text is a collection notice. Cheap: most texts hold none. */
  mentionsDebt(text: string): boolean;
  /** Every marker in a folded text but those of names, left to right, overlapping ones too. */
  markersIn(text: string): readonly MarkerHit[];
  /** Every marker that tells whether a company is named. */
  nameMarkersIn(text: string): readonly MarkerHit[];
}

const OPENINGS: readonly Marker[] = ['overdue', 'due', 'credit', 'pass_on', 'unreachable'];
const OF_NAMES: readonly Marker[] = ['generic_signature', 'names_institution', 'names_nobody', 'debt_with', 'refers_back'];

interface MarkerFinder {
  holdsAny(text: string): boolean;
  find(text: string): readonly MarkerHit[];
}

function createMarkerFinder(markers: CompiledConduct['markers'], wanted: (marker: Marker) => boolean): MarkerFinder {
  const chosen = (Object.keys(markers) as Marker[]).filter(wanted);
  const entries = chosen.flatMap((marker) => markers[marker].map((word) => ({ marker, word })));
  const index = createTermIndex(entries.map(({ word }) => word));
  return {
    holdsAny(text) {
      let found = false;
      index.scan(text, () => {
        found = true;
      });
      return found;
    },
    find(text) {
      const hits: MarkerHit[] = [];
      index.scan(text, (term, start, end) => {
        const entry = entries[term];
        if (entry) hits.push({ marker: entry.marker, start, end });
      });
      return hits;
    },
  };
}

/** Builds the look-ups. The result is read-only and safe to share. */
export function createConductIndex(compiled: CompiledConduct): ConductIndex {
  const rules = new Map(compiled.rules.map((rule) => [rule.id, rule] as const));
  const groups = compiled.groups.map(({ phrases: _, ...group }): PhraseGroup => group);
  const find = createPhraseFinder(compiled.groups.map(({ phrases }) => phrases));
  const openings = createMarkerFinder(compiled.markers, (marker) => OPENINGS.includes(marker));
  const speech = createMarkerFinder(compiled.markers, (marker) => !OF_NAMES.includes(marker));
  const naming = createMarkerFinder(compiled.markers, (marker) => OF_NAMES.includes(marker));
  return {
    rule: (id) => rules.get(id),
    rules: () => compiled.rules,
    groups: () => groups,
    rulesWithoutWording: (topic) => compiled.withoutWording[topic] ?? [],
    phrasesIn: (text) => find(text).map(({ group, start, end }) => ({ group: groups[group] as PhraseGroup, start, end })),
    mentionsDebt: openings.holdsAny,
    markersIn: speech.find,
    nameMarkersIn: naming.find,
  };
}
