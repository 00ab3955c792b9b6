import type { Registry } from '../registry/types.js';
import type { Verdict, VerdictName } from '../verdict/types.js';
import { BUTTONS } from './buttons.js';
import { checkedLines } from './checked.js';
import { conductLines } from './conduct.js';
import { officialLines } from './contacts.js';
import { headlineOf, leadOf } from './lead.js';
import { nameIn } from './names.js';
import { reasonLines } from './reasons.js';
import { stepLines } from './steps.js';
import type { Telling } from './telling.js';
import type { Language, Line, OfficialContact, Reply, Section } from './types.js';
import { type Wording, wordingIn } from './wording.js';

/** No mark is green: nothing here says that a message may be trusted. */
export const MARKS: Readonly<Record<VerdictName, string>> = {
  scam: '🔴',
  suspicious: '🟠',
  unverified: '⚪',
  consistent: '🔵',
  not_a_notice: '💬',
};

/** A day as people of the language write it, from ISO 8601. */
export function dayIn(iso: string, wording: Wording): string {
  const [year = '', month = '', date = ''] = iso.split('-');
  return wording.text('day', { iso, year, month: String(Number(month)), date: String(Number(date)) });
}

/** An official number with its source and the day it was checked. */
export function contactLine({ name, number, tier, source, checked }: OfficialContact, wording: Wording): Line {
  const dial = number.replace(/\D/g, '');
  return wording.line(`contact.${tier}`, {
    name,
    source,
    day: dayIn(checked, wording),
    number: [{ kind: 'official', text: number, dial }],
  });
}

/** The platform's lines, or that none is on record; then the public ones. */
function contactLines({ verdict, registry, wording, lines }: Telling): Line[] {
  const { claim } = verdict;
  const isMissing = claim !== null && lines.own.length === 0 && verdict.verdict !== 'not_a_notice';
  const none = isMissing
    ? [wording.line('contact.none', { platform: nameIn(wording.language, claim.platform.name, registry) })]
    : [];
  return [...none, ...[...lines.own, ...lines.open].map((contact) => contactLine(contact, wording))];
}

const conductTitle = ({ verdict }: Telling): string =>
  verdict.passesOnProperly ? 'title.conduct.proper' : isDoubted(verdict) ? 'title.conduct.doubted' : 'title.conduct';

const isDoubted = ({ verdict }: Verdict): boolean => verdict === 'scam' || verdict === 'suspicious';

/** Order of what a reader is owed: reasons, what was checked, conduct, whom to call, what to do. */
function sectionsOf(telling: Telling): Section[] {
  const { verdict, wording } = telling;
  const sections: Section[] = [
    { id: 'why', title: wording.text(`title.why.${verdict.verdict}`), lines: reasonLines(telling), numbered: true },
    { id: 'checked', title: wording.text('title.checked'), lines: checkedLines(telling), numbered: false },
    { id: 'conduct', title: wording.text(conductTitle(telling)), lines: conductLines(telling), numbered: false },
    { id: 'contacts', title: wording.text('title.contacts'), lines: contactLines(telling), numbered: false },
    { id: 'steps', title: wording.text('title.steps'), lines: stepLines(telling), numbered: false },
  ];
  return sections
    .map((section) => ({ ...section, lines: section.lines.filter((line) => line.length > 0) }))
    .filter(({ lines }) => lines.length > 0);
}

function questionOf({ verdict, wording }: Telling): Reply['question'] {
  if (verdict.verdict === 'not_a_notice') return null;
  const isAnswered = (id: string): boolean => id.startsWith('i-am-') && verdict.notice.role !== null;
  const ids = BUTTONS[verdict.ask].filter((id) => !isAnswered(id));
  return { text: wording.text(`ask.${verdict.ask}`), buttons: ids.map((id) => ({ id, label: wording.text(`button.${id}`) })) };
}

/** The answer to one verdict, for any channel: what to do, what it is and why, whom to call, and one question. */
export function composeReply(verdict: Verdict, registry: Registry, language: Language): Reply {
  const wording = wordingIn(registry, language);
  const lines = officialLines(verdict, registry, language);
  const telling: Telling = { verdict, registry, wording, lines };
  return {
    language,
    verdict: verdict.verdict,
    mark: MARKS[verdict.verdict],
    headline: headlineOf(telling),
    lead: leadOf(telling),
    sections: sectionsOf(telling),
    contacts: [...lines.own, ...lines.open],
    question: questionOf(telling),
    asOf: registry.asOf,
    footer: verdict.verdict === 'not_a_notice' ? [] : wording.line('footer', { day: dayIn(registry.asOf, wording) }),
  };
}
