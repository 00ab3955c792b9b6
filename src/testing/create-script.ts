import { createDialogue } from '../dialogue/dialogue.js';
import type { Journal, JournalEntry, TextFromImage } from '../dialogue/ports.js';
import type { Dialogue } from '../dialogue/types.js';
import { createChecker } from '../index.js';
import type { Registry } from '../registry/types.js';
import type { Language } from '../reply/types.js';
import { createMemoryStore } from '../store/memory.js';
import { createManualClock, type ManualClock } from './manual-clock.js';
import { readPicture } from './pictures.js';
import { createPerson, type Script } from './script.js';
import { createStage } from './stage.js';

/** What a dialogue on a stage is given. */
export interface ScriptPorts {
  readonly clock: ManualClock;
  /** Null: nobody reads pictures. */
  readonly images: TextFromImage | null;
  readonly journal: Journal;
}

export interface ScriptOptions {
  /** Records to answer from; by default those that came with the package. */
  readonly registry?: Registry;
  /** When the script begins: ISO 8601 or milliseconds since 1970. By default a midday of 2026. */
  readonly now?: string | number;
  /** Everybody speaks in one group, where the bot answers when it is addressed. */
  readonly group?: boolean;
  /** In a group the bot also speaks unasked when a message is decisively a fraud. */
  readonly speakUpInGroups?: boolean;
  /** What the people's apps speak; by default the channel does not say. */
  readonly language?: Language;
  /** Who speaks first, `me` by default; others by `as`. */
  readonly person?: string;
  /** Reads pictures, by default those of `pictureOf`; null when nobody does. */
  readonly images?: TextFromImage | null;
  /** Makes another dialogue than that of this package. */
  readonly dialogue?: (ports: ScriptPorts) => Dialogue;
}

/** A midday, so that nothing falls into the night by chance. */
const NOON = '2026-11-21T12:00:00+08:00';

async function dialogueFor(options: ScriptOptions, ports: ScriptPorts): Promise<Dialogue> {
  if (options.dialogue) return options.dialogue(ports);
  const registry = options.registry ?? (await createChecker()).registry;
  const { clock, images, journal } = ports;
  return createDialogue(
    { registry: () => registry, store: createMemoryStore(), textFromImage: images, clock, journal },
    { speakUpInGroups: options.speakUpInGroups ?? false },
  );
}

/**
 * Begins a script: the conversation of this package on a channel without a network, with a clock to turn.
 * @throws SnapshotError when the records that came with the package are missing.
 */
export async function createScript(options: ScriptOptions = {}): Promise<Script> {
  const { now = NOON, group = false, language = null, person = 'me', images = readPicture } = options;
  const clock = createManualClock(new Date(now).getTime());
  const journal: JournalEntry[] = [];
  const ports = { clock, images, journal: { note: (entry: JournalEntry) => void journal.push(entry) } };
  const stage = await createStage({ dialogue: await dialogueFor(options, ports), clock, group, language });

  const people = new Map<string, Script>();
  const personNamed = (name: string): Script => {
    const known = people.get(name) ?? createPerson(name, stage, journal, personNamed);
    people.set(name, known);
    return known;
  };
  return personNamed(person);
}
