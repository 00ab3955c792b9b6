import type { Words } from './messages.js';

/** What stands in a conversation or on a lock screen, from top to bottom. */
export type Entry =
  | { readonly kind: 'time'; readonly words: string }
  | {
      readonly kind: 'message';
      readonly words: Words;
      /** `own`: sent by the owner of the phone; `remark`: said by whoever passes a message on. Neither is a notice. */
      readonly from: 'sender' | 'own' | 'remark';
      /** Name or number beside it, where a layout has one per message. */
      readonly shownSender: string;
      /** Time beside it, where a layout has one per message; null: none. */
      readonly shownTime: string | null;
      /** What a QR code below the words holds. */
      readonly code: string | null;
      /** What a reader should find: its sender, and its time where the picture tells it. */
      readonly sender: string | null;
      readonly receivedAt: string | null;
    };

export type Message = Extract<Entry, { kind: 'message' }>;

/** Everything that a picture shows. Lengths are in CSS pixels. */
export interface Scene {
  readonly layout: string;
  readonly dark: boolean;
  readonly width: number;
  readonly height: number;
  /** Device pixels per CSS pixel. */
  readonly scale: number;
  readonly fontSize: number;
  /** The phone's own clock, `22:41`, and the day that a lock screen shows, `2026-11-20`. */
  readonly clock: string;
  readonly day: string;
  /** What the title bar says: number or name of a sender, or a friend. */
  readonly title: string;
  readonly entries: readonly Entry[];
}

export function messagesOf({ entries }: Pick<Scene, 'entries'>): Message[] {
  return entries.filter((entry) => entry.kind === 'message');
}

export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** One line as it is broken on the screen. `part`: the number of its message, or null for the furniture of the phone. */
export interface TrueLine {
  readonly text: string;
  readonly box: Rectangle;
  readonly part: number | null;
}

/** What can be read in a picture, measured where it was drawn; pixels of the picture. */
export interface Measured {
  readonly lines: readonly TrueLine[];
  /** Boxes of the bubbles, in the order of the messages. */
  readonly bubbles: readonly Rectangle[];
}
