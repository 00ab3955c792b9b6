import { checkNotice } from '../checker.js';
import type { Registry } from '../registry/types.js';
import type { Content } from './events.js';

/** Whether a message that nobody asked about is decisively a fraud. Pictures are not read for that. */
export function speaksUpAbout(content: Content, registry: Registry): boolean {
  if (content.kind !== 'text') return false;
  const { gravest } = checkNotice({ text: content.text }, registry);
  return (
    gravest.verdict === 'scam' && gravest.findings.some(({ strength, leaning }) => strength === 'decisive' && leaning === 'scam')
  );
}
