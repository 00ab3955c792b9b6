import { type Block, isAlike, merged, type Run, type RunLine, textOf } from './runs.js';

/** What one message may hold. `units` are UTF-16 units of the text without its mark-up. */
export interface Room {
  readonly units: number;
  /** Telegram leaves out the styles beyond the hundredth without a word. */
  readonly styles: number;
}

export const MESSAGE_ROOM: Room = { units: 4096, styles: 100 };
export const CAPTION_ROOM: Room = { units: 1024, styles: 100 };

/** One piece that stays whole, and what parts it from the piece before. */
interface Piece {
  readonly glue: '\n\n' | '\n' | '';
  readonly runs: RunLine;
}

/** As many as there are once neighbours of one style are joined. */
function stylesIn(runs: readonly Run[]): number {
  let count = 0;
  let last: Run | null = null;
  for (const run of runs) {
    if (run.text === '') continue;
    if (run.style !== 'plain' && !(last && isAlike(last, run))) count += 1;
    last = run;
  }
  return count;
}

const fits = (runs: readonly Run[], { units, styles }: Room): boolean => textOf(runs).length <= units && stylesIn(runs) <= styles;

/** Joins two stretches; what is pre-formatted on both sides stays one. */
function glued(before: readonly Run[], glue: string, after: readonly Run[]): Run[] {
  if (before.length === 0) return [...after];
  const isPre = before.at(-1)?.style === 'pre' && after[0]?.style === 'pre' && glue === '\n';
  return [...before, { text: glue, style: isPre ? 'pre' : 'plain' }, ...after];
}

const asOne = (block: Block): Run[] => block.reduce<Run[]>((runs, line) => glued(runs, '\n', line), []);

/** A text in stretches of at most `size` units, never inside a character. */
function chunks(text: string, size: number): string[] {
  const found: string[] = [];
  let current = '';
  for (const character of text) {
    if (current.length + character.length > size) {
      found.push(current);
      current = '';
    }
    current += character;
  }
  return [...found, current];
}

/** Short enough to fill a message well. UTF-16 units. */
const STRETCH = 64;

/** A line that no message could hold, in stretches. */
function cutLine(line: RunLine, room: Room): RunLine[] {
  if (fits(line, room)) return [line];
  const size = Math.min(STRETCH, room.units);
  return line.flatMap((run) => chunks(run.text, size).map((text) => [{ ...run, text }]));
}

/** A block that fits stays whole; a larger one falls into its lines, and a line that is larger still into stretches. */
function piecesOf(block: Block, room: Room): Piece[] {
  const whole = asOne(block);
  if (fits(whole, room)) return [{ glue: '\n\n', runs: whole }];
  return block.flatMap((line, lineAt) =>
    cutLine(line, room).map((runs, at): Piece => ({ glue: at > 0 ? '' : lineAt > 0 ? '\n' : '\n\n', runs })),
  );
}

/** The blocks in as few messages as hold them, in order, parted between blocks where that is possible. */
export function splitBlocks(blocks: readonly Block[], room: Room): Run[][] {
  const parts: Run[][] = [];
  for (const { glue, runs } of blocks.flatMap((block) => piecesOf(block, room))) {
    const longer = glued(parts.at(-1) ?? [], glue, runs);
    if (parts.length > 0 && fits(longer, room)) parts[parts.length - 1] = longer;
    else parts.push([...runs]);
  }
  return parts.map(merged).filter((part) => textOf(part).trim() !== '');
}
