import type { Problem } from './data-error.js';
import { type HelpFile, type HelpText, linesIn, splitAtLines, textsOf } from './help-texts.js';
import type { Records } from './read-records.js';

const LANGUAGES = ['zh', 'en'] as const;

/** Something between braces that is left when every `{line:…}` is out. */
const PLACEHOLDER = /\{[^{}]*\}?|\}/g;

const DAY = /20\d\d-\d\d-\d\d/g;
/** Digits with single separators between them; five and more are dialled. A year, an amount or an hour has fewer, or a comma. */
const DIGITS = /\d(?:[ -]?\d)*/g;
const DIALLED = 5;
/** Emergency and directory lines. Behind 第 or Article, or before a unit, they count something. */
const SHORT_LINE =
  /(?<!\d|第|[Aa]rticle )1(?:1[0249]|2[02])(?!\d|[ ]?(?:元|块|万|亿|天|日|个|次|条|年|月|小时|分钟|%|yuan|days?|hours?|minutes?|months?|times))/g;

/** Numbers that a reader could dial, as they stand in a text. */
function dialledIn(text: string): string[] {
  const numbers: string[] = [];
  const rest = text
    .normalize('NFKC')
    .replace(DAY, ' ')
    .replace(DIGITS, (digits) => {
      if (digits.replace(/\D/g, '').length < DIALLED) return digits;
      numbers.push(digits);
      return ' ';
    });
  return [...numbers, ...(rest.match(SHORT_LINE) ?? [])];
}

interface Numbers {
  /** Why the number of a record cannot be told; null when it can. */
  faultOf(id: string): string | null;
  /** The telephone numbers of a record, digits alone. */
  digitsOf(id: string): readonly string[];
}

function numbersOf({ platforms }: Records): Numbers {
  const lines = new Map(
    platforms.map(({ id, contacts }) => [
      id,
      contacts
        .filter(({ kind, status, tier }) => kind === 'phone' && status === 'current' && tier !== 'unverified')
        .map(({ value }) => value.replace(/\D/g, '')),
    ]),
  );
  return {
    faultOf(id) {
      const digits = lines.get(id);
      if (!digits) return `{line:${id}}: no record '${id}'; write the id of a file of data/platforms/`;
      if (digits.length > 0) return null;
      return `{line:${id}}: '${id}' has no current telephone line of tier confirmed or likely; name another record`;
    },
    digitsOf: (id) => lines.get(id) ?? [],
  };
}

/** What one record's texts are held against. `named`: numbers that it lists with source and day, so that a title may name them too. */
interface Known {
  readonly numbers: Numbers;
  readonly named: ReadonlySet<string>;
}

/** Titles, labels and headings are words alone: no channel can make a part of them a number to dial. */
function lineFaults(text: string, use: HelpText['use'], { numbers }: Known): string[] {
  return linesIn(text).flatMap((id) => {
    if (use === 'prose') return numbers.faultOf(id) ?? [];
    return `{line:${id}} cannot stand here; write who it is, and the number in a point`;
  });
}

function wordFaults(text: string, { named }: Known): string[] {
  const words = splitAtLines(text).filter((_, at) => at % 2 === 0);
  return [
    ...words
      .flatMap((part) => part.match(PLACEHOLDER) ?? [])
      .map((found) => `'${found}' is no placeholder; only {line:ID} is, with the id of a platform record`),
    ...words
      .flatMap(dialledIn)
      .filter((number) => !named.has(number.replace(/\D/g, '')))
      .map(
        (number) =>
          `${number} reads as a telephone number; write {line:ID} with the id of its record; in an amount, set the thousands apart`,
      ),
  ];
}

const linesOf = (text: string): string =>
  [...new Set(linesIn(text))]
    .sort()
    .map((id) => `{line:${id}}`)
    .join(' ') || 'none';

function textProblems({ field, use, text }: HelpText, file: string, known: Known): Problem[] {
  const problems = LANGUAGES.flatMap((language) =>
    [...lineFaults(text[language], use, known), ...wordFaults(text[language], known)].map((message) => ({
      file,
      field: `${field}.${language}`,
      message,
    })),
  );
  const [zh, en] = [linesOf(text.zh), linesOf(text.en)];
  if (zh !== en) problems.push({ file, field, message: `zh names ${zh} and en ${en}; name the same numbers in both` });
  return problems;
}

/**
 * Numbers in help texts that are no record's, placeholders that nothing fills, and numbers that one language lacks. A number
 * may be written out where the same record names its line: then it stands at the end, with its source.
 */
export function findHelpTextProblems(files: readonly HelpFile[], records: Records): Problem[] {
  const numbers = numbersOf(records);
  return files.flatMap((each) => {
    const texts = textsOf(each);
    const named = new Set(texts.flatMap(({ text }) => linesIn(text.zh)).flatMap((id) => numbers.digitsOf(id)));
    return texts.flatMap((text) => textProblems(text, each.file, { numbers, named }));
  });
}
