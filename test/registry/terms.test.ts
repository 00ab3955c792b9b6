import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTermIndex } from '../../src/registry/terms.js';

type Hit = [term: string, start: number, end: number];

function hitsOf(terms: readonly string[], text: string): Hit[] {
  const hits: Hit[] = [];
  createTermIndex(terms).scan(text, (id, start, end) => hits.push([terms[id] as string, start, end]));
  return hits;
}

/** The plain way: try every term at every place. */
function hitsByTryingEverything(terms: readonly string[], text: string): Hit[] {
  const hits: Hit[] = [];
  for (let start = 0; start < text.length; start += 1) {
    for (const term of terms) if (term.length > 0 && text.startsWith(term, start)) hits.push([term, start, start + term.length]);
  }
  return hits;
}

describe('term index', () => {
  it('finds every place of a term', () => {
    expect(hitsOf(['积分'], '积分兑换，积分清零')).toEqual([
      ['积分', 0, 2],
      ['积分', 5, 7],
    ]);
  });

  it('reports overlapping terms, the longest first where they begin together', () => {
    expect(hitsOf(['银行', '工商', '工商银行', '行', '商银'], '工商银行')).toEqual([
      ['工商银行', 0, 4],
      ['工商', 0, 2],
      ['商银', 1, 3],
      ['银行', 2, 4],
      ['行', 3, 4],
    ]);
  });

  it('finds a term that overlaps itself', () => {
    expect(hitsOf(['aa'], 'aaaa').map(([, start]) => start)).toEqual([0, 1, 2]);
  });

  it('finds one-unit terms, also as the last unit of the text', () => {
    expect(hitsOf(['戳'], '快戳')).toEqual([['戳', 1, 2]]);
  });

  it('does not find a term that the text only begins', () => {
    expect(hitsOf(['安全账户'], '转到安全账')).toEqual([]);
  });

  it('reports a term given twice under both of its ids, and never an empty one', () => {
    const ids: number[] = [];
    createTermIndex(['贷', '', '贷']).scan('贷', (id) => ids.push(id));
    expect(ids.sort()).toEqual([0, 2]);
  });

  it('finds nothing when there are no terms or no text', () => {
    expect(hitsOf([], '任何文字')).toEqual([]);
    expect(hitsOf(['任何'], '')).toEqual([]);
  });

  it('agrees with trying every term at every place', () => {
    const unit = fc.constantFrom('一', '二', 'a', '\uFFFF', '\u0000', '\uD83D', '\uDE00');
    const word = fc.array(unit, { maxLength: 5 }).map((units) => units.join(''));
    const text = fc.array(unit, { maxLength: 40 }).map((units) => units.join(''));
    const order = (hits: Hit[]) => hits.map((hit) => hit.join('|')).sort();
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 12 }), text, (terms, given) => {
        expect(order(hitsOf(terms, given))).toEqual(order(hitsByTryingEverything(terms, given)));
      }),
      { seed: 20261121, numRuns: 500 },
    );
  });
});
