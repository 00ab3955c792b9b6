import { citeRule } from '../checks/conduct/cite-rule.js';
import type { ConductRule } from '../registry/conduct.js';
import type { Passage } from '../registry/letters.js';
import { fits } from './case.js';
import { binds, citable, type Drafting, filled } from './drafting.js';
import type { LetterBlock, LetterLine } from './types.js';

/** What a rule supports, as strongly as it binds: 依据《…》第…条, 参照…, 可能涉及…，由公安机关判断. */
function basisOf(rule: ConductRule, { wording }: Drafting): string[] {
  const citation = citeRule(rule, wording.language);
  if (!citation) return [];
  return [wording.text(citation.wording.replace('conduct.cite.', 'letter.cite.'), citation.facts)];
}

/** `（依据《…》第…条）`; '' without rules. */
export function basis(rules: readonly ConductRule[], drafting: Drafting): string {
  const { wording } = drafting;
  const named = [...new Set(rules.flatMap((rule) => basisOf(rule, drafting)))];
  return named.length === 0 ? '' : wording.text('letter.cited', { citation: named.join(wording.text('letter.join')) });
}

/** Text with an addition in front of the mark that ends it. */
export function beforeItsEnd(text: string, addition: string): string {
  const end = /[。.]$/.exec(text)?.[0] ?? '';
  return `${text.slice(0, text.length - end.length)}${addition}${end}`;
}

/** A passage with the rules that it rests on. */
export function passageLine({ text, rules }: Passage, drafting: Drafting): LetterLine {
  const binding = citable(rules, drafting).filter((rule) => binds(rule, drafting.known));
  return filled(beforeItsEnd(text[drafting.wording.language], basis(binding, drafting)), drafting);
}

/** The passages of a list that fit the case. */
export const fitting = (passages: readonly Passage[], { known }: Drafting): Passage[] =>
  passages.filter(({ when }) => fits(when, known));

/** The passages that fit, as lines. */
export const passageLines = (passages: readonly Passage[], drafting: Drafting): LetterLine[] =>
  fitting(passages, drafting).map((passage) => passageLine(passage, drafting));

/** The passages that fit, as paragraphs; boxes that follow each other are one list. */
export function passageBlocks(passages: readonly Passage[], drafting: Drafting): LetterBlock[] {
  const blocks: LetterBlock[] = [];
  for (const passage of fitting(passages, drafting)) {
    const line = passageLine(passage, drafting);
    const last = blocks.at(-1);
    if (!passage.tick) blocks.push({ kind: 'paragraph', line });
    else if (last?.kind === 'list') blocks[blocks.length - 1] = { ...last, items: [...last.items, line] };
    else blocks.push({ kind: 'list', style: 'ticks', items: [line] });
  }
  return blocks;
}
