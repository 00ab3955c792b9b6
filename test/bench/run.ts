import { parseArgs } from 'node:util';
import { readCorpus } from './corpus.js';
import { inventedMessages } from './messages.js';
import { benchCampaigns } from './parts/campaigns.js';
import { benchChat } from './parts/chat.js';
import { benchCheck } from './parts/check.js';
import { benchCold } from './parts/cold.js';
import { benchHttp } from './parts/http.js';
import { benchKills } from './parts/kills.js';
import { benchLookalike } from './parts/lookalike.js';
import { benchLookup } from './parts/lookup.js';
import { benchMemory } from './parts/memory.js';
import { benchOcr } from './parts/ocr.js';
import { benchScan } from './parts/scan.js';
import { benchSightings } from './parts/sightings.js';

/*
 * npm run bench                              every part
 * npm run bench -- check cold                these parts
 * npm run bench -- check --corpus a.jsonl b.jsonl   on the texts of these files instead of the invented messages
 * npm run bench -- ocr --pictures DIR        on the pictures that DIR/truth.json lists
 *
 * Figures of one run are comparable with each other, not with those of another machine or hour. Nothing here fails a build.
 */

type Part = (messages: readonly string[], corpora: readonly string[], pictures: string | undefined) => Promise<void>;

const PARTS: Readonly<Record<string, Part>> = {
  campaigns: benchCampaigns,
  check: benchCheck,
  lookalike: benchLookalike,
  lookup: benchLookup,
  cold: benchCold,
  chat: benchChat,
  http: benchHttp,
  ocr: (_messages, _corpora, pictures) => benchOcr(pictures),
  scan: benchScan,
  sightings: benchSightings,
  memory: benchMemory,
  kills: benchKills,
};

interface Asked {
  readonly parts: readonly string[];
  readonly corpora: readonly string[];
  readonly pictures: string | undefined;
}

/** Names of parts stand before `--corpus`, files after it. */
function readArguments(args: readonly string[]): Asked {
  const at = args.indexOf('--corpus');
  const { positionals, values } = parseArgs({
    args: at < 0 ? [...args] : args.slice(0, at),
    allowPositionals: true,
    options: { pictures: { type: 'string' } },
  });
  const unknown = positionals.filter((name) => !(name in PARTS));
  if (unknown.length > 0) throw new Error(`no such part: ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
  return {
    parts: positionals.length > 0 ? positionals : Object.keys(PARTS),
    corpora: at < 0 ? [] : args.slice(at + 1),
    pictures: values.pictures,
  };
}

const { parts, corpora, pictures } = readArguments(process.argv.slice(2));
const messages = corpora.length > 0 ? corpora.flatMap(readCorpus) : inventedMessages();
console.log(
  `Node ${process.version}, ${messages.length} messages ${corpora.length > 0 ? `of ${corpora.length} files` : 'of our own'}\n`,
);
for (const name of parts) {
  await PARTS[name]?.(messages, corpora, pictures);
  console.log('');
}
