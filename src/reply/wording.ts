import type { Registry } from '../registry/types.js';
import { factsOf, REQUIRED_KEYS } from './required-wording.js';
import type { Language, Line, Piece } from './types.js';

/** What stands in for a `{name}`: plain words of ours, or pieces that a channel draws in their own way. */
export type Values = Readonly<Record<string, string | Line>>;

/** The same, found only when a sentence asks for it. */
export type ValueOf = (name: string) => string | Line | undefined;

/** The sentences of one language, filled in. A sentence that cannot be filled is left out, never shown with a hole. */
export interface Wording {
  readonly language: Language;
  /** The first of these sentences that exists and whose every `{name}` has a value; [] when there is none. */
  line(keys: string | readonly string[], values?: Values | ValueOf): Line;
  /** The same as plain text, for titles and labels; '' when there is none. */
  text(key: string, values?: Values): string;
  /** An entry of several lines, each a line of its own. */
  lines(key: string, values?: Values): readonly Line[];
}

const PLACEHOLDER = /\{([a-z_]+)\}/i;

const placeholdersIn = (template: string): string[] =>
  [...template.matchAll(new RegExp(PLACEHOLDER, 'gi'))].map(([, name]) => name ?? '');

const asPieces = (value: string | Line): Line => (typeof value === 'string' ? [{ kind: 'text', text: value }] : value);

function joinTexts(pieces: Line): Line {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.text === '') continue;
    if (last?.kind === 'text' && piece.kind === 'text')
      joined[joined.length - 1] = { kind: 'text', text: last.text + piece.text };
    else joined.push(piece);
  }
  return joined;
}

/** A sentence taken apart at its `{names}`: words stand at even places, names at odd ones. */
interface Template {
  readonly parts: readonly string[];
  /** A sentence without names is the same every time. */
  readonly constant: Line | null;
}

function takeApart(sentence: string): Template {
  const parts = sentence.split(PLACEHOLDER);
  return { parts, constant: parts.length > 1 ? null : asPieces(sentence).filter(({ text }) => text !== '') };
}

/** The same few hundred are filled again and again. */
const templates = new Map<string, Template>();

function templateOf(sentence: string): Template {
  const known = templates.get(sentence);
  if (known) return known;
  const template = takeApart(sentence);
  templates.set(sentence, template);
  return template;
}

/** Null when a `{name}` has no value. */
function fill(sentence: string, values: Values | ValueOf): Line | null {
  const { parts, constant } = templateOf(sentence);
  if (constant) return constant;
  const pieces: Piece[] = [];
  for (const [at, part] of parts.entries()) {
    const value = at % 2 === 0 ? part : typeof values === 'function' ? values(part) : values[part];
    if (value === undefined) return null;
    pieces.push(...asPieces(value));
  }
  return joinTexts(pieces);
}

export const flatten = (line: Line): string => line.map(({ text }) => text).join('');

/** The sentences of a language, from the registry's data/wording. */
export function wordingIn(registry: Registry, language: Language): Wording {
  const sentences = registry.wording(language);
  const line: Wording['line'] = (keys, values = {}) => {
    for (const key of typeof keys === 'string' ? [keys] : keys) {
      const filled = sentences[key] === undefined ? null : fill(sentences[key], values);
      if (filled) return filled;
    }
    return [];
  };
  return {
    language,
    line,
    text: (key, values) => flatten(line(key, values)),
    lines: (key, values = {}) =>
      (sentences[key] ?? '')
        .split('\n')
        .map((template) => fill(template, values) ?? [])
        .filter((filled) => filled.length > 0),
  };
}

/** Names in `key`'s sentence that no reply ever fills. */
const unknownNames = (template: string, known: ReadonlySet<string>): string[] =>
  placeholdersIn(template).filter((name) => !known.has(name));

function problemsOf(key: string, sentences: Readonly<Record<string, string>>): string[] {
  const template = sentences[key];
  if (template === undefined) return [key];
  const { always, sometimes } = factsOf(key);
  const problems = unknownNames(template, new Set([...always, ...sometimes])).map((name) => `${key}: a value for {${name}}`);
  const needsBare = placeholdersIn(template).some((name) => sometimes.includes(name));
  const bare = sentences[`${key}.bare`];
  if (!needsBare) return problems;
  if (bare === undefined) return [...problems, `${key}.bare`];
  return [...problems, ...unknownNames(bare, new Set(always)).map((name) => `${key}.bare: a value for {${name}}`)];
}

/**
 * Sentences that some reply would miss: findings, decisions, verdicts, questions, buttons and titles without wording,
 * and `{names}` that nothing fills. `zh: finding.link.userinfo`; empty when the wording is complete.
 */
export function checkWording(registry: Registry): string[] {
  return (['zh', 'en'] as const).flatMap((language) =>
    REQUIRED_KEYS.flatMap((key) => problemsOf(key, registry.wording(language))).map((problem) => `${language}: ${problem}`),
  );
}
