import { showHelp, showTopics } from './answer-help.js';
import type { Turn, TurnContext } from './turn.js';

/** Where to complain. */
export const chooseLetter = (context: TurnContext): Turn => showHelp('how-to-complain', context) ?? showTopics(context);

export const answerLetterButton = (_id: string, _question: string, _choice: string, _context: TurnContext): Turn | null => null;

export const answerTypedLetterChoice = (_text: string, _context: TurnContext): Turn | null => null;
