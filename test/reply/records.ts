import { readDataFiles } from '../../src/data-files.js';
import { compileSnapshot } from '../../src/registry/compile.js';
import type { DataFile } from '../../src/registry/read-records.js';
import { createRegistry } from '../../src/registry/registry.js';
import type { Registry } from '../../src/registry/types.js';

/** Later than every date in the records. */
const TODAY = '2099-01-01';

const EMPTY_LIST = 'sources: {}\nentries: []\n';

/** Files that name other records, in their smallest form. */
const LISTS: readonly DataFile[] = [
  { path: 'data/lists/short-links.yaml', text: EMPTY_LIST },
  { path: 'data/lists/reported-fakes.yaml', text: EMPTY_LIST },
  { path: 'data/lists/consumer-finance-licences.yaml', text: 'sources: {}\nas_of: "2026-11-01"\nentries: []\n' },
  { path: 'data/numbering/service-codes.yaml', text: EMPTY_LIST },
];

/** Rules of conduct take no part in the replies tested here. */
const readFiles = (): DataFile[] => readDataFiles().filter(({ path }) => !path.startsWith('data/conduct/'));

const isReplaced = ({ path }: DataFile): boolean =>
  path.startsWith('data/platforms/') || path.startsWith('data/scams/') || LISTS.some((list) => list.path === path);

const SOURCES = `
sources:
  site: { title: 联系我们, publisher: 样例公司, url: "https://sample.example/contact", kind: official, seen: "2026-11-01" }
  leak: { title: 内部旁证, kind: code, shown: false, seen: "2026-11-01" }
`;

/** A record of a platform that nobody has; `body` is the rest of the YAML without its sources. */
export const platformFile = (id: string, body: string): DataFile => ({
  path: `data/platforms/${id}.yaml`,
  text: `id: "${id}"\n${body.trim()}\n${SOURCES}`,
});

export const phone = (value: string, rest = 'tier: confirmed, used_for: 客服', sources = 'site'): string =>
  `  - { kind: phone, value: "${value}", ${rest}, sources: [${sources}], checked: "2026-11-03" }\n`;

/** The real wording, vocabulary and numbering plan over records of the test's own. */
export function registryOf(...records: readonly DataFile[]): Registry {
  const rest = readFiles().filter((file) => !isReplaced(file));
  return createRegistry(compileSnapshot([...rest, ...LISTS, ...records], TODAY));
}

/** Everything under data/. */
export const realRegistry = (): Registry => createRegistry(compileSnapshot(readFiles(), TODAY));

/** Ids of the scam patterns under data/. */
export const scamIds = (): string[] => readFiles().flatMap(({ path }) => /^data\/scams\/(.+)\.yaml$/.exec(path)?.[1] ?? []);
