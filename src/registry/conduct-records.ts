import { z } from 'zod';
import { bothLanguages, day, id, PLATFORM_KINDS, phrase, sourceRecord, text } from './records.js';
import { CONDUCT_TOPICS, TIERS } from './vocabulary.js';

/*
 * The shapes of the files under data/conduct/: one file per law, standard or guide with the rules taken from it, and
 * `phrases.yaml` with the wordings by which a notice breaks them.
 */

const since = z
  .string()
  .regex(
    /^(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/,
    'must be a quoted date, month or year such as "2025-02"',
  );

/** What kind of text a rule stands in. It decides how strongly a breach may be worded. */
export const BINDING_LEVELS = [
  'law',
  'judicial_interpretation',
  'admin_regulation',
  'dept_rule',
  'normative_doc',
  'local_rule',
  'recommended_standard',
  'self_regulatory',
  'official_policy',
  'official_tip',
  'case',
  'draft',
] as const;
export type BindingLevel = (typeof BINDING_LEVELS)[number];

const rule = z.strictObject({
  id,
  /** Left out when no source gives the number: then none is shown. */
  article: bothLanguages.optional(),
  /** When it differs from the instrument's. */
  effective: since.optional(),
  /** What a breach of it is called; empty for background that no notice can break. */
  topics: z.array(z.enum(CONDUCT_TOPICS)),
  /** Verbatim, when the text was found. */
  quotation: text.optional(),
  summary: bothLanguages,
  tier: z.enum(TIERS),
  sources: z.array(id).min(1, 'name at least one source'),
  checked: day,
  note: text.optional(),
});

/** data/conduct/<id>.yaml */
export const conductInstrument = z.strictObject({
  id,
  /** The full official title. */
  instrument: text,
  /** How an answer names it. */
  cite: bothLanguages,
  issuer: text,
  document_no: text.optional(),
  effective: since.optional(),
  status: z.enum(['in_force', 'replaced', 'draft']),
  binding_level: z.enum(BINDING_LEVELS),
  /** Crimes and public order: whether there is a breach is for the police to judge, and an answer says so. */
  judged_by_police: z.boolean().default(false),
  /** Kinds of platform that it binds; left out when it binds everybody, or every lender. */
  applies_to: z.array(z.enum(PLATFORM_KINDS)).min(1).optional(),
  rules: z.array(rule).min(1),
  sources: z.record(id, sourceRecord),
  notes: z.array(text).default([]),
});
export type ConductInstrument = z.infer<typeof conductInstrument>;

/** Each phrase of `first`, a gap of at most `within` characters (12 when left out), each word of `next`. */
const pair = z.strictObject({
  first: z.array(phrase).min(1),
  next: z.array(phrase).min(1),
  within: z.number().int().min(0).max(12).optional(),
});

/** Phrases, written out or as pairs. */
const phrases = z.array(z.union([phrase, pair])).min(1);
export type Phrases = z.infer<typeof phrases>;

const phraseGroup = z.strictObject({
  id,
  means: bothLanguages,
  any_of: phrases,
  /** And, anywhere in the text, one of each of these. */
  with: z.array(phrases).default([]),
  /** And none of these. */
  unless: z.array(phrase).default([]),
  /** Only when the notice went to such a person. Left out: to anybody. */
  sent_to: z
    .array(z.enum(['debtor', 'third_party', 'unknown']))
    .min(1)
    .optional(),
  /** Rules to cite, the most fitting first. */
  rules: z.array(id).min(1),
  examples: z.strictObject({ breach: z.array(text).min(2), clean: z.array(text).min(1) }),
});
export type PhraseGroupRecord = z.infer<typeof phraseGroup>;

/** Words that tell what a text is about, whom it addresses, and what is not meant as a breach. */
export const MARKERS = [
  'overdue',
  'due',
  'hypothetical',
  'credit',
  'other_bills',
  'pass_on',
  'unreachable',
  'asks_advice',
  'kin',
  'owner',
  'reaches_out',
  'addresses_contact',
  'addresses_debtor',
  'denial',
  'advice',
  'denial_undone',
  'taunts',
  'cautions',
  'accuses',
  'authority',
  'collector_voice',
  'generic_signature',
  'debt_with',
  'refers_back',
  'names_institution',
  'names_nobody',
] as const;
export type Marker = (typeof MARKERS)[number];

/** data/conduct/phrases.yaml */
export const conductPhrasesFile = z.strictObject({
  markers: z.record(z.enum(MARKERS), z.strictObject({ means: text, words: z.array(text).min(1) })),
  topics: z.partialRecord(z.enum(CONDUCT_TOPICS), z.array(phraseGroup).min(1)),
  /** Rules for the topics that rest on no wording: the hour, and the name that is missing. */
  without_wording: z.partialRecord(z.enum(CONDUCT_TOPICS), z.strictObject({ means: bothLanguages, rules: z.array(id).min(1) })),
});
export type ConductPhrases = z.infer<typeof conductPhrasesFile>;
