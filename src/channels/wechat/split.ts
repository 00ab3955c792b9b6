/** Where a text may end, best first; none of them stands inside a number or an address. */
const BREAKS: readonly RegExp[] = [/\n\n/g, /\n/g, /(?<=[。！？；])/g, /(?<=[，、])| /g];

const lengthOf = (text: string): number => [...text].length;

/** The parts of a text at one kind of break, put together again as far as they fit. */
function packed(text: string, most: number, separator: RegExp): string[] {
  const parts: string[] = [];
  let at = 0;
  let from = 0;
  for (const match of [...text.matchAll(separator), { index: text.length, 0: '' }]) {
    if (lengthOf(text.slice(from, match.index)) > most && at > from) {
      parts.push(text.slice(from, at));
      from = at;
    }
    at = match.index + match[0].length;
  }
  return [...parts, text.slice(from)];
}

function cut(text: string, most: number): string[] {
  const characters = [...text];
  return Array.from({ length: Math.ceil(characters.length / most) }, (_, part) =>
    characters.slice(part * most, (part + 1) * most).join(''),
  );
}

/** Messages of at most so many characters: at paragraphs where it goes, else at lines, sentences, clauses, anywhere. */
export function splitText(text: string, most: number, breaks: readonly RegExp[] = BREAKS): string[] {
  const [best, ...others] = breaks;
  if (lengthOf(text) <= most) return text.trim() === '' ? [] : [text.trim()];
  if (best === undefined) return cut(text, most);
  return packed(text, most, best).flatMap((part) => splitText(part, most, others));
}
