import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The compiled code and records: what users run. Measuring sources through a development loader would measure the loader. */
export const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

async function load<T>(file: string): Promise<T> {
  if (!existsSync(`${DIST}${file}`)) throw new Error(`dist/${file} is missing; run: npm run build`);
  return (await import(new URL(`../../dist/${file}`, import.meta.url).href)) as T;
}

export const loadChecker = (): Promise<typeof import('../../src/checker.js')> => load('checker.js');
export const loadCompose = (): Promise<typeof import('../../src/reply/compose.js')> => load('reply/compose.js');
export const loadRegistry = (): Promise<typeof import('../../src/registry/registry.js')> => load('registry/registry.js');
export const loadDataFiles = (): Promise<typeof import('../../src/data-files.js')> => load('data-files.js');
export const loadFingerprint = (): Promise<typeof import('../../src/notice/fingerprint.js')> => load('notice/fingerprint.js');
export const loadExamine = (): Promise<typeof import('../../src/checks/examine.js')> => load('checks/examine.js');
export const loadRead = (): Promise<typeof import('../../src/notice/read.js')> => load('notice/read.js');
export const loadLookalike = (): Promise<typeof import('../../src/checks/identity/link-lookalike.js')> =>
  load('checks/identity/link-lookalike.js');
export const loadLookup = (): Promise<typeof import('../../src/registry/lookup.js')> => load('registry/lookup.js');
export const loadDialogue = (): Promise<typeof import('../../src/dialogue/dialogue.js')> => load('dialogue/dialogue.js');
export const loadMemoryStore = (): Promise<typeof import('../../src/store/memory.js')> => load('store/memory.js');
export const loadSystemClock = (): Promise<typeof import('../../src/channels/system-clock.js')> =>
  load('channels/system-clock.js');
export const loadTelegram = (): Promise<typeof import('../../src/channels/telegram/channel.js')> =>
  load('channels/telegram/channel.js');
export const loadWording = (): Promise<typeof import('../../src/reply/wording.js')> => load('reply/wording.js');
export const loadStore = (): Promise<typeof import('../../src/store/open-store.js')> => load('store/open-store.js');
export const loadChecking = (): Promise<typeof import('../../src/dialogue/checking.js')> => load('dialogue/checking.js');
export const loadWebApp = (): Promise<typeof import('../../src/web/app.js')> => load('web/app.js');
export const loadWebServer = (): Promise<typeof import('../../src/web/server.js')> => load('web/server.js');
export const loadMetrics = (): Promise<typeof import('../../src/web/metrics.js')> => load('web/metrics.js');
export const loadNetwork = (): Promise<typeof import('../../src/web/network.js')> => load('web/network.js');
export const loadAnswer = (): Promise<typeof import('../../src/reply/answer.js')> => load('reply/answer.js');
export const loadImageReader = (): Promise<typeof import('../../src/ocr/image-reader.js')> => load('ocr/image-reader.js');
export const loadOpenInbox = (): Promise<typeof import('../../src/scan/open-inbox.js')> => load('scan/open-inbox.js');
export const loadScanInbox = (): Promise<typeof import('../../src/scan/scan-inbox.js')> => load('scan/scan-inbox.js');
export const loadWordings = (): Promise<typeof import('../../src/store/wordings.js')> => load('store/wordings.js');
export const loadKeyRing = (): Promise<typeof import('../../src/store/keys.js')> => load('store/keys.js');
