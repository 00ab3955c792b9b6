/** Phones put U+2005 behind a mention, computers a space. Anything else may be the rest of a longer name. */
const AFTER_MENTION = '\\s|$|(?=[，。！？,.!?:：])';

const escaped = (name: string): string => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

const mentionOf = (name: string): RegExp => new RegExp(`[ \u2005]?@${escaped(name)}(?:${AFTER_MENTION})`, 'g');

/** Whether a text holds `@name` for one of the bot's names. Puppets often deliver a mention as text alone. */
export const mentionsByName = (text: string, names: readonly string[]): boolean =>
  names.some((name) => name !== '' && mentionOf(name).test(text));

/** A mention at the very start, of whomever: the name the puppet knows may differ from the one that was shown. */
const LEADING_MENTION = /^@[^@\n\u2005]{1,64}\u2005/;

/** The text without the mentions of the bot. */
export function withoutMentions(text: string, names: readonly string[], isMentioned: boolean): string {
  const rest = names.filter((name) => name !== '').reduce((left, name) => left.replace(mentionOf(name), ' '), text);
  return (isMentioned && rest === text ? text.replace(LEADING_MENTION, '') : rest).trim();
}
