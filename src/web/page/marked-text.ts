import type { Span } from '../../notice/types.js';
import { defang } from '../../reply/defang.js';

/** Something to point out, in offsets of the text. */
export interface Mark {
  readonly span: Span;
}

/** A run of a message, printed so that no client makes it tappable, and the marks that it belongs to. */
export interface Run<M extends Mark> {
  readonly text: string;
  readonly marks: readonly M[];
}

/** How far a cut is moved to a place where it does not take an address or a number apart. Characters. */
const REACH = 60;
/** What stands further away changes nothing about how a cut reads. Characters. */
const AROUND = 80;

const LETTER = /[a-z0-9]/i;

/** Not within a word, and both sides are printed as they are together: `pay.` and `top` apart would stay an address. */
function isClean(line: string, cut: number): boolean {
  if (LETTER.test(line[cut - 1] ?? '') && LETTER.test(line[cut] ?? '')) return false;
  const before = line.slice(Math.max(0, cut - AROUND), cut);
  const after = line.slice(cut, cut + AROUND);
  return defang(before) + defang(after) === defang(before + after);
}

/** The nearest clean cut in one direction, not past `limit`; null when there is none within reach. */
function cleanCut(line: string, from: number, step: 1 | -1, limit: number): number | null {
  for (let cut = from; Math.abs(cut - from) <= REACH && (limit - cut) * step >= 0; cut += step) {
    if (isClean(line, cut)) return cut;
  }
  return null;
}

/** Where a line is cut: the starts of marks move to the left and their ends to the right, so that a mark never shrinks. */
function cutsOf(line: string, marks: readonly Mark[]): number[] {
  const cuts = marks.flatMap(({ span }) => [
    cleanCut(line, Math.max(0, span.start), -1, 0),
    cleanCut(line, Math.min(line.length, span.end), 1, line.length),
  ]);
  return [...new Set([0, ...cuts.filter((cut) => cut !== null), line.length])].sort((a, b) => a - b);
}

const touches = (start: number, end: number, { span }: Mark): boolean => span.start < end && span.end > start;

function lineRuns<M extends Mark>(line: string, marks: readonly M[]): Run<M>[] {
  const cuts = cutsOf(line, marks);
  const runs = cuts.slice(1).map((end, at): Run<M> => {
    const start = cuts[at] ?? 0;
    return { text: defang(line.slice(start, end)), marks: marks.filter((mark) => touches(start, end, mark)) };
  });
  const whole = defang(line);
  // Cuts that are clean each by itself might not be so together: then the line stays whole.
  if (runs.map(({ text }) => text).join('') === whole) return runs;
  return [{ text: whole, marks }];
}

/**
 * A message in runs, line by line, with what is to be pointed out in it. Put together, the runs of a line are that line
 * as `defang` prints it; a run belongs to every mark that it touches.
 */
export function markedLines<M extends Mark>(text: string, marks: readonly M[]): (readonly Run<M>[])[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const shift = start;
    start += line.length + 1;
    const here = marks
      .filter((mark) => touches(shift, shift + line.length, mark))
      .map((mark) => ({ mark, span: { start: mark.span.start - shift, end: mark.span.end - shift } }));
    return lineRuns(line, here).map((run) => ({ text: run.text, marks: run.marks.map(({ mark }) => mark) }));
  });
}
