import { describe, expect, it } from 'vitest';
import { findEmptyNames, findLongFiles, findNeedlessTables } from './file-shape.js';
import { readSourceTree } from './source-tree.js';

const tree = readSourceTree();

describe('the source files', () => {
  it('have names that say what is in them', () => {
    expect(findEmptyNames(tree)).toEqual([]);
  });

  it('stay within 300 lines, tables aside', () => {
    expect(findLongFiles(tree)).toEqual([]);
    expect(findNeedlessTables(tree)).toEqual([]);
  });
});

describe('the rule of file names', () => {
  it.each(['src/notice/utils.ts', 'src/helpers.ts', 'src/helpers/phone.ts', 'src/checks/link-utils.ts', 'src/web/pageHelper.ts'])(
    'names %s',
    (path) => {
      expect(findEmptyNames(new Map([[path, '']]))).toEqual([path]);
    },
  );

  it('minds whole words only', () => {
    expect(findEmptyNames(new Map([['src/notice/commonality.ts', '']]))).toEqual([]);
  });
});

describe('the rule of file lengths', () => {
  const lines = (count: number): string => 'const a = 1;\n'.repeat(count);

  it('names a file from its 301st line on', () => {
    const files = new Map([
      ['src/a.ts', lines(300)],
      ['src/b.ts', lines(301)],
    ]);
    expect(findLongFiles(files)).toEqual(['src/b.ts: 301 lines']);
  });

  it('names an exception that is no longer needed', () => {
    expect(findNeedlessTables(new Map([['src/registry/records.ts', lines(3)]]))).toContain('src/registry/records.ts');
  });
});
