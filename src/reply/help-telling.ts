import type { ConductRule } from '../registry/conduct.js';
import type { HelpPoint, HelpSection, HelpTopic } from '../registry/help.js';
import { linesIn, splitAtLines } from '../registry/help-texts.js';
import type { Registry, Source } from '../registry/types.js';
import type { BothLanguages } from '../registry/vocabulary.js';
import { contactLine } from './compose.js';
import { ownLine } from './contacts.js';
import type { Button, Language, Line, OfficialContact, Piece, Section } from './types.js';
import { flatten, type Wording, wordingIn } from './wording.js';

/** What help texts are told with. */
export interface HelpTelling {
  readonly registry: Registry;
  readonly wording: Wording;
}

/** More than this says nothing new to a reader. */
const MOST_CITATIONS = 2;

export const helpTelling = (registry: Registry, language: Language): HelpTelling => ({
  registry,
  wording: wordingIn(registry, language),
});

/** The official number of a record as a piece to dial; its name, where it has no number that may be shown. */
function numberOf(id: string, { registry, wording }: HelpTelling): Piece {
  const line = ownLine(id, registry, wording.language);
  if (!line) return { kind: 'text', text: registry.platform(id)?.name ?? '' };
  return { kind: 'official', text: line.number, dial: line.number.replace(/\D/g, '') };
}

/** A text of a help record with the numbers that it names. */
export const told = (text: BothLanguages, telling: HelpTelling): Line =>
  splitAtLines(text[telling.wording.language])
    .map((part, at): Piece => (at % 2 === 0 ? { kind: 'text', text: part } : numberOf(part, telling)))
    .filter((piece) => piece.text !== '');

/** Words to send as they stand, in one piece: a number in them is part of the words. */
export const copied = (text: BothLanguages, telling: HelpTelling): Line => [{ kind: 'copy', text: flatten(told(text, telling)) }];

/** 《民法典》第五百五十二条: what a rule says is told, not that anybody broke it. */
function ruleCitation({ cite, article }: ConductRule, language: Language): string {
  if (!article) return cite[language];
  return language === 'zh' ? `${cite.zh}${article.zh}` : `${cite.en}, ${article.en}`;
}

const sourceCitation = ({ title, publisher }: Source, wording: Wording): string =>
  flatten(
    wording.line(
      ['help.source', 'help.source.bare'],
      publisher === null || title.includes(publisher) ? { title } : { title, publisher },
    ),
  );

/** What a point rests on, in brackets; '' for plain sense. */
function citationsOf({ rules, sources }: HelpPoint, { registry, wording }: HelpTelling): string {
  const all = [
    ...rules.flatMap((id) => registry.conduct.rule(id) ?? []).map((rule) => ruleCitation(rule, wording.language)),
    ...sources.map((source) => sourceCitation(source, wording)),
  ];
  const citations = [...new Set(all)].slice(0, MOST_CITATIONS).join(wording.text('help.cite.join'));
  return citations && wording.text('help.cite', { citations });
}

/** A step or statement, with what it rests on. */
export const pointLine = (point: HelpPoint, telling: HelpTelling): Line => {
  const citations = citationsOf(point, telling);
  return [...told(point.text, telling), ...(citations ? [{ kind: 'text', text: citations } as const] : [])];
};

export const helpSection = ({ title, ordered, points }: HelpSection, telling: HelpTelling): Section => ({
  id: 'help',
  title: title[telling.wording.language],
  lines: points.map((point) => pointLine(point, telling)),
  numbered: ordered,
});

/** The numbers that texts name, each once, in their order. */
export function contactsIn(texts: readonly BothLanguages[], { registry, wording }: HelpTelling): OfficialContact[] {
  const ids = new Set(texts.flatMap((text) => linesIn(text[wording.language])));
  return [...ids].flatMap((id) => ownLine(id, registry, wording.language) ?? []);
}

/** Every number that was named, with its source and day. */
export function contactSection(contacts: readonly OfficialContact[], { wording }: HelpTelling): Section[] {
  if (contacts.length === 0) return [];
  const lines = contacts.map((contact) => contactLine(contact, wording));
  return [{ id: 'contacts', title: wording.text('help.title.contacts'), lines, numbered: false }];
}

const helpButton = ({ id, title }: HelpTopic, { wording }: HelpTelling): Button => ({
  id: `help:${id}`,
  label: title[wording.language],
});

/** A button for each text, in the order of the ids; ids of nothing are left out. */
export const helpButtons = (ids: readonly string[], telling: HelpTelling): Button[] =>
  ids.flatMap((id) => telling.registry.help.topic(id) ?? []).map((topic) => helpButton(topic, telling));
