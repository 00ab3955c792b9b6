import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One message that a picture shows. */
export interface TrueNotice {
  readonly text: string;
  readonly sender: string | null;
  readonly received_at?: string | null;
  /** What the QR codes beside it hold. */
  readonly codes?: readonly string[];
}

/**
 * What a reader should find in a picture: the picture's one message, or all of them under `notices`. Lists that are null
 * or missing are what the checker finds in the words themselves.
 */
export interface TruePicture extends TrueNotice {
  readonly file: string;
  /** The day on which it was taken, `2026-11-20`. */
  readonly day?: string;
  readonly style: string;
  readonly post: string;
  readonly notices?: readonly TrueNotice[];
  readonly links_expected?: readonly string[] | null;
  readonly phones_expected?: readonly string[] | null;
  readonly claimed_platform?: string | null;
  readonly claimed_also?: readonly string[];
  readonly expected_verdict?: string;
  readonly acceptable?: readonly string[];
  readonly must_not?: readonly string[];
}

export const noticesOf = (picture: TruePicture): readonly TrueNotice[] => picture.notices ?? [picture];

/** The pictures of a folder as its truth.json lists them; none when there is no such folder. */
export function readPictures(folder: string): readonly TruePicture[] {
  const path = join(folder, 'truth.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as TruePicture[]) : [];
}
