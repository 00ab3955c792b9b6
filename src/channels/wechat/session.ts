import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ChannelError } from '../types.js';

/** What wechaty puts behind the name of a session. */
const ENDING = '.memory-card.json';

/**
 * Makes the file in which the puppet keeps its log-in, readable by nobody else: with it the account can be used.
 * @throws ChannelError when it cannot be written.
 */
export async function prepareSession(path: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(`${path}${ENDING}`, '{}', { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST') throw new ChannelError(`WeChat: the log-in cannot be kept in ${path}${ENDING} (${code ?? 'unknown'})`);
  }
}
