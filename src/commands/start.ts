import { checkNotice } from '../checker.js';
import type { Registry } from '../registry/types.js';
import { composePaste } from '../reply/compose-paste.js';
import { wordingIn } from '../reply/wording.js';
import { type Configuration, readConfiguration } from './configuration.js';
import { runServe } from './serve.js';
import { drawn } from './terminal.js';

/** The worked example: a message of our own, to show what an answer looks like. */
const EXAMPLE = {
  text: '【京东金融】张女士您好，您的亲属李某白条已严重逾期，今日16点前不处理将上门走访并起诉。点击 jd-huankuan.top 协商减免，或加专员微信 jdzy8866',
  role: 'relative',
} as const;

const hasChannels = ({ telegram, wechat }: Configuration): boolean => telegram !== null || wechat !== null;

/** What whoever tries the program out is shown: an answer, and where to get more of them. */
function introduction(registry: Registry, address: string): string {
  const wording = wordingIn(registry, 'zh');
  const reply = composePaste(checkNotice(EXAMPLE, registry), registry, 'zh');
  const next = wording.text('start.next', { address });
  return `${wording.text('start.example')}\n\n> ${EXAMPLE.text}\n\n${drawn(reply)}\n\n${next}\n`;
}

/**
 * Runs `serve`: every configured channel, the page and the HTTP API. Without any channel somebody is trying it out, and is
 * shown one worked example and where the page is.
 * @throws ConfigurationError and ChannelError, with what to write or do.
 */
export async function runStart(
  environment: Readonly<Record<string, string | undefined>>,
  loadRegistry: () => Registry,
): Promise<void> {
  const configuration = readConfiguration(environment);
  const registry = loadRegistry();
  await runServe(configuration, registry, (address) => {
    if (!hasChannels(configuration)) process.stdout.write(introduction(registry, address));
  });
}
