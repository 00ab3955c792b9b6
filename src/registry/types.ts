import type { Folded, NumberingPlan } from '../notice/types.js';
import type { ConductIndex } from './conduct.js';
import type { HelpIndex } from './help.js';
import type { LetterId } from './letter-vocabulary.js';
import type { LetterTemplate } from './letters.js';
import type { Misreadings } from './misreadings.js';
import type { PlatformKind, ScamFamily } from './records.js';
import type { Source } from './sources.js';
import type { CODE_HOLDERS, CODE_MEANINGS, IntentName, Tier, VocabularyGroup } from './vocabulary.js';

export type { PlatformKind, ScamFamily, Source, Tier, VocabularyGroup };

export type ContactKind = 'phone' | 'host' | 'short_host' | 'sms_port' | 'app' | 'wechat_account';

export interface Contact {
  readonly platformId: string;
  readonly kind: ContactKind;
  /** As the record writes it: `400-681-6666`, `jd.com`. */
  readonly value: string;
  /** What it is compared by: digits of a number, the host in lower case. */
  readonly key: string;
  readonly usedFor: string;
  readonly tier: Tier;
  readonly status: 'current' | 'old';
  readonly scope: string | null;
  readonly replacedBy: string | null;
  readonly checked: string;
  /** Sources that may be shown; empty when all of them are internal evidence. */
  readonly sources: readonly Source[];
  readonly note: string | null;
}

export interface Platform {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly operator: string | null;
  readonly kind: PlatformKind;
  /** The record at the top of its family: contacts of one family count as each member's own. */
  readonly family: string;
  readonly partOf: string | null;
  readonly aliases: readonly string[];
  readonly signatures: readonly string[];
  readonly neverSigns: readonly string[];
  readonly hostTokens: readonly string[];
  readonly status: 'active' | 'renamed' | 'closed';
  readonly contacts: readonly Contact[];
  readonly notes: readonly string[];
}

/** Where a platform's name stands in a folded text. Offsets are of the folded text. */
export interface NameHit {
  readonly platformId: string;
  readonly start: number;
  readonly end: number;
  /** The name may also be an ordinary word; it counts in a signature and as 您的…, not in passing. */
  readonly signatureOnly: boolean;
}

/** One scam pattern that the text fits. Offsets are of the folded text, of the phrase that says most. */
export interface PatternHit {
  readonly patternId: string;
  readonly start: number;
  readonly end: number;
  /** Every hit stands inside a warning against it (谨防…, 切勿…, 凡…都是诈骗). */
  readonly warnedAgainst: boolean;
}

export type Hook =
  | 'link'
  | 'unlisted_link'
  | 'unlisted_phone'
  | 'private_contact'
  | 'bank_card'
  | 'any_contact'
  | 'unlisted_contact';

export interface ScamPattern {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  readonly family: ScamFamily;
  /** The record that the lure poses as when its words name nobody. */
  readonly posesAs: string | null;
  readonly status: 'draft' | 'trial' | 'stable' | 'retired';
  readonly strength: 'decisive' | 'strong' | 'medium' | 'weak';
  readonly hook: Hook | null;
  readonly why: { readonly zh: string; readonly en: string };
  readonly advice: { readonly zh: string; readonly en: string };
  readonly sources: readonly Source[];
}

export type HostStanding =
  | { readonly kind: 'official'; readonly contact: Contact }
  | { readonly kind: 'official_short'; readonly contact: Contact }
  | { readonly kind: 'generic_shortener'; readonly owner: string }
  | { readonly kind: 'user_content'; readonly owner: string; readonly platformId: string | null }
  | { readonly kind: 'reported_fake'; readonly claims: string; readonly proven: boolean; readonly source: Source | null }
  /** Under a suffix that only the state, the military or schools can register (gov.cn, edu.cn). */
  | { readonly kind: 'restricted_suffix'; readonly suffix: string }
  | { readonly kind: 'not_on_record' };

/** What scanning a QR code does: pays whoever made it, or adds a private account. */
export interface CodeKind {
  readonly of: (typeof CODE_HOLDERS)[number];
  readonly means: (typeof CODE_MEANINGS)[number];
}

export interface NumberStanding {
  /** Every contact with this number, current ones first; several when a line is shared. */
  readonly contacts: readonly Contact[];
  readonly reportedFake: { readonly claims: string; readonly proven: boolean; readonly source: Source | null } | null;
  /** Holder of a service code by the numbering plan, when no platform record has it. */
  readonly holder: {
    readonly name: string;
    readonly tier: Tier;
    readonly sources: readonly Source[];
    readonly checked: string;
  } | null;
}

/** Which groups of the vocabulary a folded text holds. */
export interface Words {
  has(group: VocabularyGroup): boolean;
  /** How many different words of the group stand in the text. */
  count(group: VocabularyGroup): number;
  /** Folded offsets of the group's words, in order of the text. */
  spans(group: VocabularyGroup): readonly { readonly start: number; readonly end: number }[];
}

/** What a folded text holds of the names, words and patterns of the records. */
export interface Lexical {
  /** Every platform name, the longest at each place, left to right, no overlaps. */
  readonly names: readonly NameHit[];
  readonly words: Words;
  /** Every scam pattern (trial and stable) whose words the text holds; hooks are not looked at. */
  readonly patterns: readonly PatternHit[];
}

/** Read-only indexes over one snapshot of the records. All look-ups are synchronous and never throw. */
export interface Registry {
  readonly asOf: string;
  readonly hash: string;
  readonly plan: NumberingPlan;
  platform(id: string): Platform | undefined;
  platforms(): readonly Platform[];
  /** Whether two records belong to one family, so that one's contacts count as the other's. */
  sameFamily(a: string, b: string): boolean;
  /** All contacts of the record's family, its own first. */
  familyContacts(id: string): readonly Contact[];
  /** The first contact of this kind in the family that a reader may be shown: for "its own number is …". */
  mainContact(id: string, kind: ContactKind): Contact | null;
  /** Who a host belongs to: the longest listed suffix on a label boundary decides. */
  host(host: string): HostStanding;
  /** Phishing is far more common under this public suffix than elsewhere. */
  isAbusedSuffix(publicSuffix: string): boolean;
  /** What a QR code with this content is; null when it is none of the known kinds. */
  code(content: string): CodeKind | null;
  /** What readers of pictures take for something else. */
  readonly misreadings: Misreadings;
  /** Who a number belongs to. `national` as `NumberReading.national`. */
  number(national: string): NumberStanding;
  /** The sms_port contact with the longest prefix of a 106 number, if any. */
  smsPort(national: string): Contact | null;
  /** Records whose signatures or names equal this folded signature. */
  bySignature(name: string): readonly Platform[];
  /** Records that this folded text spells exactly: id, English name, company, host token, pinyin or initials. Several may share one. */
  bySpelling(text: string): readonly Platform[];
  /** Records with a name like this folded one, best first, at most five. Milliseconds: for what a person types, not for messages. */
  byLikeness(text: string): readonly Platform[];
  /** Records that are known never to sign like this. */
  neverSigns(name: string): readonly Platform[];
  reportedFakeSignature(name: string): { readonly claims: string; readonly source: Source | null } | null;
  /** Names, words and patterns of a folded text, read in one pass. */
  lexical(folded: Folded): Lexical;
  pattern(id: string): ScamPattern | undefined;
  /** Rules for collection, and the wordings by which notices break them. */
  readonly conduct: ConductIndex;
  /** What a short folded message says to the bot besides forwarding a notice, such as “I paid already”; null when nothing fits. */
  intent(folded: string): IntentName | null;
  /** What a reader may do: guides, interviews and common questions. */
  readonly help: HelpIndex;
  /** What complaints say, by whom they go to. */
  readonly letters: ReadonlyMap<LetterId, LetterTemplate>;
  /** Sentences for readers, by key. */
  wording(language: 'zh' | 'en'): Readonly<Record<string, string>>;
  /** Consumer-finance companies with a licence: whether this folded “…消费金融” name is one of them. */
  isLicensedConsumerFinance(name: string): boolean;
}
