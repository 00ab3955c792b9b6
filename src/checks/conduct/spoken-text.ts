import { foldText } from '../../notice/fold.js';
import type { Span } from '../../notice/types.js';
import type { ConductIndex } from '../../registry/conduct.js';
import { layOutSentences, type SentenceLayout } from '../../registry/sentences.js';
import { warningScopes } from '../../registry/warning-scope.js';
import type { Subject } from '../types.js';
import { markedBy } from './marked.js';
import type { Marked } from './types.js';

/** Stands where something was taken out: no phrase holds it, and it ends neither a clause nor a sentence. */
const BLANK = '□';

const NEEDS_SENTENCES = ['denial', 'advice', 'taunts', 'accuses'] as const;

type Cover = (start: number, end: number) => void;

/** 我司不会上门 announces no visit, nor does 防骗提示：…; 不会放过你 denies nothing. */
function coverDenials(marked: Marked, layout: SentenceLayout, cover: Cover): void {
  const undone = new Set(marked.hits('denial_undone').map(({ start }) => start));
  for (const { start, end } of marked.hits('denial')) {
    if (!undone.has(end)) cover(start, layout.clauseEnd[start] as number);
  }
  for (const { start } of marked.hits('advice')) cover(start, layout.sentenceEnd[start] as number);
}

function coverWarnings(text: string, covered: Uint8Array): void {
  const scopes = warningScopes(text);
  for (let at = 0; at < text.length; at += 1) if (scopes.covers(at)) covered[at] = 1;
}

/** 你就是个骗子 is an insult and 不要逼我们上门 a threat, although both hold words that warnings are made of. */
function uncoverPressure(marked: Marked, layout: SentenceLayout, uncover: Cover): void {
  for (const { start } of marked.hits('taunts')) uncover(layout.clauseStart[start] as number, layout.clauseEnd[start] as number);
  if (marked.has('cautions')) return;
  for (const { start } of marked.hits('accuses'))
    uncover(layout.sentenceStart[start] as number, layout.sentenceEnd[start] as number);
}

/** 受青禾分期委托: on whose behalf somebody writes. */
const PRINCIPAL = /受(?:到)?([^,，。;；、\s]{2,16}?)(?:的)?(?:委托|授权)/g;

/** Names that the notice gives to its sender or its principal, folded. */
function ownNames({ notice }: Subject): readonly string[] {
  const signed = notice.signatures.map(({ name }) => foldText(name).text);
  const principals = [...notice.body.text.matchAll(PRINCIPAL)].map(([, name = '']) => name);
  return [...new Set([...signed, ...principals])].filter((name) => name.length > 1);
}

function coverEach(text: string, name: string, cover: Cover): void {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) cover(at, at + name.length);
}

/** A name that sounds like a debt (分期乐, 还呗) or the police tells nothing by itself; 【逾期提醒】 does, and is no name. */
function coverNames(subject: Subject, conduct: ConductIndex, cover: Cover): void {
  const { body } = subject.notice;
  const markersOf = (name: string): Marked => markedBy(conduct.markersIn(name));
  for (const { start, end } of subject.names) {
    const marked = markersOf(body.text.slice(start, end));
    if (marked.has('credit') || marked.has('due') || marked.has('overdue')) cover(start, end);
  }
  for (const name of ownNames(subject)) {
    const marked = markersOf(name);
    const soundsLikeDebt = (marked.has('credit') || marked.has('due')) && !marked.has('overdue');
    if (soundsLikeDebt || marked.has('authority')) coverEach(body.text, name, cover);
  }
}

/** Half-open ranges of what was taken out, left to right. */
function silentRuns(covered: Uint8Array): readonly Span[] {
  const runs: Span[] = [];
  for (let start = covered.indexOf(1); start >= 0; ) {
    const next = covered.indexOf(0, start);
    const end = next < 0 ? covered.length : next;
    runs.push({ start, end });
    start = covered.indexOf(1, end);
  }
  return runs;
}

function withoutRuns(text: string, runs: readonly Span[]): string {
  let spoken = '';
  let last = 0;
  for (const { start, end } of runs) {
    spoken += text.slice(last, start) + BLANK.repeat(end - start);
    last = end;
  }
  return spoken + text.slice(last);
}

export interface SpokenText {
  /** The folded body, as long as it is and with the same offsets, blank where something was taken out. */
  readonly text: string;
  /** Where something was taken out, as offsets into the source. */
  readonly silent: readonly Span[];
}

/**
 * What the notice says in its own voice: the folded body without what it warns against, what it says it will not do,
 * and names that only sound like a debt. `written` holds the markers of the whole body.
 */
export function spokenText(subject: Subject, written: Marked, conduct: ConductIndex): SpokenText {
  const { body } = subject.notice;
  const covered = new Uint8Array(body.text.length);
  coverWarnings(body.text, covered);
  if (NEEDS_SENTENCES.some((marker) => written.has(marker))) {
    const layout = layOutSentences(body.text);
    coverDenials(written, layout, (start, end) => covered.fill(1, start, end));
    uncoverPressure(written, layout, (start, end) => covered.fill(0, start, end));
  }
  coverNames(subject, conduct, (start, end) => covered.fill(1, start, end));
  const runs = silentRuns(covered);
  return { text: withoutRuns(body.text, runs), silent: runs.map(({ start, end }) => body.toOriginal(start, end)) };
}
