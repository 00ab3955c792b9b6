import type { Wording } from '../reply/wording.js';

/** How often the bar is drawn anew, and how often a line is written where there is no terminal. Milliseconds. */
const DRAW_EVERY = 200;
const LINE_EVERY = 10_000;
const BAR = 24;

export interface ScanProgress {
  /** So many bytes have been read. */
  read(bytes: number): void;
  /** One more message was checked. */
  checked(): void;
  end(): void;
}

interface State {
  readonly share: number;
  readonly messages: number;
  /** Milliseconds since the beginning. */
  readonly elapsed: number;
}

const clock = (milliseconds: number): string => {
  const seconds = Math.ceil(milliseconds / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

function lineOf({ share, messages, elapsed }: State, wording: Wording): string {
  const values = { percent: String(Math.floor(share * 100)), count: messages.toLocaleString('en-US') };
  const isTold = share > 0 && share < 1;
  return isTold
    ? wording.text('scan.progress', { ...values, left: clock((elapsed * (1 - share)) / share) })
    : wording.text('scan.progress.bare', values);
}

const barOf = (share: number): string => '#'.repeat(Math.round(share * BAR)).padEnd(BAR, '.');

/** A bar with the time that is left on a terminal; elsewhere a line now and then. On standard error. */
export function showScanProgress(totalBytes: number, wording: Wording): ScanProgress {
  const onTerminal = process.stderr.isTTY === true;
  const began = Date.now();
  let shown = began;
  let bytes = 0;
  let messages = 0;
  const state = (): State => ({
    share: totalBytes === 0 ? 1 : Math.min(1, bytes / totalBytes),
    messages,
    elapsed: Date.now() - began,
  });
  const draw = (): void => {
    const now = state();
    process.stderr.write(onTerminal ? `\r\u001b[K[${barOf(now.share)}] ${lineOf(now, wording)}` : `${lineOf(now, wording)}\n`);
  };
  return {
    read(more) {
      bytes += more;
      if (Date.now() - shown < (onTerminal ? DRAW_EVERY : LINE_EVERY)) return;
      shown = Date.now();
      draw();
    },
    checked() {
      messages += 1;
    },
    end() {
      if (onTerminal) process.stderr.write('\r\u001b[K');
    },
  };
}
