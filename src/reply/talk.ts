import type { Registry } from '../registry/types.js';
import type { Button, Language, ReplyBody } from './types.js';
import { flatten, type Values, wordingIn } from './wording.js';

export interface TalkOptions {
  readonly values?: Values;
  /** Ids of buttons; their labels stand in the wording. */
  readonly buttons?: readonly string[];
  /** Buttons that bring their own labels, behind the others. */
  readonly more?: readonly Button[];
}

/**
 * A few words of conversation: the entry `talk.<id>` of the wording, its first line as the headline. It judges nothing.
 */
export function composeTalk(id: string, registry: Registry, language: Language, options: TalkOptions = {}): ReplyBody {
  const wording = wordingIn(registry, language);
  const [headline = [], ...lead] = wording.lines(`talk.${id}`, options.values);
  const own = (options.buttons ?? []).map((button) => ({ id: button, label: wording.text(`button.${button}`) }));
  const buttons = [...own, ...(options.more ?? [])];
  return {
    language,
    mark: '💬',
    headline: flatten(headline),
    lead,
    sections: [],
    contacts: [],
    question: buttons.length > 0 ? { text: '', buttons } : null,
    asOf: registry.asOf,
    footer: [],
  };
}
