import { z } from 'zod';
import { CODE_HOLDERS, CODE_MEANINGS, TIERS, VOCABULARY_GROUPS } from './vocabulary.js';

/*
 * The shapes of the files under data/. This is the one place that knows them; `compile.ts` turns files of these
 * shapes into a snapshot and lists every problem it meets.
 */

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const DAY = /^20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

export const id = z.string().regex(ID, 'must be lower-case letters, digits and single hyphens');
export const day = z.string().regex(DAY, 'must be a quoted date such as "2026-11-21"');
export const text = z.string().trim().min(1, 'must not be empty');
export const bothLanguages = z.strictObject({ zh: text, en: text });
const digits = z.string().regex(/^\d{3,20}$/, 'must be a quoted string of digits, no separators');
const host = z
  .string()
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/, 'must be a lower-case host such as jd.com');

/**
 * Where a fact was read. `shown: false` keeps a source of a doubtful kind as internal evidence: it counts for the
 * tier that a person gave the fact, and is never shown to a reader.
 */
export const sourceRecord = z.strictObject({
  title: text,
  publisher: text.optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  kind: z.enum(['official', 'regulator', 'law', 'news', 'directory', 'code', 'forum']),
  shown: z.boolean().default(true),
  seen: day,
});
export type SourceRecord = z.infer<typeof sourceRecord>;

const sources = z.record(id, sourceRecord);

export const CONTACT_KINDS = ['phone', 'host', 'short_host', 'sms_port', 'app', 'wechat_account'] as const;

/**
 * One official contact. `host` covers its subdomains; `short_host` is the platform's own link shortener;
 * `sms_port` is a 106 sender number, matched by prefix.
 */
const contact = z.strictObject({
  kind: z.enum(CONTACT_KINDS),
  value: text,
  used_for: text,
  tier: z.enum(TIERS),
  sources: z.array(id).min(1, 'name at least one source'),
  checked: day,
  status: z.enum(['current', 'old']).default('current'),
  /** For whom the number is when it is not the platform's general line: a province, a card tier, a whole group. */
  scope: text.optional(),
  /** Where an old number leads now. */
  replaced_by: text.optional(),
  note: text.optional(),
});
export type ContactRecord = z.infer<typeof contact>;

export const PLATFORM_KINDS = [
  'bank',
  'card_centre',
  'consumer_finance',
  'micro_lender',
  'internet_loan',
  'instalment',
  'payment',
  'insurer',
  'securities',
  'telecom',
  'courier',
  'shop',
  'travel',
  'rental',
  'recycling',
  'credit_bureau',
  'clearing',
  'public_body',
  'collector',
  'other',
] as const;
export type PlatformKind = (typeof PLATFORM_KINDS)[number];

export const platformRecord = z.strictObject({
  id,
  name: text,
  name_en: text.optional(),
  operator: text.optional(),
  kind: z.enum(PLATFORM_KINDS),
  /** The company or product whose lines and hosts it shares: a record id. Contacts of a whole such family count as its own. */
  part_of: id.optional(),
  /** Other names that people and notices use. Every name is matched as written, after folding. */
  aliases: z.array(text).default([]),
  /** Aliases that are ordinary words as well (还呗, 一卡通 …): they name the platform inside a signature or as 您的…, not in passing. */
  signature_only_aliases: z.array(text).default([]),
  /** Phrases in which one of its names stands without naming it: 北京东路 for 京东. */
  decoys: z.array(text).default([]),
  /** Signatures that its own notices are known to carry. Empty means not known, not none. */
  signatures: z.array(text).default([]),
  /** Signatures that the platform is known never to use, with the source. */
  never_signs: z.array(z.strictObject({ name: text, sources: z.array(id).min(1), note: text.optional() })).default([]),
  /** Latin tokens by which a host imitates it: pinyin, initials, English (alipay, huabei, icbc). At least 2 characters. */
  host_tokens: z.array(z.string().regex(/^[a-z0-9]{2,}$/, 'must be lower-case letters and digits')).default([]),
  status: z.enum(['active', 'renamed', 'closed']).default('active'),
  licence: z.strictObject({ code: text, sources: z.array(id).min(1) }).optional(),
  contacts: z.array(contact).default([]),
  sources,
  notes: z.array(text).default([]),
});
export type PlatformRecord = z.infer<typeof platformRecord>;

export const STRENGTHS = ['decisive', 'strong', 'medium', 'weak'] as const;

/**
 * A phrase of a scam pattern: literal words, matched on the folded text; `…` stands for a short gap (at most 12
 * characters, not across the end of a sentence), so `加…微信` hits 加我微信 and 加专员的微信.
 */
export const phrase = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .refine((value) => !value.startsWith('…') && !value.endsWith('…') && !value.includes('……'), 'a gap … stands between two words');
const anyOf = z.strictObject({ any_of: z.array(phrase).min(1) });

/** What else the notice must hold, besides words. */
export const HOOKS = [
  'link',
  'unlisted_link',
  'unlisted_phone',
  'private_contact',
  'bank_card',
  'any_contact',
  'unlisted_contact',
] as const;

const example = z.strictObject({
  origin: z.enum(['invented', 'rewritten']),
  text,
  note: text.optional(),
});

export const SCAM_FAMILIES = [
  'credential',
  'payment',
  'diversion',
  'pressure',
  'bait',
  'impersonation',
  'install',
  'illicit_offer',
] as const;
export type ScamFamily = (typeof SCAM_FAMILIES)[number];

export const scamRecord = z.strictObject({
  id,
  title: text,
  title_en: text,
  family: z.enum(SCAM_FAMILIES),
  status: z.enum(['draft', 'trial', 'stable', 'retired']),
  /** The record that this lure poses as, when its words name nobody: a toll notice poses as the toll service. */
  poses_as: id.optional(),
  strength: z.enum(STRENGTHS),
  match: z.strictObject({
    /** Every group must be hit by one of its phrases. */
    all_of: z.array(anyOf).min(1),
    /** And none of these may be. For telling a pattern from its genuine neighbour, not for disclaimers. */
    none_of: z.array(phrase).default([]),
    /** And the notice must carry this. */
    hook: z.enum(HOOKS).optional(),
  }),
  /** What to tell the reader, one sentence each; zh and en. */
  why: z.strictObject({ zh: text, en: text }),
  advice: z.strictObject({ zh: text, en: text }),
  sources,
  added: day,
  checked: day,
  false_positive_notes: z
    .array(text.refine((value) => value.length >= 8, 'says nothing; name a real message this could hit'))
    .min(1),
  known_evasions: z.array(text).default([]),
  examples: z.strictObject({
    match: z.array(example).min(2),
    /** Hit, but inside a warning against it: the strength drops to weak. */
    weak: z.array(example).min(1),
    no_match: z.array(example).min(2),
  }),
  retired: z.strictObject({ on: day, reason: text }).optional(),
});
export type ScamRecord = z.infer<typeof scamRecord>;

const fact = { tier: z.enum(TIERS), sources: z.array(id).min(1) };

/** data/lists/short-links.yaml: shorteners that anybody may use, and short domains of one owner. */
export const shortLinksFile = z.strictObject({
  sources,
  entries: z.array(
    z.strictObject({
      host,
      owner: text,
      /** `generic`: anybody makes links there. `owned`: only the owner's own pages. `user_content`: the owner's, but users put content there. */
      kind: z.enum(['generic', 'owned', 'user_content']),
      /** The record whose own it is. */
      platform: id.optional(),
      ...fact,
      checked: day,
      note: text.optional(),
    }),
  ),
});

/** data/lists/abused-suffixes.yaml: public suffixes under which phishing is far more common than elsewhere. */
export const abusedSuffixesFile = z.strictObject({
  sources,
  entries: z.array(
    z.strictObject({
      suffix: z.string().regex(/^[a-z]{2,}$/, 'must be a suffix without its dot, such as top'),
      ...fact,
      checked: day,
    }),
  ),
});

const character = z.string().regex(/^[a-z0-9\u3400-\u9fff]$/, 'must be one Chinese character, small letter or quoted digit');

/** data/lists/misreadings.yaml: what readers of pictures take for something else. */
export const misreadingsFile = z.strictObject({
  sources,
  letters: z.array(
    z.strictObject({
      group: z.array(z.string().regex(/^[a-z0-9]$/, 'must be a small letter or a quoted digit')).min(2),
      sources: z.array(id).min(1),
      checked: day,
    }),
  ),
  characters: z
    .array(
      z.strictObject({
        written: character,
        read: z.array(character).min(1),
        sources: z.array(id).min(1),
        checked: day,
      }),
    )
    .default([]),
  entries: z.array(
    z.strictObject({
      means: text,
      read: z.array(text.min(2, 'a single character is no misreading of a word')).min(1),
      after: z.array(text).default([]),
      before: z.array(text).default([]),
      sources: z.array(id).min(1),
      checked: day,
    }),
  ),
});

/** data/lists/payment-codes.yaml: what a QR code is, by how its content begins. */
export const paymentCodesFile = z.strictObject({
  sources,
  entries: z.array(
    z.strictObject({
      begins: z.string().regex(/^[a-z]+:\/\/\S*$/, 'must begin with a scheme in small letters, such as wxp://'),
      of: z.enum(CODE_HOLDERS),
      means: z.enum(CODE_MEANINGS),
      tier: z.enum(TIERS),
      sources: z.array(id).min(1),
      checked: day,
    }),
  ),
});

/** data/lists/reported-fakes.yaml: numbers, hosts and signatures that were publicly reported as used by fakes. */
export const reportedFakesFile = z.strictObject({
  sources,
  entries: z.array(
    z.strictObject({
      kind: z.enum(['phone', 'host', 'signature']),
      value: text,
      claims: text,
      /** `proven`: police, court or the imitated platform said so. `reported`: somebody did. */
      standing: z.enum(['proven', 'reported']),
      sources: z.array(id).min(1),
      checked: day,
      note: text.optional(),
    }),
  ),
});

/** data/numbering/plan.yaml: rules in order; the first that fits a national number decides. */
export const numberingFile = z.strictObject({
  sources,
  rules: z.array(
    z.strictObject({
      id,
      pattern: z.string().regex(/^\^.*\$$/, 'must be anchored with ^ and $'),
      class: z.enum([
        'bank_or_service_code',
        'public_service',
        'sms_port_106',
        'service_400_800',
        'mobile',
        'virtual_operator_mobile',
        'iot',
        'landline',
        'invalid',
      ]),
      meaning: text,
      /** Such a number may also stand in running text as a telephone number. */
      in_text: z.boolean(),
      ...fact,
      checked: day,
    }),
  ),
});

/** data/numbering/mobile-prefixes.yaml */
export const mobilePrefixesFile = z.strictObject({
  sources,
  entries: z.array(
    z.strictObject({
      prefix: z.string().regex(/^1\d{2,4}$/),
      operator: text,
      type: z.enum(['public', 'virtual', 'iot', 'satellite']),
      length: z.number().int(),
      ...fact,
      checked: day,
    }),
  ),
});

/** data/numbering/area-codes.yaml */
export const areaCodesFile = z.strictObject({
  sources,
  entries: z.array(
    z.strictObject({
      code: z.string().regex(/^0\d{2,3}$/),
      province: text,
      city: text,
      local_digits: z.array(z.union([z.literal(7), z.literal(8)])).min(1),
      status: z.enum(['active', 'merged']),
      ...fact,
      checked: day,
      note: text.optional(),
    }),
  ),
});

/** data/numbering/service-codes.yaml: who holds a 955xx, 100xx or 12xxx code. */
export const serviceCodesFile = z.strictObject({
  sources,
  entries: z.array(
    z.strictObject({
      number: digits,
      holder: text,
      platform: id.optional(),
      ...fact,
      checked: day,
      note: text.optional(),
    }),
  ),
});

/** data/lists/consumer-finance-licences.yaml: the licensed companies, so that an invented “…消费金融” can be told. */
export const licencesFile = z.strictObject({
  sources,
  as_of: day,
  entries: z.array(z.strictObject({ name: text, short_names: z.array(text), platform: id, code: text.optional(), ...fact })),
});

/**
 * data/lists/vocabulary.yaml: words by what they say about the character of a text (a debt notice, a transaction,
 * a code, a warning, an advert, a question, chat). They sort texts; no verdict rests on them.
 */
export const vocabularyFile = z.strictObject({
  groups: z.record(z.enum(VOCABULARY_GROUPS), z.strictObject({ means: text, words: z.array(text).min(1) })),
});

/** data/wording/<language>.yaml: every sentence that a reader meets, by key; `{name}` stands for a fact. */
export const wordingFile = z.record(
  z.string().regex(/^[a-z0-9_]+(?:[.-][a-z0-9_]+)*$/, 'must be words joined by dots or hyphens, such as headline.scam'),
  z.string().min(1),
);
