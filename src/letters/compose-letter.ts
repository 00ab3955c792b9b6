import type { LetterTemplate } from '../registry/letters.js';
import type { Registry } from '../registry/types.js';
import { dayIn } from '../reply/compose.js';
import type { Language } from '../reply/types.js';
import { flatten, wordingIn } from '../reply/wording.js';
import { breachItems } from './breach-items.js';
import { caseOf } from './case.js';
import { type Drafting, filled } from './drafting.js';
import { factBlocks } from './fact-blocks.js';
import { handInLines } from './hand-in.js';
import { passageBlocks, passageLines } from './passages.js';
import type { Letter, LetterBlock, LetterFacts, LetterId, LetterLine } from './types.js';

type Section = readonly [heading: string, blocks: readonly LetterBlock[]];

const paragraphs = (lines: readonly LetterLine[]): LetterBlock[] => lines.map((line) => ({ kind: 'paragraph', line }));

function addresseeBlock(drafting: Drafting): LetterBlock {
  const { template, wording } = drafting;
  const text = wording.text('letter.addressee', { addressee: template.addressee[wording.language] });
  return { kind: 'addressee', line: filled(text, drafting) };
}

const writerBlocks = ({ template, wording }: Drafting): LetterBlock[] =>
  template.writer.map((blank) => ({ kind: 'blank', label: wording.text(`letter.writer.${blank}`), lines: 1 }));

/** Nothing when there is no breach, or when the letter does not hold any against this addressee. */
function breachBlocks(drafting: Drafting): LetterBlock[] {
  const lead = passageLines(drafting.template.breaches?.lead ?? [], drafting);
  const items = breachItems(drafting);
  return lead.length === 0 || items.length === 0 ? [] : [...paragraphs(lead), { kind: 'list', style: 'ordered', items }];
}

function tickBlocks(passages: LetterTemplate['requests'], drafting: Drafting): LetterBlock[] {
  const items = passageLines(passages, drafting);
  return items.length === 0 ? [] : [{ kind: 'list', style: 'ticks', items }];
}

/** 一, 二 … or 1, 2 … */
const NUMERALS: Readonly<Record<Language, Intl.NumberFormat>> = {
  zh: new Intl.NumberFormat('zh-u-nu-hanidec'),
  en: new Intl.NumberFormat('en'),
};

/** Numbered sections; those without content are left out. */
function sectionBlocks(sections: readonly Section[], { wording }: Drafting): LetterBlock[] {
  return sections
    .filter(([, blocks]) => blocks.length > 0)
    .flatMap(([name, blocks], at): LetterBlock[] => {
      const heading = wording.text(`letter.heading.${name}`);
      const text = wording.text('letter.section', { count: NUMERALS[wording.language].format(at + 1), heading });
      return [{ kind: 'heading', text }, ...blocks];
    });
}

function blocksOf(drafting: Drafting): LetterBlock[] {
  const { template, wording } = drafting;
  const sections: Section[] = [
    ['facts', factBlocks(drafting)],
    ['breaches', breachBlocks(drafting)],
    ['requests', [...tickBlocks(template.requests, drafting), ...paragraphs(passageLines(template.closing, drafting))]],
    ['evidence', tickBlocks(template.evidence, drafting)],
  ];
  return [
    addresseeBlock(drafting),
    ...passageBlocks(template.opening, drafting),
    ...writerBlocks(drafting),
    ...sectionBlocks(sections, drafting),
    { kind: 'signature', labels: [wording.text('letter.signature'), wording.text('letter.date')] },
  ];
}

function titleOf({ template, known, wording }: Drafting): string {
  const title = known.doubt === 'none' ? template.title : template.titleDoubted;
  return title[wording.language];
}

/**
 * A complaint, filled from what is known: the message verbatim, one item per rule that it breaks, requests to tick. What
 * is not known is a blank. When the message may be an impostor's, the letter asks the platform whether it is theirs and
 * accuses nobody. Pure; no text in a message makes it throw.
 * @throws Error when the records hold no such letter.
 */
export function composeLetter(id: LetterId, facts: LetterFacts, registry: Registry, language: Language): Letter {
  const template = registry.letters.get(id);
  if (!template) throw new Error(`the records hold no letter '${id}'`);
  const wording = wordingIn(registry, language);
  const drafting: Drafting = { known: caseOf(facts, registry), template, registry, wording };
  return {
    id,
    language,
    title: titleOf(drafting),
    handIn: handInLines(drafting),
    blocks: blocksOf(drafting),
    around: {
      handIn: wording.text('letter.hand_in'),
      print: wording.text('letter.print'),
      defanged: wording.text('letter.defanged'),
      basis: flatten(wording.line('letter.footer', { day: dayIn(registry.asOf, wording) })),
    },
  };
}
