/** One message that somebody received. */
export interface InboxMessage {
  readonly text: string;
  /** Number or name as the file has it; null when it has none. */
  readonly sender: string | null;
  /** In China, `2026-11-20T22:30`, or the day alone; null when the file does not tell. */
  readonly receivedAt: string | null;
}

/** Why an entry of a file was not checked. `sent`: by the owner of the inbox. */
export const SKIPPED = ['sent', 'empty', 'unreadable'] as const;
export type Skipped = (typeof SKIPPED)[number];

/** What a reader makes of one entry of a file. */
export type Entry =
  | { readonly kind: 'message'; readonly message: InboxMessage }
  | { readonly kind: 'skipped'; readonly why: Skipped };

export const skipped = (why: Skipped): Entry => ({ kind: 'skipped', why });

const known = (value: string | null | undefined): string | null => value?.trim() || null;

/** An entry from what a file says of it; one without words has nothing to check. */
export function received(text: string | null | undefined, sender: string | null | undefined, receivedAt: string | null): Entry {
  if (!known(text)) return skipped('empty');
  return { kind: 'message', message: { text: text ?? '', sender: known(sender), receivedAt } };
}
