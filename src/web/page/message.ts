import { html } from 'hono/html';
import type { Verdict } from '../../verdict/types.js';
import { EVIDENCE_KINDS, type Evidence, type EvidenceKind, evidenceOf } from './evidence.js';
import { lineIcon } from './icons.js';
import { markedLines, type Run } from './marked-text.js';
import { lineHtml } from './pieces.js';
import type { Html, View } from './view.js';

/** What is said about marked words: everything that concerns them, together. */
interface Note {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly evidence: readonly Evidence[];
}

const kindsIn = (evidence: readonly Evidence[]): EvidenceKind[] =>
  EVIDENCE_KINDS.filter((kind) => evidence.some((each) => each.kind === kind));

/** One note for all runs that the same can be said about. */
function notesOn(lines: readonly (readonly Run<Evidence>[])[], evidence: readonly Evidence[], id: string): Map<string, Note> {
  const notes = new Map<string, Note>();
  for (const { marks } of lines.flat()) {
    const [kind] = kindsIn(marks);
    const key = keyOf(marks, evidence);
    if (kind && !notes.has(key)) notes.set(key, { id: `${id}-note-${notes.size + 1}`, kind, evidence: marks });
  }
  return notes;
}

const keyOf = (marks: readonly Evidence[], evidence: readonly Evidence[]): string =>
  marks.map((mark) => evidence.indexOf(mark)).join(' ');

/** Marked words lead to what is said about them: a link that works without scripts, and that a keyboard reaches. */
const runHtml = (text: string, note: Note | undefined): Html =>
  note ? html`<a class="mark mark-${note.kind}" href="#${note.id}">${text}</a>` : html`${text}`;

/** Touched words bring their note up as a sheet at the lower edge of the screen. */
function noteHtml({ id, evidence }: Note, { say }: View, back: string): Html {
  const items = evidence.map(
    ({ kind, line }) => html`<p class="note-${kind}"><span class="note-kind">${say(`mark.${kind}`)}</span> ${lineHtml(line)}</p>`,
  );
  return html`<li class="note" id="${id}" tabindex="-1">${items}<a class="note-close" href="#${back}" aria-label="${say('note.close')}">${lineIcon('close')}</a></li>`;
}

/** The kinds of marks that stand in this message, shown as they are drawn. */
const legend = (evidence: readonly Evidence[], { say }: View): Html =>
  html`<p class="legend">${say('message.hint')} ${kindsIn(evidence).map((kind) => html`<span class="mark mark-${kind}">${say(`mark.${kind}`)}</span> `)}</p>`;

/** The message as it came, with every place marked that something can be said about. `id` is the card's. */
export function messageHtml(verdict: Verdict, view: View, id: string): Html | '' {
  const { start, end } = verdict.notice.bodySpan;
  const text = verdict.notice.source.slice(start, end).trimEnd();
  if (text.trim() === '') return '';
  const evidence = evidenceOf(verdict, view);
  const lines = markedLines(text, evidence);
  const notes = notesOn(lines, evidence, id);
  const body = lines.map(
    (runs, at) => html`${at > 0 ? '\n' : ''}${runs.map((run) => runHtml(run.text, notes.get(keyOf(run.marks, evidence))))}`,
  );
  const sheets = [...notes.values()].map((note) => noteHtml(note, view, `${id}-message`));
  const explained = html`${legend(evidence, view)}<ul class="notes" aria-label="${view.say('notes')}">${sheets}</ul>`;
  return html`<section class="part part-message"><h3>${view.say('message')}</h3>
<blockquote class="message" id="${id}-message" tabindex="-1"><bdi>${body}</bdi></blockquote>${notes.size > 0 ? explained : ''}</section>`;
}
