import { describe, expect, it } from 'vitest';
import { isRelative, readSourceTree, targetOf } from './source-tree.js';

const tree = readSourceTree();

/** Modules that are loaded at once with one, itself among them: lazy imports and those of types load nothing. */
function loadedWith(path: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  const source = tree.get(path) ?? '';
  for (const [, imported = ''] of source.matchAll(/^(?:import|export) (?!type\b)[^;]*?from '([^']+)';/gm))
    if (isRelative(imported)) loadedWith(targetOf(path, imported), seen);
  return seen;
}

describe('a single check', () => {
  it.each(['src/commands/check.ts', 'src/commands/lookup.ts', 'src/commands/chat.ts', 'src/index.ts'])(
    '%s starts without loading a database',
    (path) => {
      const loaded = [...loadedWith(path)];
      expect(loaded.length).toBeGreaterThan(10);
      expect(loaded.filter((module) => module.startsWith('src/store/') && module !== 'src/store/memory.ts')).toEqual([]);
    },
  );

  it('would be found out if it did', () => {
    expect([...loadedWith('src/commands/review.ts')]).toContain('src/store/libsql.ts');
  });
});
