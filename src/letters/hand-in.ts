import type { Passage } from '../registry/letters.js';
import { contactLine } from '../reply/compose.js';
import { linesToCall, sourceOf } from '../reply/contacts.js';
import { nameIn } from '../reply/names.js';
import type { Line, OfficialContact, Piece } from '../reply/types.js';
import { citable, type Drafting } from './drafting.js';
import { basis, beforeItsEnd, fitting } from './passages.js';

/** `{line:110}`: the official number of the record `110`. */
const LINE = /\{line:([^{}]+)\}/;

function officialLine(id: string, { registry, wording }: Drafting): OfficialContact | undefined {
  const record = registry.platform(id);
  return record && linesToCall(record, registry, wording.language)[0];
}

const numberPiece = ({ number }: OfficialContact): Piece => ({
  kind: 'official',
  text: number,
  dial: number.replace(/\D/g, ''),
});

/** Who says so: the rules that may be named, and the sources of those that may not. */
function supportOf({ rules, sources }: Passage, drafting: Drafting): string {
  const { registry, wording } = drafting;
  const named = citable(rules, drafting);
  const others = rules.flatMap((id) => registry.conduct.rule(id) ?? []).filter((rule) => !named.includes(rule));
  const told = [
    ...others.map((rule) => sourceOf(rule, wording)),
    ...(sources.length > 0 ? [sourceOf({ sources }, wording)] : []),
  ];
  const from =
    told.length === 0 ? '' : wording.text('letter.source', { source: [...new Set(told)].join(wording.text('list.join')) });
  return `${basis(named, drafting)}${from}`;
}

interface Step {
  readonly line: Line;
  readonly contacts: readonly OfficialContact[];
}

/** A sentence with its official numbers; [] when one of them may not be shown. */
function stepOf(passage: Passage, drafting: Drafting): Step[] {
  const text = beforeItsEnd(passage.text[drafting.wording.language], supportOf(passage, drafting));
  const contacts: OfficialContact[] = [];
  const line: Piece[] = [];
  for (const [at, part] of text.split(LINE).entries()) {
    if (at % 2 === 0) {
      if (part !== '') line.push({ kind: 'text', text: part });
      continue;
    }
    const contact = officialLine(part, drafting);
    if (!contact) return [];
    contacts.push(contact);
    line.push(numberPiece(contact));
  }
  return [{ line, contacts }];
}

/** The platform's own lines, or that none is on record. */
function platformLines({ known: { platform }, registry, wording }: Drafting): Line[] {
  if (!platform) return [];
  const contacts = linesToCall(platform, registry, wording.language);
  if (contacts.length === 0)
    return [wording.line('contact.none', { platform: nameIn(wording.language, platform.name, registry) })];
  return contacts.map((contact) => contactLine(contact, wording));
}

/** How and where to hand a letter in, step by step, then every official number with its source and day. */
export function handInLines(drafting: Drafting): Line[] {
  const steps = fitting(drafting.template.handIn, drafting).flatMap((passage) => stepOf(passage, drafting));
  const called = new Map(steps.flatMap(({ contacts }) => contacts.map((contact) => [contact.number, contact] as const)));
  return [
    ...steps.map(({ line }) => line),
    ...(drafting.template.handInToPlatform ? platformLines(drafting) : []),
    ...[...called.values()].map((contact) => contactLine(contact, drafting.wording)),
  ];
}
