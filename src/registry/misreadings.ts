import type { z } from 'zod';
import { foldText } from '../notice/fold.js';
import { createMend, type Mend } from '../notice/misread.js';
import type { Misreading } from '../notice/misread-words.js';
import { createMisreadNames, type Held, type MisreadCharacter, type MisreadNames } from './misread-names.js';
import type { misreadingsFile } from './records.js';

export interface CompiledMisreadings {
  /** Letters that are mixed up in addresses; the first stands for all of a group. */
  readonly letters: readonly (readonly string[])[];
  readonly words: readonly Misreading[];
  readonly characters: readonly MisreadCharacter[];
}

/** What readers of pictures take for something else. For text that was read from a picture only. */
export interface Misreadings {
  /** Undoes the usual misreadings in a matching copy. */
  readonly mend: Mend;
  /** A host in which letters that are mixed up are written as one, for comparing with another. */
  foldLetters(host: string): string;
  /** The id of the one record whose name may have been read as this folded one; null when none or several fit. */
  readonly nameBehind: MisreadNames;
}

const folded = (texts: readonly string[]): string[] => texts.map((text) => foldText(text).text);

export function compileMisreadings(file: z.infer<typeof misreadingsFile> | undefined): CompiledMisreadings {
  const words = (file?.entries ?? []).flatMap(({ read, means, after, before }) =>
    folded(read).map((one) => ({ read: one, means: foldText(means).text, after: folded(after), before: folded(before) })),
  );
  const characters = (file?.characters ?? []).flatMap(({ written, read }) => read.map((one) => ({ written, read: one })));
  return { characters, letters: (file?.letters ?? []).map(({ group }) => group), words };
}

export function createMisreadings({ letters, words, characters }: CompiledMisreadings, names: readonly Held[] = []): Misreadings {
  const standsFor = new Map(letters.flatMap(([first = '', ...others]) => others.map((other) => [other, first] as const)));
  return {
    mend: createMend(words),
    foldLetters: (host) => [...host].map((letter) => standsFor.get(letter) ?? letter).join(''),
    nameBehind: createMisreadNames(names, characters),
  };
}
