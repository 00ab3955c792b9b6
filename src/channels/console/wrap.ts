import { displayWidth } from './columns.js';

/** A stretch of one style. Text must be free of control characters. */
export interface Run<Style> {
  readonly text: string;
  readonly style: Style;
}

/** May not begin a line: closing marks cling to what they close. */
const CLOSING = /^[，。、；：！？）」』》”’…,.;:!?)\]％%·］]/u;
/** May not end a line: opening marks cling to what they open. */
const OPENING = /[（「『《“‘([［]$/u;
/** Words, numbers and addresses stay whole; every other character may end a line. */
const UNITS = /[a-z0-9][a-z0-9'’.[\]@·/_-]*|\s+|./gisu;

interface Unit<Style> {
  readonly runs: readonly Run<Style>[];
  readonly width: number;
}

const textOf = ({ runs }: Unit<unknown>): string => runs.map(({ text }) => text).join('');

function unitsOf<Style>(runs: readonly Run<Style>[]): Unit<Style>[] {
  return runs.flatMap(({ text, style }) =>
    (text.match(UNITS) ?? []).map((part) => ({ runs: [{ text: part, style }], width: displayWidth(part) })),
  );
}

const glue = <Style>(a: Unit<Style>, b: Unit<Style>): Unit<Style> => ({ runs: [...a.runs, ...b.runs], width: a.width + b.width });

/** Units joined where no line may break. */
function unbreakable<Style>(units: readonly Unit<Style>[]): Unit<Style>[] {
  const joined: Unit<Style>[] = [];
  for (const unit of units) {
    const last = joined.at(-1);
    if (last && (CLOSING.test(textOf(unit)) || OPENING.test(textOf(last)))) joined[joined.length - 1] = glue(last, unit);
    else joined.push(unit);
  }
  return joined;
}

/** A unit wider than the line is cut where the line ends. */
function split<Style>(unit: Unit<Style>, width: number): Unit<Style>[] {
  if (unit.width <= width) return [unit];
  return unit.runs.flatMap(({ text, style }) =>
    [...text].map((character) => ({ runs: [{ text: character, style }], width: displayWidth(character) })),
  );
}

const isBlank = ({ text }: Run<unknown>): boolean => text.trim() === '';

function withoutTrailingSpace<Style>(line: readonly Run<Style>[]): Run<Style>[] {
  const end = line.findLastIndex((run) => !isBlank(run)) + 1;
  return line.slice(0, end);
}

/** Breaks runs into lines of at most `width` columns. Spaces at a break are dropped. */
export function wrap<Style>(runs: readonly Run<Style>[], width: number): Run<Style>[][] {
  const lines: Run<Style>[][] = [[]];
  let used = 0;
  for (const unit of unbreakable(unitsOf(runs)).flatMap((whole) => split(whole, width))) {
    const isSpace = unit.runs.every(isBlank);
    if (used > 0 && !isSpace && used + unit.width > width) {
      lines.push([]);
      used = 0;
    }
    if (used === 0 && isSpace) continue;
    lines.at(-1)?.push(...unit.runs);
    used += unit.width;
  }
  return lines.map(withoutTrailingSpace);
}
