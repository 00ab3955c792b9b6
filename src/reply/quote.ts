import type { Notice, Span } from '../notice/types.js';
import { defang } from './defang.js';
import { printable } from './printable.js';

/** About what fits on one line of a phone, in characters. */
const LONGEST_QUOTE = 40;

/** Ends of a sentence, and of a clause. */
const SENTENCE = /[。！？!?；;\n\r【】]/;
const CLAUSE = /[。！？!?；;\n\r【】，,]/;
/** A clause shorter than this says too little by itself. Characters. */
const SHORTEST_CLAUSE = 10;
/** How far around a span its sentence is looked for, in UTF-16 units. */
const REACH = 200;

interface Surroundings {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const isCut = (kept: readonly string[], whole: readonly string[]): boolean => kept.length < whole.length;

const characters = (text: string): string[] => [...printable(text)];

/** Not more than about 40 characters, with … where something is left out. Defanged, unless `show` writes it in another way. */
export function shorten(text: string, show: (words: string) => string = defang): string {
  const all = characters(text);
  return show(all.length > LONGEST_QUOTE ? `${all.slice(0, LONGEST_QUOTE).join('')}…` : all.join('')).trim();
}

/** What stands between the last end before the span and the span; and between the span and the next end. */
function surroundings(source: string, { start, end }: Span, ends: RegExp): Surroundings {
  return {
    before: characters(
      source
        .slice(Math.max(0, start - REACH), start)
        .split(ends)
        .at(-1) ?? '',
    ),
    after: characters(source.slice(end, end + REACH).split(ends, 1)[0] ?? ''),
  };
}

/** The clause around a span, or the sentence when the clause is a mere word or two. */
function around(source: string, span: Span, inside: readonly string[]): Surroundings {
  const clause = surroundings(source, span, CLAUSE);
  const length = clause.before.length + inside.length + clause.after.length;
  return length < SHORTEST_CLAUSE ? surroundings(source, span, SENTENCE) : clause;
}

/**
 * The person's own words at a span, with as much of the clause around it as about 40 characters allow; … stands
 * where the clause goes on. Defanged, so that nothing in it can be tapped, unless `show` writes them in another way.
 */
export function quoteAround(source: string, span: Span, show: (words: string) => string = defang): string {
  const inside = characters(source.slice(span.start, span.end));
  if (inside.length >= LONGEST_QUOTE) return shorten(inside.join(''), show);
  const { before, after } = around(source, span, inside);
  const room = LONGEST_QUOTE - inside.length;
  const left = Math.min(before.length, Math.max(Math.floor(room / 2), room - after.length));
  const keptBefore = left === 0 ? [] : before.slice(-left);
  const keptAfter = after.slice(0, room - left);
  const words = [...keptBefore, ...inside, ...keptAfter].join('');
  return `${isCut(keptBefore, before) ? '…' : ''}${show(words).trim()}${isCut(keptAfter, after) ? '…' : ''}`;
}

/** The same out of a notice: words of whoever forwards it stand outside its body and are not quoted as the sender's. */
export function quoteFrom(notice: Pick<Notice, 'source' | 'bodySpan'>, span: Span, show?: (words: string) => string): string {
  const { source, bodySpan } = notice;
  if (span.start < bodySpan.start || span.end > bodySpan.end) return quoteAround(source, span, show);
  const within = { start: span.start - bodySpan.start, end: span.end - bodySpan.start };
  return quoteAround(source.slice(bodySpan.start, bodySpan.end), within, show);
}
