import type { InlineQuery, InlineQueryResult } from 'telegraf/types';
import type { Dialogue } from '../../dialogue/types.js';
import type { Language, ReplyBody } from '../../reply/types.js';
import type { Wording } from '../../reply/wording.js';
import { languageOf } from './commands.js';
import { drawHeadline, drawReply } from './draw.js';
import { CHANNEL } from './read-update.js';
import { htmlOf, type Run, run, textOf } from './runs.js';
import { MESSAGE_ROOM, splitBlocks } from './split.js';
import type { BotName } from './spoken.js';

/** Seconds; records change with the next start at the earliest. */
export const INLINE_CACHE = 60;

/** Characters of a description that clients show. */
const LONGEST_DESCRIPTION = 120;

function article(id: string, title: string, description: string, message: readonly Run[]): InlineQueryResult {
  return {
    type: 'article',
    id,
    title,
    description: description.slice(0, LONGEST_DESCRIPTION),
    input_message_content: { message_text: htmlOf(message), parse_mode: 'HTML', link_preview_options: { is_disabled: true } },
  };
}

/** What stands below the headline: the first thing that is known. */
const gistOf = (body: ReplyBody): string => {
  const line = body.lead[0] ?? body.sections[0]?.lines[0] ?? [];
  return textOf(line.map(({ text }) => run(text)));
};

function answer(body: ReplyBody): InlineQueryResult[] {
  const [message] = splitBlocks(drawReply(body), MESSAGE_ROOM);
  return message ? [article('lookup', `${body.mark} ${drawHeadline(body).text}`, gistOf(body), message)] : [];
}

function usage(wording: Wording, bot: BotName): InlineQueryResult[] {
  const text = wording.text('telegram.inline.text', { bot: `@${bot.username}` });
  return [article('usage', wording.text('telegram.inline.title'), wording.text('telegram.inline.hint'), [run(text)])];
}

export interface InlinePorts {
  readonly dialogue: Pick<Dialogue, 'lookUp'>;
  readonly wording: (language: Language) => Wording;
}

/** What to offer while somebody types `@bot 95188` in any chat: the look-up, or how it is used when nothing is typed yet. */
export async function inlineResults(
  query: InlineQuery,
  bot: BotName,
  { dialogue, wording }: InlinePorts,
): Promise<InlineQueryResult[]> {
  const language = languageOf(query.from.language_code) ?? 'zh';
  const typed = query.query.trim();
  return typed === '' ? usage(wording(language), bot) : answer(await dialogue.lookUp(typed, language, CHANNEL));
}
