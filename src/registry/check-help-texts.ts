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

/** Why a record's number cannot be told; null when it can. */
function lineFaults({ platforms }: Records): (id: string) => string | null {
  const byId = new Map(platforms.map((platform) => [platform.id, platform] as const));
  return (id) => {
    const platform = byId.get(id);
    if (!platform) return `{line:${id}}: no record '${id}'; write the id of a file of data/platforms/`;
    const isShowable = platform.contacts.some(
      ({ kind, status, tier }) => kind === 'phone' && status === 'current' && tier !== 'unverified',
    );
    return isShowable
      ? null
      : `{line:${id}}: '${id}' has no current telephone line of tier confirmed or likely; name another record`;
  };
}

/** Titles, labels and headings are words alone: no channel can make a part of them a number. */
function faultsOf(text: string, use: HelpText['use'], faultOf: (id: string) => string | null): string[] {
  const words = splitAtLines(text).filter((_, at) => at % 2 === 0);
  const ids = linesIn(text);
  const lines =
    use === 'prose'
      ? ids.flatMap((id) => faultOf(id) ?? [])
      : ids.map((id) => `{line:${id}} cannot stand here; write who it is, and the number in a point`);
  return [
    ...lines,
    ...words
      .flatMap((part) => part.match(PLACEHOLDER) ?? [])
      .map((found) => `'${found}' is no placeholder; only {line:ID} is, with the id of a platform record`),
    ...words
      .flatMap(dialledIn)
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

function textProblems({ field, use, text }: HelpText, file: string, faultOf: (id: string) => string | null): Problem[] {
  const problems = LANGUAGES.flatMap((language) =>
    faultsOf(text[language], use, faultOf).map((message) => ({ file, field: `${field}.${language}`, message })),
  );
  const [zh, en] = [linesOf(text.zh), linesOf(text.en)];
  if (zh !== en) problems.push({ file, field, message: `zh names ${zh} and en ${en}; name the same numbers in both` });
  return problems;
}

/** Numbers in help texts that are no record's, placeholders that nothing fills, and numbers that one language lacks. */
export function findHelpTextProblems(files: readonly HelpFile[], records: Records): Problem[] {
  const faultOf = lineFaults(records);
  return files.flatMap((each) => textsOf(each).flatMap((text) => textProblems(text, each.file, faultOf)));
}
