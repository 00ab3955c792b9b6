import { describe, expect, it } from 'vitest';
import { findImportCircles, findPlacesWithoutRow, findWrongWayImports } from './directions.js';
import { importsOf, readSourceTree } from './source-tree.js';

const tree = readSourceTree();

describe('the source files', () => {
  it('are found', () => {
    expect(tree.size).toBeGreaterThan(20);
    expect([...tree.keys()]).toContain('src/notice/types.ts');
  });

  it('import only what is to their left', () => {
    expect(findWrongWayImports(tree)).toEqual([]);
  });

  it('stand in a folder that has its place in the order', () => {
    expect(findPlacesWithoutRow(tree)).toEqual([]);
  });

  it('import each other in no circle', () => {
    expect(findImportCircles(tree)).toEqual([]);
  });
});

describe('the reader of imports', () => {
  it('reads imports of values and types, side effects, re-exports and lazy imports', () => {
    const source = `
      import { a } from './a.js';
      import type {
        B,
      } from "../b.js";
      import './c.js';
      export { d } from './d.js';
      export * from './e.js';
      const lazy = () => import('./f.js');
    `;
    expect(importsOf(source).sort()).toEqual(['../b.js', './a.js', './c.js', './d.js', './e.js', './f.js']);
  });

  it('reads no import out of a comment', () => {
    expect(importsOf("/* import { a } from './a.js'; */\n// import './b.js'\n")).toEqual([]);
  });
});

describe('the rule of directions', () => {
  it('names an import from the right', () => {
    const bad = new Map([['src/notice/bad.ts', "import type { Finding } from '../checks/types.js';"]]);
    expect(findWrongWayImports(bad)).toEqual(['src/notice/bad.ts -> ../checks/types.js']);
  });

  it('names a lazy import and a re-export from the right', () => {
    const bad = new Map([
      ['src/checks/lure/bad.ts', "export { decide } from '../../verdict/decide.js';\nvoid import('../../cli.js');"],
    ]);
    expect(findWrongWayImports(bad)).toEqual([
      'src/checks/lure/bad.ts -> ../../verdict/decide.js',
      'src/checks/lure/bad.ts -> ../../cli.js',
    ]);
  });

  it('names an import from a neighbour in the same row', () => {
    const bad = new Map([['src/channels/telegram/bad.ts', "import { page } from '../../web/page.js';"]]);
    expect(findWrongWayImports(bad)).toEqual(['src/channels/telegram/bad.ts -> ../../web/page.js']);
  });

  it('names an import from a folder that has no place', () => {
    const bad = new Map([['src/cli.ts', "import { pad } from './strings/pad.js';"]]);
    expect(findWrongWayImports(bad)).toEqual(['src/cli.ts -> ./strings/pad.js']);
  });

  it('lets every folder import from itself and from the left', () => {
    const good = new Map([
      [
        'src/checks/lure/good.ts',
        "import type { Check } from '../types.js';\nimport type { Notice } from '../../notice/types.js';",
      ],
      ['src/cli.ts', "import { createChecker } from './index.js';\nimport { readSnapshot } from './data-files.js';"],
    ]);
    expect(findWrongWayImports(good)).toEqual([]);
  });

  it('names a folder that has no place', () => {
    expect(findPlacesWithoutRow(new Map([['src/magic/spell.ts', '']]))).toEqual(['magic']);
  });

  it('names a circle once', () => {
    const bad = new Map([
      ['src/notice/a.ts', "import './b.js';"],
      ['src/notice/b.ts', "import './c.js';"],
      ['src/notice/c.ts', "import './a.js';"],
      ['src/notice/d.ts', "import './b.js';"],
    ]);
    expect(findImportCircles(bad)).toEqual(['src/notice/a.ts -> src/notice/b.ts -> src/notice/c.ts -> src/notice/a.ts']);
  });
});
