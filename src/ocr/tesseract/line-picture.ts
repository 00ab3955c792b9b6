import type { Box } from '../types.js';
import type { FoundLine } from './find-lines.js';
import { cut, type Grey, negative, resized } from './grey.js';

/** The picture of one line as the network was trained on it: dark on white, 48 pixels high, with a margin. */
export interface LinePicture extends Grey {
  /** What of the whole picture it shows. */
  readonly from: Box;
}

/** The height that the network takes in; anything else would be resized again inside. */
const LINE_HEIGHT = 48;
/** Parts of the line's height that are left free above and below it, and on either side. */
const MARGIN = 0.16;
const SIDE_MARGIN = 0.4;
/** In pixels of a line's picture, less than a letter: ink this near has the same colour. */
const NEAR = 8;
/** Grey levels: what is lighter is no ink, only the noise of an empty place. */
const PALEST = 150;
/** A line so wide in parts of its height is a drawn ornament or cut wrongly, and would cost seconds. */
const WIDEST = 80;

export async function linePicture(picture: Grey, line: FoundLine): Promise<LinePicture> {
  const from = withMargin(line, picture);
  const part = cut(picture, from);
  const dark = stretched(line.lightOnDark ? negative(part) : part);
  const width = Math.max(1, Math.round(Math.min(WIDEST, from.width / from.height) * LINE_HEIGHT));
  return { ...(await resized(dark, width, LINE_HEIGHT)), from };
}

function withMargin(line: Box, picture: Grey): Box {
  const left = Math.max(0, Math.floor(line.left - SIDE_MARGIN * line.height));
  const top = Math.max(0, Math.floor(line.top - MARGIN * line.height));
  const right = Math.min(picture.width, Math.ceil(line.left + line.width + SIDE_MARGIN * line.height));
  const bottom = Math.min(picture.height, Math.ceil(line.top + (1 + MARGIN) * line.height));
  return { left, top, width: right - left, height: bottom - top };
}

/**
 * The same line with all its ink equally dark: a link is paler than the words beside it. Each column is stretched to the
 * darkest ink near it.
 */
export function evened({ data, width, height }: Grey): Grey {
  const darkest = new Uint8Array(width).fill(PALEST);
  for (let at = 0; at < data.length; at++) darkest[at % width] = Math.min(darkest[at % width] as number, data[at] as number);
  const near = darkest.map((_, column) => Math.min(...darkest.subarray(Math.max(0, column - NEAR), column + NEAR + 1)));
  const evenly = data.map((level, at) => {
    const ink = near[at % width] as number;
    return Math.max(0, ((level - ink) * 255) / (255 - ink));
  });
  return { data: evenly, width, height };
}

/** The ground made white and the darkest ink black; most of a line is ground, so its middle level tells which that is. */
function stretched(part: Grey): Grey {
  const levels = Uint8Array.from(part.data).sort();
  const ground = levels[levels.length >> 1] ?? 255;
  const ink = levels[Math.floor(levels.length * 0.01)] ?? 0;
  const scale = 255 / Math.max(1, ground - ink);
  return { ...part, data: part.data.map((level) => Math.max(0, Math.min(255, (level - ink) * scale))) };
}
