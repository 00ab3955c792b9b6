/** How often the line is redrawn, in steps. */
const EVERY = 500;

export interface Progress {
  step(): void;
  end(): void;
}

/** Counts on standard error while a long run works; silent unless that is a terminal and the answers go elsewhere. */
export function showProgress(): Progress {
  const visible = process.stderr.isTTY === true && process.stdout.isTTY !== true;
  let done = 0;
  return {
    step() {
      done += 1;
      if (visible && done % EVERY === 0) process.stderr.write(`\r${done} checked`);
    },
    end() {
      if (visible && done >= EVERY) process.stderr.write(`\r${done} checked\n`);
    },
  };
}
