import { checkNotice } from '../checker.js';
import type { Registry } from '../registry/types.js';
import { composePaste } from '../reply/compose-paste.js';
import { runChat } from './chat.js';
import { readConfiguration } from './configuration.js';
import { hasChannels, runServe } from './serve.js';
import { drawn } from './terminal.js';

/** The worked example: a message of our own, to show what an answer looks like. */
const EXAMPLE = {
  text: '【京东金融】张女士您好，您的亲属李某白条已严重逾期，今日16点前不处理将上门走访并起诉。点击 jd-huankuan.top 协商减免，或加专员微信 jdzy8866',
  role: 'relative',
} as const;

function showExample(registry: Registry): void {
  const reply = composePaste(checkNotice(EXAMPLE, registry), registry, 'zh');
  const wording = registry.wording('zh');
  process.stdout.write(`${wording['start.example']}\n\n> ${EXAMPLE.text}\n\n${drawn(reply)}\n\n${wording['start.next']}\n`);
}

/**
 * Runs `serve`: every configured channel; without one a conversation in the terminal; without a terminal, where there is
 * nobody to talk to, one worked example and what to set up.
 * @throws ConfigurationError and ChannelError, with what to write or do.
 */
export async function runStart(
  environment: Readonly<Record<string, string | undefined>>,
  loadRegistry: () => Registry,
): Promise<void> {
  const configuration = readConfiguration(environment);
  if (hasChannels(configuration)) await runServe(configuration, loadRegistry());
  else if (process.stdin.isTTY && process.stdout.isTTY) await runChat([], loadRegistry, environment);
  else showExample(loadRegistry());
}
