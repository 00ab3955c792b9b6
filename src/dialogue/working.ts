import type { Responder } from './messages.js';
import type { Clock } from './ports.js';

/** Work that takes longer than this is shown. Milliseconds. */
const FIRST = 1_000;
/** What shows it fades after five seconds in most chats. */
const AGAIN = 4_000;

/** Shows the person that work goes on while it lasts; the answer ends it. */
export function showWorking(responder: Responder, clock: Clock): () => void {
  let cancel = clock.after(FIRST, tick);
  function tick(): void {
    responder.working();
    cancel = clock.after(AGAIN, tick);
  }
  return () => cancel();
}
