import type { Responder } from './messages.js';
import type { Clock } from './ports.js';

/** Work that takes longer than this is shown. Milliseconds. */
const FIRST = 1_000;
/** What shows it fades after five seconds in most chats. */
const AGAIN = 4_000;
/** Nobody waits longer without a word. Milliseconds. */
const LONG = 12_000;

/** Shows the person that work goes on while it lasts, and calls `late` once when it lasts long; the answer ends it. */
export function showWorking(responder: Responder, clock: Clock, late: () => void): () => void {
  let cancel = clock.after(FIRST, tick);
  const cancelLate = clock.after(LONG, late);
  function tick(): void {
    responder.working();
    cancel = clock.after(AGAIN, tick);
  }
  return () => {
    cancel();
    cancelLate();
  };
}
