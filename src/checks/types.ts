import type { Notice, Span } from '../notice/types.js';
import type { NameHit, PatternHit, Platform, Registry, Words } from '../registry/types.js';

export type Leaning = 'scam' | 'genuine' | 'unknown';
export type Strength = 'decisive' | 'strong' | 'medium' | 'weak';

/** Findings of one family come from one root and count once in a verdict. */
export type FindingFamily =
  | 'link'
  | 'number'
  | 'sender'
  | 'signature'
  | 'credential'
  | 'payment'
  | 'diversion'
  | 'pressure'
  | 'bait'
  | 'impersonation'
  | 'install'
  | 'illicit_offer'
  | 'character'
  /** What others forwarded before. */
  | 'community';

/** One answer of one check. No text for people: `facts` is what the wording is filled with. */
export interface Finding {
  readonly id: string;
  readonly family: FindingFamily;
  readonly leaning: Leaning;
  readonly strength: Strength;
  /** The person's own words that it rests on, as offsets into the source; null when it rests on the sender or on the whole. */
  readonly span: Span | null;
  readonly facts: Readonly<Record<string, string>>;
}

/**
 * How the notice names its platform, strongest first. `misread_signature`: in a picture, with a name that is likely that of
 * the platform, misread.
 */
export type ClaimBasis =
  | 'signature'
  | 'self_introduction'
  | 'service'
  | 'opening'
  | 'misread_signature'
  | 'mention'
  | 'sender'
  | 'topic';

/** Which platform the notice says it comes from. */
export interface Claim {
  readonly platform: Platform;
  readonly basis: ClaimBasis;
  readonly span: Span | null;
}

/** What the message is, apart from whether it is true. */
export type Character = 'notice' | 'code' | 'transaction' | 'warning' | 'advert' | 'question' | 'chat' | 'empty';

/** Everything a check may look at. */
export interface Subject {
  readonly notice: Notice;
  readonly claim: Claim | null;
  /** In place of the claim, the platform of a name that was likely misread in a picture. No check may rest on it. */
  readonly likelyClaim: Claim | null;
  readonly character: Character;
  readonly words: Words;
  /** Platform names in the body. */
  readonly names: readonly NameHit[];
  /** Scam patterns whose words the text holds; whether their doors are there is for a check to ask. */
  readonly patterns: readonly PatternHit[];
  readonly registry: Registry;
}

/** What a notice must hold for a check to have anything to say of it. */
export type Matter = 'links' | 'codes' | 'picture' | 'phones' | 'details' | 'signatures' | 'patterns' | 'names' | 'seen' | 'any';

/** One question, asked of one notice. Pure and synchronous; answers [] when it has nothing to say. */
export interface Check {
  readonly id: string;
  readonly asks: string;
  readonly about: Matter;
  run(subject: Subject): readonly Finding[];
}
