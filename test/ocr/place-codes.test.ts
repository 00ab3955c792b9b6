import { describe, expect, it } from 'vitest';
import { outsideCodes, placeCodes } from '../../src/ocr/place-codes.js';
import type { Box, PlacedNotice } from '../../src/ocr/types.js';

const box = (top: number, height = 100): Box => ({ left: 50, top, width: 400, height });
const notice = (text: string, top: number): PlacedNotice => ({ text, sender: null, receivedAt: null, box: box(top) });
const code = (content: string, top: number) => ({ content, box: { left: 100, top, width: 200, height: 200 } });

const codesOf = (reading: ReturnType<typeof placeCodes>): Record<string, readonly string[]> =>
  reading.kind === 'read' ? Object.fromEntries(reading.notices.map(({ text, codes }) => [text, codes])) : {};

describe('codes of a picture', () => {
  it('go to the notice that they stand nearest to', () => {
    const read = { kind: 'read', notices: [notice('first', 100), notice('second', 900)] } as const;
    const placed = placeCodes(read, [code('below the first', 220), code('above the second', 680), code('last', 1_010)]);
    expect(codesOf(placed)).toEqual({ first: ['below the first'], second: ['above the second', 'last'] });
  });

  it('are told once when they are shown twice', () => {
    const read = { kind: 'read', notices: [notice('only', 100)] } as const;
    expect(codesOf(placeCodes(read, [code('a', 220), code('a', 500)]))).toEqual({ only: ['a'] });
  });

  it('are a notice without words when nothing else was read', () => {
    for (const why of ['no_text', 'unclear'] as const) {
      expect(codesOf(placeCodes({ kind: 'failed', why }, [code('a', 0), code('b', 300)]))).toEqual({ '': ['a', 'b'] });
    }
  });

  it('change nothing when there are none', () => {
    expect(placeCodes({ kind: 'failed', why: 'unclear' }, [])).toEqual({ kind: 'failed', why: 'unclear' });
    expect(placeCodes({ kind: 'read', notices: [notice('a', 0)] }, [])).toEqual({
      kind: 'read',
      notices: [{ text: 'a', sender: null, receivedAt: null, codes: [] }],
    });
  });
});

describe('lines of a picture', () => {
  it('are not taken from the squares of a code', () => {
    const line = (text: string, top: number) => ({ text, box: { left: 120, top, width: 150, height: 20 }, confidence: 0.5 });
    const lines = [line('above', 70), line('inside', 150), line('below', 310)];
    expect(outsideCodes(lines, [code('a', 100)]).map(({ text }) => text)).toEqual(['above', 'below']);
  });
});
