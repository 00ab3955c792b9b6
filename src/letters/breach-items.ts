import type { Breach } from '../checks/conduct/types.js';
import type { Passage } from '../registry/letters.js';
import { citationsOf } from '../reply/conduct.js';
import { printable } from '../reply/printable.js';
import { quoteFrom } from '../reply/quote.js';
import { quoted } from '../reply/telling.js';
import type { Line } from '../reply/types.js';
import { binds, citable, type Drafting, filled } from './drafting.js';
import { fitting } from './passages.js';
import type { LetterLine } from './types.js';

/** The words of the message as they stand, where a reply would show them defanged. */
const asTheyStand = (line: Line): LetterLine =>
  line.map((piece) => (piece.kind === 'quote' ? { kind: 'verbatim', text: piece.text } : piece));

/** The rules of a breach that this letter names: those that bind the platform, and before the police theirs alone. */
function rulesOf(rules: readonly string[], drafting: Drafting): string[] {
  const policeOnly = drafting.template.breaches?.policeOnly ?? false;
  return citable(rules, drafting)
    .filter((rule) => binds(rule, drafting.known) && (rule.judgedByPolice || !policeOnly))
    .map(({ id }) => id);
}

function quoteOf({ span }: Breach, { known: { verdict }, wording }: Drafting): Line | null {
  return span && verdict ? quoted([quoteFrom(verdict.notice, span, printable)], wording) : null;
}

/** The quoted words, what is wrong with them, and the rules as strongly as each binds. */
function breachItem(breach: Breach, drafting: Drafting): LetterLine {
  const { wording } = drafting;
  const topic = wording.text(`letter.topic.${breach.topic}`);
  const citation = citationsOf(rulesOf(breach.rules, drafting), drafting).join(wording.text('letter.join'));
  const quote = quoteOf(breach, drafting);
  if (quote)
    return asTheyStand(
      wording.line(citation ? 'letter.breach.quoted' : 'letter.breach.quoted_uncited', { topic, citation, quote }),
    );
  return wording.line(citation ? 'letter.breach' : 'letter.breach.uncited', { topic, citation });
}

/** A fault that rests on what the writer says. Without a rule that binds the platform it is none. */
function statedItem({ text, rules }: Passage, drafting: Drafting): LetterLine[] {
  const { wording } = drafting;
  const citation = citationsOf(rulesOf(rules, drafting), drafting).join(wording.text('letter.join'));
  if (citation === '') return [];
  return [filled(wording.text('letter.breach.stated', { statement: text[wording.language], citation }), drafting)];
}

/** Every breach that concerns this addressee, one item each. */
export function breachItems(drafting: Drafting): LetterLine[] {
  const { known, template } = drafting;
  const { breaches } = template;
  if (!breaches) return [];
  const found = known.breaches.filter(
    ({ topic, rules }) =>
      (breaches.topics === null || breaches.topics.includes(topic)) &&
      (!breaches.policeOnly || rulesOf(rules, drafting).length > 0),
  );
  return [
    ...found.map((breach) => breachItem(breach, drafting)),
    ...fitting(breaches.extra, drafting).flatMap((passage) => statedItem(passage, drafting)),
  ];
}
