import { readDataFiles } from '../../src/data-files.js';
import { compileSnapshot } from '../../src/registry/compile.js';
import type { DataFile } from '../../src/registry/read-records.js';
import { createRegistry } from '../../src/registry/registry.js';
import type { Registry } from '../../src/registry/types.js';
import { recordedRegistry } from '../recorded-registry.js';

/** Later than every date in the records. */
const TODAY = '2099-01-01';

const EMPTY_LIST = 'sources: {}\nentries: []\n';

/** Files that name other records, and one that is long to read, in their smallest form. */
const LISTS: readonly DataFile[] = [
  { path: 'data/lists/short-links.yaml', text: EMPTY_LIST },
  { path: 'data/lists/reported-fakes.yaml', text: EMPTY_LIST },
  { path: 'data/lists/consumer-finance-licences.yaml', text: 'sources: {}\nas_of: "2026-11-01"\nentries: []\n' },
  { path: 'data/numbering/service-codes.yaml', text: EMPTY_LIST },
  { path: 'data/numbering/area-codes.yaml', text: EMPTY_LIST },
  { path: 'data/lists/help-menu.yaml', text: 'relative: []\nborrower: []\nanyone: []\n' },
];

/** Folders whose records name platforms. */
const FOLDERS = ['data/platforms/', 'data/scams/', 'data/help/', 'data/interviews/', 'data/faq/', 'data/letters/'];

const isReplaced = ({ path }: DataFile): boolean =>
  FOLDERS.some((folder) => path.startsWith(folder)) || LISTS.some((list) => list.path === path);

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

/** A scam pattern that hits 蓝月亮 and advises what is given. */
export const scamFile = (id: string, advice: string): DataFile => ({
  path: `data/scams/${id}.yaml`,
  text: `
id: ${id}
title: 样例骗局
title_en: Sample scam
family: payment
status: trial
strength: strong
match: { all_of: [{ any_of: [蓝月亮${id}] }] }
why: { zh: 蓝月亮是样例骗局。, en: Blue moons are a sample scam. }
advice: { zh: ${advice}, en: ${advice} }
added: "2026-11-01"
checked: "2026-11-01"
false_positive_notes: [洗衣液的广告也会提到蓝月亮]
examples:
  match: [{ origin: invented, text: 蓝月亮${id}一 }, { origin: invented, text: 蓝月亮${id}二 }]
  weak: [{ origin: invented, text: 谨防蓝月亮${id} }]
  no_match: [{ origin: invented, text: 红月亮 }, { origin: invented, text: 黄月亮 }]
${SOURCES}`,
});

/** The real wording, vocabulary and numbering plan over records of the test's own. */
export function registryOf(...records: readonly DataFile[]): Registry {
  const rest = readDataFiles().filter((file) => !isReplaced(file));
  return createRegistry(compileSnapshot([...rest, ...LISTS, ...records], TODAY));
}

/** Everything under data/. */
export const realRegistry = recordedRegistry;

/** Ids of the scam patterns under data/. */
export const scamIds = (): string[] => readDataFiles().flatMap(({ path }) => /^data\/scams\/(.+)\.yaml$/.exec(path)?.[1] ?? []);
