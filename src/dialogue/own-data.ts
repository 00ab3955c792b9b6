import type { Registry } from '../registry/types.js';
import { composeTalk } from '../reply/talk.js';
import type { Language } from '../reply/types.js';
import type { IncomingEvent } from './events.js';
import { keyOfConversation, keyOfPerson } from './person.js';
import type { ConversationStore, Feedback, KeptRow, Reason, Sightings } from './ports.js';
import type { Said } from './turn.js';

/** Where something may be kept of a person. */
export interface OwnData {
  readonly store: ConversationStore;
  readonly sightings: Sightings | null;
  readonly feedback: Feedback | null;
}

/** Somebody in a conversation; `IncomingEvent` is one. */
type At = Parameters<typeof keyOfConversation>[0];

interface Speaking {
  readonly registry: Registry;
  readonly language: Language;
}

/** Everything that is kept of somebody, by what it is. */
export type Kept = Readonly<Record<'conversations' | 'sightings' | 'feedback', readonly KeptRow[]>>;

interface SpeakingNow extends Speaking {
  readonly now: number;
}

/**
 * Forgets the person of a conversation everywhere; how many entries that were.
 * @throws what a store throws: nobody is told that something was erased while it was not.
 */
export async function eraseKept(at: At, { store, sightings, feedback }: OwnData): Promise<number> {
  const person = keyOfPerson(at);
  const conversations = await store.erase(keyOfConversation(at));
  return conversations + ((await sightings?.erase(person)) ?? 0) + ((await feedback?.erase(person)) ?? 0);
}

/** @throws what a store throws. */
export async function exportKept(at: At, { store, sightings, feedback }: OwnData): Promise<Kept> {
  const person = keyOfPerson(at);
  return {
    conversations: await store.export(person),
    sightings: (await sightings?.export(person)) ?? [],
    feedback: (await feedback?.export(person)) ?? [],
  };
}

/** Forgets the person everywhere, and says how many entries that were; `held`: texts that were kept beside the stores. */
export async function eraseOwn(event: At, held: number, ports: OwnData, speaking: Speaking): Promise<Said[]> {
  const erased = held + (await eraseKept(event, ports));
  const id = erased > 0 ? 'erased' : 'nothing_to_erase';
  const values = { count: String(erased) };
  return [{ body: composeTalk(id, speaking.registry, speaking.language, { values }), document: null }];
}

/** Everything that is kept of the person, as a file of JSON. @throws what a store throws. */
export async function exportOwn(event: At, ports: OwnData, { registry, language }: Speaking): Promise<Said[]> {
  const kept = await exportKept(event, ports);
  const isEmpty = Object.values(kept).every((rows) => rows.length === 0);
  if (isEmpty) return [{ body: composeTalk('nothing_to_erase', registry, language), document: null }];
  const document = { name: 'my-data.json', mediaType: 'application/json', text: `${JSON.stringify(kept, null, 2)}\n` };
  return [{ body: composeTalk('exported', registry, language, { buttons: ['erase'] }), document }];
}

/** Keeps where the person is to be told of a correction. @throws what a store throws: nobody is promised what is not kept. */
export async function agreeToBeTold(
  event: At & Pick<IncomingEvent, 'isGroup'>,
  { feedback }: OwnData,
  { registry, language }: Speaking,
): Promise<Said[]> {
  const { channel, conversation } = event;
  const isKept = !event.isGroup && ((await feedback?.agree(keyOfPerson(event), { channel, conversation, language })) ?? false);
  return [{ body: composeTalk(isKept ? 'will_tell' : 'cannot_tell', registry, language), document: null }];
}

/** Adds what a doubted message was in truth, as the person says. @throws what a store throws. */
export async function noteReason(reason: Reason, event: At, { feedback }: OwnData, speaking: SpeakingNow): Promise<Said[]> {
  const isKept = (await feedback?.explain(keyOfPerson(event), reason, speaking.now)) ?? false;
  const id = isKept ? 'noted_reason' : 'wrong_without_notice';
  return [{ body: composeTalk(id, speaking.registry, speaking.language), document: null }];
}
