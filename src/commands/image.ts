import { readFileSync, statSync } from 'node:fs';
import { systemClock } from '../channels/system-clock.js';
import { type PictureFailure, readPictureBytes } from '../dialogue/received.js';
import type { NoticeInput } from '../notice/types.js';
import type { Registry } from '../registry/types.js';
import { renderPlainText } from '../reply/plain-text.js';
import { composeTalk } from '../reply/talk.js';
import type { Language } from '../reply/types.js';
import { wordingIn } from '../reply/wording.js';
import type { PictureConfiguration } from './configuration.js';
import { readPictureConfiguration } from './configuration.js';
import { UsageError } from './usage.js';
import type { Environment } from './variables.js';

/** A file over this is no picture that anybody would read. Bytes. */
const LARGEST_FILE = 100_000_000;
/** Work that takes longer than this is shown. Milliseconds. */
const SHOWN_AFTER = 1_000;

/** What a picture holds to check, or why nothing. */
export type ImageInputs = { readonly inputs: readonly NoticeInput[] } | { readonly failure: PictureFailure };

/**
 * The bytes of `--image FILE`, `-` for standard input; null when there are far too many.
 * @throws UsageError when there is no such file.
 */
function bytesOf(file: string): Uint8Array | null {
  try {
    if (file === '-') return readFileSync(0);
    return statSync(file).size > LARGEST_FILE ? null : readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why =
      code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : `it cannot be read (${code})`;
    throw new UsageError(`--image ${file}: ${why}`);
  }
}

/** A line on standard error while a picture is read for longer than a moment; silent unless that is a terminal. */
function showReading(registry: Registry, language: Language): () => void {
  if (process.stderr.isTTY !== true) return () => {};
  const line = wordingIn(registry, language).text('chat.working');
  return systemClock.after(SHOWN_AFTER, () => process.stderr.write(`${line}\n`));
}

async function readWith(configuration: PictureConfiguration, picture: Uint8Array): Promise<ImageInputs> {
  const { openReader } = await import('./open-reader.js');
  const reader = await openReader(configuration, systemClock);
  try {
    const { inputs, failure } = await readPictureBytes(picture, reader);
    return failure === null ? { inputs } : { failure };
  } finally {
    await reader?.close();
  }
}

/** Reads the notices of `--image FILE`. What reads pictures is loaded only now. */
export async function readImage(
  file: string,
  environment: Environment,
  registry: Registry,
  language: Language,
): Promise<ImageInputs> {
  const configuration = readPictureConfiguration(environment);
  const picture = bytesOf(file);
  if (picture === null) return { failure: 'too_large' };
  const done = showReading(registry, language);
  try {
    return await readWith(configuration, picture);
  } finally {
    done();
  }
}

/** Says why a picture gave nothing and what to do: on standard error, or as JSON. The program ends with status 1. */
export function tellFailure(failure: PictureFailure, asJson: boolean, registry: Registry, language: Language): void {
  const told = composeTalk(`picture.${failure}`, registry, language);
  if (asJson) process.stdout.write(`${JSON.stringify({ error: told.headline, why: failure }, null, 2)}\n`);
  else process.stderr.write(`${renderPlainText(told)}\n`);
  process.exitCode = 1;
}
