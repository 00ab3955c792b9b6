/*
 * Names that both the shapes of the files and a running checker need. They stand apart from the shapes, so that a
 * check does not have to load what only the reading of files needs.
 */

/** How sure a fact is; data/README.md says how a tier is earned. */
export const TIERS = ['confirmed', 'likely', 'unverified'] as const;
export type Tier = (typeof TIERS)[number];

/** Whose QR code it is, and what scanning it does: pays somebody, or adds a private account. */
export const CODE_HOLDERS = ['wechat', 'alipay', 'qq'] as const;
export const CODE_MEANINGS = ['payment', 'contact'] as const;

/** What the words of data/lists/vocabulary.yaml say about a text. */
export const VOCABULARY_GROUPS = [
  'debt',
  'own_debt',
  'transaction',
  'code',
  'warning',
  'warning_conclusion',
  'advert',
  'unsubscribe',
  'question',
  'salutation',
  'institution_voice',
  'service_line',
  'self_introduction',
  'announces',
  'entrusted_by',
  'chat_voice',
  'urgency',
  'reply_with',
  'names_a_link',
] as const;
export type VocabularyGroup = (typeof VOCABULARY_GROUPS)[number];

/** The eleven topics of the second axis, rules that a notice breaks if it is genuine, in the order of a reader's interest. */
export const CONDUCT_TOPICS = [
  'threat',
  'insult',
  'impersonation',
  'third_party_disclosure',
  'third_party_pressure',
  'excess_personal_data',
  'contact_hours',
  'unidentified_collector',
  'exaggeration',
  'extra_fees',
  'private_payment',
] as const;
export type ConductTopic = (typeof CONDUCT_TOPICS)[number];

/** What people say to the bot besides forwarding a notice; data/lists/intents.yaml holds the wordings. */
export const INTENTS = [
  'wrong_verdict',
  'shared_screen',
  'told_code',
  'installed_app',
  'gave_data',
  'paid',
  'clicked',
  'nothing_given',
  'dont_know',
  'liable',
  'complain',
  'i_am_borrower',
  'i_am_relative',
  'erase',
  'privacy',
  'language_en',
  'language_zh',
  'human',
  'help',
  'abuse',
  'thanks',
  'greeting',
  'acknowledged',
] as const;
export type IntentName = (typeof INTENTS)[number];
/** For whom a help text is written. */
export const HELP_READERS = ['relative', 'borrower', 'anyone'] as const;
export type HelpReader = (typeof HELP_READERS)[number];

/** One text, as each reader gets it. */
export interface BothLanguages {
  readonly zh: string;
  readonly en: string;
}
