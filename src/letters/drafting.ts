import { type ConductRule, citationStrength } from '../registry/conduct.js';
import type { LetterTemplate } from '../registry/letters.js';
import type { Registry } from '../registry/types.js';
import { nameIn } from '../reply/names.js';
import type { Wording } from '../reply/wording.js';
import type { Case } from './case.js';
import type { LetterLine, LetterPiece } from './types.js';

/** What sentences of a letter are made from. */
export interface Drafting {
  readonly known: Case;
  readonly template: LetterTemplate;
  readonly registry: Registry;
  readonly wording: Wording;
}

export const textLine = (text: string): LetterLine => [{ kind: 'text', text }];

const BLANK: LetterPiece = { kind: 'blank' };

/** `{platform}` and `{blank}`; anything else was refused when the records were read. */
const PLACEHOLDER = /\{(platform|blank)\}/;

/** A sentence of data/letters/ with the platform's name, or a blank where it is not known. */
export function filled(template: string, { known, registry, wording }: Drafting): LetterLine {
  const platform: LetterPiece = known.platform
    ? { kind: 'text', text: nameIn(wording.language, known.platform.name, registry) }
    : BLANK;
  return template
    .split(PLACEHOLDER)
    .map((part, at): LetterPiece => (at % 2 === 0 ? { kind: 'text', text: part } : part === 'platform' ? platform : BLANK))
    .filter((piece) => piece.kind === 'blank' || piece.text !== '');
}

/** A rule for one kind of institution is held only against that kind. */
export const binds = ({ appliesTo }: ConductRule, { platform }: Case): boolean =>
  appliesTo === null || (platform !== null && appliesTo.includes(platform.kind));

/** Rules by their id, in order; those that may not be named are left out. */
export const citable = (ids: readonly string[], { registry }: Drafting): ConductRule[] =>
  ids.flatMap((id) => registry.conduct.rule(id) ?? []).filter((rule) => citationStrength(rule) !== null);
