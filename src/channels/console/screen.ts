import { clearScreenDown, cursorTo, type Interface, moveCursor } from 'node:readline';

/** Where answers are written. */
export interface Screen {
  /** Shows a text, and asks for the next message below it. */
  show(text: string, question: string): void;
  ask(question: string): void;
}

/** A pipe: answers one below the other, and nothing else. */
export const createPipeScreen = (output: NodeJS.WritableStream): Screen => ({
  show: (text) => void output.write(`${text}\n\n`),
  ask: () => undefined,
});

/** A terminal: answers are written above the prompt, and what is being typed there stays. */
export function createTerminalScreen(output: NodeJS.WritableStream, terminal: Interface): Screen {
  let isOpen = true;
  terminal.once('close', () => {
    isOpen = false;
  });
  const ask = (question: string): void => {
    if (!isOpen) return;
    terminal.setPrompt(`${question} `);
    terminal.prompt(true);
  };
  return {
    ask,
    show(text, question) {
      if (!isOpen) return void output.write(`\n${text}\n`);
      const { rows } = terminal.getCursorPos();
      moveCursor(output, 0, -rows);
      cursorTo(output, 0);
      clearScreenDown(output);
      // The prompt is drawn again as many rows up as its text takes: they are made first.
      output.write(`\n${text}\n\n${'\n'.repeat(rows)}`);
      ask(question);
    },
  };
}
