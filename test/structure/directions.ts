import { importsOf, isRelative, type SourceTree, targetOf } from './source-tree.js';

/**
 * The order of the house, from left to right: a folder under src/, or a file that stands at its top. Each imports from
 * itself and from earlier rows only; names in one row do not know each other.
 */
const ORDER: readonly (readonly string[])[] = [
  ['notice'],
  ['registry'],
  ['checks'],
  ['verdict'],
  ['checker.ts'],
  ['reply'],
  ['letters'],
  ['dialogue'],
  ['channels', 'web', 'mcp', 'scan', 'store', 'ocr', 'data-files.ts'],
  ['index.ts'],
  ['testing'],
  ['commands'],
  ['cli.ts'],
  ['main.ts'],
];

/** Rows whose code is pure and synchronous: everything left of the dialogue. */
const PURE: ReadonlySet<string> = new Set(
  ORDER.slice(
    0,
    ORDER.findIndex((row) => row.includes('dialogue')),
  ).flat(),
);

/** The folder or top file that a path belongs to: `notice` for src/notice/fold.ts, `cli.ts` for src/cli.ts. */
export const placeOf = (path: string): string => path.split('/')[1] ?? '';

export const isPure = (path: string): boolean => PURE.has(placeOf(path));

const rowOf = (place: string): number => ORDER.findIndex((row) => row.includes(place));

function mayImport(from: string, to: string): boolean {
  return placeOf(from) === placeOf(to) || (rowOf(placeOf(to)) >= 0 && rowOf(placeOf(to)) < rowOf(placeOf(from)));
}

/** Imports that go against the order, as `src/notice/bad.ts -> ../checks/types.js`. */
export function findWrongWayImports(tree: SourceTree): string[] {
  return [...tree].flatMap(([path, source]) =>
    importsOf(source)
      .filter((imported) => isRelative(imported) && !mayImport(path, targetOf(path, imported)))
      .map((imported) => `${path} -> ${imported}`),
  );
}

/** Folders and top files that the order does not know. */
export function findPlacesWithoutRow(tree: SourceTree): string[] {
  return [...new Set([...tree.keys()].map(placeOf))].filter((place) => rowOf(place) < 0);
}

/** Circles of imports, each once, as `a.ts -> b.ts -> a.ts`. */
export function findImportCircles(tree: SourceTree): string[] {
  const circles = new Set<string>();
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) circles.add(fromSmallest(trail.slice(at)));
    if (at >= 0 || done.has(path)) return;
    for (const imported of importsOf(tree.get(path) ?? '').filter(isRelative)) visit(targetOf(path, imported), [...trail, path]);
    done.add(path);
  };
  for (const path of tree.keys()) visit(path, []);
  return [...circles];
}

function fromSmallest(circle: readonly string[]): string {
  const first = circle.indexOf([...circle].sort()[0] ?? '');
  const turned = [...circle.slice(first), ...circle.slice(0, first)];
  return [...turned, turned[0]].join(' -> ');
}
