import { LETTER_FACTS, LETTER_QUESTIONS, WRITER_BLANKS } from '../registry/letter-vocabulary.js';
import { CONDUCT_TOPICS } from '../registry/vocabulary.js';

const HEADINGS = ['facts', 'breaches', 'requests', 'evidence'] as const;
const CHOICES = [
  'role.relative',
  'role.borrower',
  'asked_to_stop.yes',
  'asked_to_stop.no',
  'received_by.self',
  'received_by.family',
  'received_by.other',
  'unsure',
] as const;

const keyed = (prefix: string, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [`${prefix}${name}`, '']));

/** Keys of the sentences that every letter shares, with the names that fill them; what one letter says stands in data/letters/. */
export const LETTER_SENTENCES: Readonly<Record<string, string>> = {
  ...keyed('letter.heading.', HEADINGS),
  'letter.section': 'count heading',
  'letter.addressee': 'addressee',
  ...keyed('letter.writer.', WRITER_BLANKS),
  ...keyed('letter.fact.', LETTER_FACTS),
  ...keyed('letter.received_by.', ['self', 'family', 'other']),
  'letter.time': 'day hour minute',
  'letter.message': '',
  'letter.signature': '',
  'letter.date': '',
  ...keyed('letter.topic.', CONDUCT_TOPICS),
  'letter.breach': 'topic citation',
  'letter.breach.quoted': 'topic citation quote',
  'letter.breach.uncited': 'topic',
  'letter.breach.quoted_uncited': 'topic quote',
  'letter.breach.stated': 'statement citation',
  'letter.join': '',
  'letter.cited': 'citation',
  'letter.cite.violates': 'title article',
  'letter.cite.departs_from': 'title article',
  'letter.cite.police_decide': 'title article',
  'letter.source': 'source',
  'letter.hand_in': '',
  'letter.print': '',
  'letter.defanged': '',
  'letter.footer': 'day',
  ...keyed('letter.ask.', LETTER_QUESTIONS),
  ...keyed('letter.choice.', CHOICES),
  'letter.fits': '',
  'letter.fits.none': '',
  'letter.fits.line': 'name purpose',
};
