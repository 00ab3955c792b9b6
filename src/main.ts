import { checkNotice } from './checker.js';
import { runChat } from './commands/chat.js';
import { drawn } from './commands/terminal.js';
import { readSnapshot, SnapshotError } from './data-files.js';
import { createRegistry } from './registry/registry.js';
import type { Registry } from './registry/types.js';
import { composePaste } from './reply/compose-paste.js';

/** The worked example: a message of our own, to show what an answer looks like. */
const EXAMPLE = {
  text: '【京东金融】张女士您好，您的亲属李某白条已严重逾期，今日16点前不处理将上门走访并起诉。点击 jd-huankuan.top 协商减免，或加专员微信 jdzy8866',
  role: 'relative',
} as const;

/** Without a terminal there is nobody to talk to: show one exchange and say what to set up. */
function showExample(registry: Registry): void {
  const reply = composePaste(checkNotice(EXAMPLE, registry), registry, 'zh');
  const wording = registry.wording('zh');
  process.stdout.write(`${wording['start.example']}\n\n> ${EXAMPLE.text}\n\n${drawn(reply)}\n\n${wording['start.next']}\n`);
}

try {
  const registry = createRegistry(readSnapshot());
  if (process.stdin.isTTY && process.stdout.isTTY) await runChat([], () => registry);
  else showExample(registry);
} catch (error) {
  if (!(error instanceof SnapshotError)) throw error;
  process.stderr.write(`notice-check: ${error.message}\n`);
  process.exitCode = 1;
}
