import type { Registry } from '../registry/types.js';
import type { Checked, Verdict } from '../verdict/types.js';
import { composeReply, MARKS } from './compose.js';
import { shorten } from './quote.js';
import { quoted } from './telling.js';
import type { Language, Line, Reply, Section } from './types.js';
import { type Wording, wordingIn } from './wording.js';

/** What a reader has to know before the answer: how many notices there were, and that not everything was read. */
function notesOn({ notices, truncated }: Checked, wording: Wording): Line[] {
  return [
    notices.length > 1 ? wording.line('note.several', { count: String(notices.length) }) : [],
    truncated ? wording.line('note.truncated') : [],
  ].filter((line) => line.length > 0);
}

function eachLine({ verdict, notice }: Verdict, wording: Wording): Line {
  const { start, end } = notice.bodySpan;
  const beginning = shorten(notice.source.slice(start, end));
  return [
    { kind: 'text', text: `${MARKS[verdict]} ` },
    ...wording.line(`each.${verdict}`, { quote: quoted([beginning], wording) }),
  ];
}

/** Several notices, each by its beginning and with its own verdict: the gravest must not hide the others. */
function eachOf({ notices }: Checked, wording: Wording): Section[] {
  if (notices.length < 2) return [];
  const lines = notices.map((verdict) => eachLine(verdict, wording));
  return [{ id: 'each', title: wording.text('title.each'), lines, numbered: true }];
}

/** The answer to a paste: that to its gravest notice, and a line on each when there are several. */
export function composePaste(checked: Checked, registry: Registry, language: Language): Reply {
  const reply = composeReply(checked.gravest, registry, language);
  const wording = wordingIn(registry, language);
  return {
    ...reply,
    lead: [...notesOn(checked, wording), ...reply.lead],
    sections: [...eachOf(checked, wording), ...reply.sections],
  };
}
