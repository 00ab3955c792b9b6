import { type AddressText, addressTextOf } from './address-text.js';
import type { TraitedFold } from './fold.js';
import { Trait } from './traits.js';
import type { LinkOrigin, Span } from './types.js';

/** A text while addresses are looked for in it: its plain spelling, and the way back to what was written. */
export class LinkText {
  readonly folded: TraitedFold;
  readonly address: AddressText;
  /** Addresses in their plain spelling; offsets everywhere else in this layer are of this text. */
  readonly text: string;
  /** Where the whole text comes from. */
  readonly origin: LinkOrigin;
  private readonly source: string;

  constructor(folded: TraitedFold, source: string, origin: LinkOrigin) {
    this.folded = folded;
    this.source = source;
    this.origin = origin;
    this.address = addressTextOf(folded);
    this.text = this.address.text;
  }

  hasMark(start: number, end: number, mark: number): boolean {
    for (let at = start; at < end; at += 1) if (this.address.markAt(at) & mark) return true;
    return false;
  }

  /** The range of the folded text that a range came from. */
  foldedSpan(start: number, end: number): Span {
    return { start: this.address.toFolded(start), end: end === 0 ? 0 : this.address.toFolded(end - 1) + 1 };
  }

  span(start: number, end: number): Span {
    const folded = this.foldedSpan(start, end);
    return this.folded.toOriginal(folded.start, folded.end);
  }

  /** A range as it was written. */
  written(start: number, end: number): string {
    const span = this.span(start, end);
    return this.source.slice(span.start, span.end);
  }

  /** Something invisible was taken out of the text, so that what was written needs a second look. */
  get lostCharacters(): boolean {
    return (this.folded.traits & Trait.removed) !== 0;
  }

  isFullWidth(index: number): boolean {
    return this.written(index, index + 1).charCodeAt(0) > 0xff;
  }

  /** The writing changes from small letters to capitals here: `jzyp.comAPP`. */
  turnsUpper(at: number): boolean {
    return /^[a-z][A-Z]/.test(this.written(at - 1, at + 1));
  }
}
