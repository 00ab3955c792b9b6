import type { ImageReading, ReadNotice } from '../dialogue/ports.js';
import type { PlacedCode } from './codes.js';
import type { Box, LaidOut, PlacedNotice, ReadLine } from './types.js';

const gap = (from: number, length: number, otherFrom: number, otherLength: number): number =>
  Math.max(0, otherFrom - (from + length), from - (otherFrom + otherLength));

/** Pixels between two boxes; 0 when they touch or overlap. */
const distance = (a: Box, b: Box): number =>
  Math.hypot(gap(a.left, a.width, b.left, b.width), gap(a.top, a.height, b.top, b.height));

const holdsMiddleOf = (outer: Box, { left, top, width, height }: Box): boolean =>
  distance(outer, { left: left + width / 2, top: top + height / 2, width: 0, height: 0 }) === 0;

/** Lines that were not read out of the squares of a code, which look like writing to an engine. */
export const outsideCodes = (lines: readonly ReadLine[], codes: readonly PlacedCode[]): readonly ReadLine[] =>
  lines.filter(({ box }) => !codes.some((code) => holdsMiddleOf(code.box, box)));

const nearestTo = (box: Box, notices: readonly PlacedNotice[]): PlacedNotice | undefined =>
  [...notices].sort((a, b) => distance(a.box, box) - distance(b.box, box))[0];

const withoutTwins = (contents: readonly string[]): readonly string[] => [...new Set(contents)];

function withCodes(notices: readonly PlacedNotice[], codes: readonly PlacedCode[]): readonly ReadNotice[] {
  return notices.map((notice) => {
    const { box: _, ...read } = notice;
    const beside = codes.filter((code) => nearestTo(code.box, notices) === notice);
    return { ...read, codes: withoutTwins(beside.map(({ content }) => content)) };
  });
}

/** Each code goes to the notice that it stands nearest to; where nothing could be read, codes are a notice of their own. */
export function placeCodes(laidOut: LaidOut, codes: readonly PlacedCode[]): ImageReading {
  if (laidOut.kind === 'read') return { kind: 'read', notices: withCodes(laidOut.notices, codes) };
  if (codes.length === 0) return laidOut;
  const contents = withoutTwins(codes.map(({ content }) => content));
  return { kind: 'read', notices: [{ text: '', sender: null, receivedAt: null, codes: contents }] };
}
