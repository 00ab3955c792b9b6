import type { JournalEntry, TextFromImage } from '../dialogue/ports.js';
import type { Dialogue } from '../dialogue/types.js';
import type { Language } from '../reply/types.js';
import { createManualClock, type ManualClock } from './manual-clock.js';
import { readPicture } from './pictures.js';
import { createPerson, type Script } from './script.js';
import { createStage } from './stage.js';

/** What a dialogue on a stage is given. */
export interface ScriptPorts {
  readonly clock: ManualClock;
  readonly images: TextFromImage;
  readonly note: (entry: JournalEntry) => void;
}

export interface ScriptOptions {
  /** Makes the dialogue that is tested. */
  readonly dialogue: (ports: ScriptPorts) => Dialogue;
  /** When the script begins: ISO 8601 or milliseconds since 1970. */
  readonly now?: string | number;
  /** Everybody speaks in one group, and the bot answers when it is addressed. */
  readonly group?: boolean;
  /** What the people's apps speak; by default the channel does not say. */
  readonly language?: Language;
  /** Who speaks first; others by `as`. */
  readonly person?: string;
  /** Reads pictures; by default those of `pictureOf`. */
  readonly images?: TextFromImage;
}

/** A midday, so that nothing falls into the night by chance. */
const NOON = '2026-11-21T12:00:00+08:00';

/** Sets a dialogue on a stage with a clock to turn. */
export async function createScript(options: ScriptOptions): Promise<Script> {
  const { now = NOON, group = false, language = null, person = 'me', images = readPicture } = options;
  const clock = createManualClock(new Date(now).getTime());
  const journal: JournalEntry[] = [];
  const dialogue = options.dialogue({ clock, images, note: (entry) => void journal.push(entry) });
  const stage = await createStage({ dialogue, clock, group, language });

  const people = new Map<string, Script>();
  const personNamed = (name: string): Script => {
    const known = people.get(name) ?? createPerson(name, stage, journal, personNamed);
    people.set(name, known);
    return known;
  };
  return personNamed(person);
}
