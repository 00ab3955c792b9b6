import type { Clock } from '../../dialogue/ports.js';

/** Something took longer than it may. */
export class TimeLimitError extends Error {
  override readonly name = 'TimeLimitError';
}

/** The outcome of `work`, or a TimeLimitError when it takes longer. What comes of it afterwards is nobody's concern. */
export function within<Value>(clock: Clock, milliseconds: number, work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(milliseconds, () => reject(new TimeLimitError(`not done in ${milliseconds} ms`)));
    work.then(resolve, reject).finally(cancel);
  });
}
