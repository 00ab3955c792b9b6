import type { Line, ReplyBody, Section } from './types.js';
import { flatten } from './wording.js';

const itemMark = (section: Section, at: number): string => (section.numbered ? `${at + 1}. ` : '· ');

/** Words to copy stand on lines of their own, without a mark that would be copied with them. */
const isCopy = (line: Line): boolean => line.some(({ kind }) => kind === 'copy');

const block = (section: Section): string =>
  [
    section.title,
    ...section.lines.map((line, at) => (isCopy(line) ? flatten(line).trim() : `${itemMark(section, at)}${flatten(line)}`)),
  ].join('\n');

const questionBlock = ({ question }: ReplyBody): string =>
  question === null
    ? ''
    : [question.text, question.buttons.map(({ label }) => `［${label}］`).join('')].filter(Boolean).join('\n');

/** A reply as plain text, for pipes and channels without layout. No colours, no markup. */
export function renderPlainText(reply: ReplyBody): string {
  const head = [`${reply.mark} ${reply.headline}`, ...reply.lead.map(flatten)].join('\n');
  return [head, ...reply.sections.map(block), questionBlock(reply), flatten(reply.footer)].filter(Boolean).join('\n\n');
}
