import type { Content } from '../../dialogue/events.js';
import type { Button } from '../../reply/types.js';
import { readDroppedFile } from './dropped-file.js';

const LEAVES = /^(?:exit|quit|退出)$/i;
const COMMAND = /^\/([a-z_]+)(?:\s+([\s\S]*))?$/i;
const LONE_DIGITS = /^\d{1,2}$/;

/** What somebody typed or pasted at the prompt. */
export type Typed = Content | 'leave' | null;

/** A button of the last answer, by the number beside it or by its words. */
function pressed(typed: string, buttons: readonly Button[]): Button | undefined {
  const plain = typed.normalize('NFKC');
  return LONE_DIGITS.test(plain) ? buttons[Number(plain) - 1] : buttons.find(({ label }) => label === typed);
}

/**
 * Reads what was typed; null when it was nothing. A path counts as a file only where somebody sits at the terminal:
 * a message that comes through a pipe must not name files of this machine.
 */
export function readTyped(text: string, buttons: readonly Button[], takesFiles: boolean): Typed {
  const typed = text.trim();
  if (typed === '') return null;
  if (LEAVES.test(typed)) return 'leave';
  const button = pressed(typed, buttons);
  if (button) return { kind: 'button', id: button.id };
  const file = takesFiles ? readDroppedFile(typed) : null;
  if (file) return file;
  const [, name, argument = ''] = COMMAND.exec(typed) ?? [];
  if (name !== undefined) return { kind: 'command', name: name.toLowerCase(), argument: argument.trim() };
  return { kind: 'text', text: typed, forwarded: null };
}
