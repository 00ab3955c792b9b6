import type { Notice, Span } from '../notice/types.js';
import type { LetterFact } from '../registry/letter-vocabulary.js';
import { printable } from '../reply/printable.js';
import { type Drafting, textLine } from './drafting.js';
import { receivedIn } from './received.js';
import type { LetterBlock, LetterLine } from './types.js';

/** Longer ones stand in the message itself. Characters, and entries. */
const LONGEST_ENTRY = 60;
const MOST_ENTRIES = 12;

/** Lines to copy a message onto by hand, when none is at hand. */
const LINES_FOR_MESSAGE = 6;

/** Accounts by which a reader can be reached or paid from. */
const ACCOUNTS: ReadonlySet<string> = new Set(['wechat', 'qq', 'alipay_account', 'bank_card', 'meeting_id', 'email']);

const cut = (text: string): string => {
  const characters = [...text];
  return characters.length > LONGEST_ENTRY ? `${characters.slice(0, LONGEST_ENTRY).join('')}…` : text;
};

const verbatim = (text: string): LetterLine => [{ kind: 'verbatim', text: cut(printable(text).trim()) }];

/** Where numbers, addresses and accounts stand in the message, in its order. */
function contactSpans({ links, phones, details }: Notice): Span[] {
  const accounts = details.filter(({ kind }) => ACCOUNTS.has(kind));
  return [...links, ...phones, ...accounts].map(({ span }) => span).sort((a, b) => a.start - b.start);
}

function contactLine(notice: Notice, { wording }: Drafting): LetterLine | null {
  const words = contactSpans(notice).map(({ start, end }) => cut(printable(notice.source.slice(start, end)).trim()));
  const entries = [...new Set(words)].filter(Boolean).slice(0, MOST_ENTRIES);
  if (entries.length === 0) return null;
  return entries.flatMap((text, at) => [
    ...(at > 0 ? textLine(wording.text('list.join')) : []),
    { kind: 'verbatim' as const, text },
  ]);
}

function signedLine({ signatures: [first], source }: Notice): LetterLine | null {
  return first ? verbatim(source.slice(first.span.start, first.span.end)) : null;
}

type Told = { readonly line: LetterLine } | 'blank' | 'nothing';

const told = (line: LetterLine | null, otherwise: 'blank' | 'nothing'): Told => (line ? { line } : otherwise);

const FACTS: Readonly<Record<LetterFact, (drafting: Drafting) => Told>> = {
  received_at({ known: { receivedAt }, wording }) {
    const time = receivedAt === null ? null : receivedIn(receivedAt, wording);
    return told(time === null ? null : textLine(time), 'blank');
  },
  sender({ known: { verdict } }) {
    return told(verdict?.notice.sender ? verbatim(verdict.notice.sender.raw) : null, 'blank');
  },
  received_by({ known: { receivedBy }, wording }) {
    return told(receivedBy === null ? null : textLine(wording.text(`letter.received_by.${receivedBy}`)), 'blank');
  },
  // A message at hand that has no signature and no number in it has none: there is nothing to fill in.
  signed: ({ known: { verdict } }) => (verdict ? told(signedLine(verdict.notice), 'nothing') : 'blank'),
  contacts: (drafting) => {
    const { verdict } = drafting.known;
    return verdict ? told(contactLine(verdict.notice, drafting), 'nothing') : 'blank';
  },
};

function factBlock(fact: LetterFact, drafting: Drafting): LetterBlock[] {
  const found = FACTS[fact](drafting);
  const label = drafting.wording.text(`letter.fact.${fact}`);
  if (found === 'nothing') return [];
  return found === 'blank' ? [{ kind: 'blank', label, lines: 1 }] : [{ kind: 'fact', label, line: found.line }];
}

/** The message in full, line for line, without what is invisible in it. */
function messageBlock({ known: { verdict }, wording }: Drafting): LetterBlock {
  const label = wording.text('letter.message');
  if (!verdict) return { kind: 'blank', label, lines: LINES_FOR_MESSAGE };
  const { source, bodySpan } = verdict.notice;
  const lines = source.slice(bodySpan.start, bodySpan.end).split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);
  const shown = lines.map((line) => printable(line).trim()).join('\n');
  return { kind: 'verbatim', label, text: shown.replace(/\n{3,}/g, '\n\n').trim() };
}

/** When the message came, from where, to whom, what it leaves to reach, what else the writer fills in, and its words. */
export function factBlocks(drafting: Drafting): LetterBlock[] {
  const { facts, factBlanks } = drafting.template;
  return [
    ...facts.flatMap((fact) => factBlock(fact, drafting)),
    ...factBlanks.map((label): LetterBlock => ({ kind: 'blank', label: label[drafting.wording.language], lines: 1 })),
    messageBlock(drafting),
  ];
}
