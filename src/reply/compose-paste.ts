import type { Registry } from '../registry/types.js';
import type { Checked } from '../verdict/types.js';
import { composeReply } from './compose.js';
import type { Language, Line, Reply } from './types.js';
import { wordingIn } from './wording.js';

/** What a reader has to know before the answer: how many notices there were, and that not everything was read. */
function notesOn({ notices, truncated }: Checked, registry: Registry, language: Language): Line[] {
  const wording = wordingIn(registry, language);
  return [
    notices.length > 1 ? wording.line('note.several', { count: String(notices.length) }) : [],
    truncated ? wording.line('note.truncated') : [],
  ].filter((line) => line.length > 0);
}

/** The answer to a paste: that to its gravest notice, and a word on the others. */
export function composePaste(checked: Checked, registry: Registry, language: Language): Reply {
  const reply = composeReply(checked.gravest, registry, language);
  return { ...reply, lead: [...notesOn(checked, registry, language), ...reply.lead] };
}
