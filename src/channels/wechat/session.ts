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
  const file = `${path}${ENDING}`;
  const refuse = ({ code }: NodeJS.ErrnoException): never => {
    throw new ChannelError(`WeChat: the log-in cannot be kept in ${file} (${code ?? 'unknown'})`);
  };
  await mkdir(dirname(path), { recursive: true, mode: 0o700 }).catch(refuse);
  await writeFile(file, '{}', { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') refuse(error);
  });
}
