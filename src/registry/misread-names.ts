/** A character that readers of pictures take for another: 呗 was read as 叨. Folded. */
export interface MisreadCharacter {
  readonly written: string;
  readonly read: string;
}

/** A name and the record that has it; a decoy belongs to nobody. */
export interface Held {
  readonly name: string;
  readonly platformId: string | null;
}

/** A name is known by this much of it when its first character is lost. */
const LEAST_LEFT = 3;

/** Answers which record's name a reader of pictures may have taken for this folded one; null when none or several fit. */
export type MisreadNames = (read: string) => string | null;

const holderOf = ({ name, platformId }: Held): string => platformId ?? `decoy ${name}`;

const added = (holders: Map<string, Set<string>>, key: string, holder: string): void => {
  holders.set(key, (holders.get(key) ?? new Set()).add(holder));
};

/**
 * Names as they may be misread: one character for another that looks like it, or the first one lost beside its bracket.
 * A listed name is never a misreading of another.
 */
export function createMisreadNames(names: readonly Held[], characters: readonly MisreadCharacter[]): MisreadNames {
  const holders = new Map<string, Set<string>>();
  const tails = new Map<string, Set<string>>();
  for (const named of names) {
    added(holders, named.name, holderOf(named));
    if (named.name.length > LEAST_LEFT) added(tails, named.name.slice(1), holderOf(named));
  }
  const writtenFor = new Map<string, string[]>();
  for (const { written, read } of characters) writtenFor.set(read, [...(writtenFor.get(read) ?? []), written]);

  const fitting = (read: string): Set<string> => {
    const found = new Set<string>(tails.get(read));
    [...read].forEach((character, at, all) => {
      for (const written of writtenFor.get(character) ?? []) {
        for (const holder of holders.get(all.with(at, written).join('')) ?? []) found.add(holder);
      }
    });
    return found;
  };

  return (read) => {
    if (holders.has(read)) return null;
    const [holder, other] = fitting(read);
    return holder === undefined || other !== undefined || holder.startsWith('decoy ') ? null : holder;
  };
}
