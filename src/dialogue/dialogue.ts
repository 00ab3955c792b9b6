import { lookUp } from '../registry/lookup.js';
import type { Registry } from '../registry/types.js';
import { composeLookupReply } from '../reply/lookup-reply.js';
import { composeTalk } from '../reply/talk.js';
import { answerBatch, type ReadEvent } from './answer-batch.js';
import type { Arrival } from './batch.js';
import { isReceivedContent } from './batch.js';
import { createClaims } from './claims.js';
import { type Community, createCommunity } from './community.js';
import { describeError } from './describe-error.js';
import type { Content, IncomingEvent } from './events.js';
import { createGathering } from './gather.js';
import { speaksUpAbout } from './group.js';
import { createHeldNotices } from './held-notices.js';
import { answerLanguage, languageOfWords } from './language.js';
import { eraseOwn, exportOwn } from './own-data.js';
import { keyOfConversation, keyOfPerson } from './person.js';
import type { Clock, ConversationStore, Feedback, Inbox, Journal, Limits, Sightings, TextFromImage } from './ports.js';
import { readReceived } from './received.js';
import { createRecentUpdates } from './recent-updates.js';
import { createSerialQueue } from './serial-queue.js';
import type { ConversationState } from './state.js';
import { EMPTY_STATE, type Said, type SeenBefore, type Turn, type TurnContext } from './turn.js';
import type { Dialogue } from './types.js';
import { showWorking } from './working.js';

export interface DialoguePorts {
  /** The records in use now; they may be replaced while the program runs. */
  readonly registry: () => Registry;
  readonly store: ConversationStore;
  /** Null when nobody reads pictures: then people are asked for the text. */
  readonly textFromImage: TextFromImage | null;
  readonly clock: Clock;
  readonly journal: Journal;
  /** What others forwarded; absent when nothing of it is kept. */
  readonly sightings?: Sightings | undefined;
  /** What people said to be wrong; absent when nothing of it is kept. */
  readonly feedback?: Feedback | undefined;
  /** Absent: nobody else answers the same people. */
  readonly inbox?: Inbox | undefined;
  /** Absent: nobody is limited. */
  readonly limits?: Limits | undefined;
}

export interface DialogueOptions {
  /** In a group, also speak without being asked when a message is decisively a fraud. Off by default. */
  readonly speakUpInGroups?: boolean;
}

/** State is kept this long after the last message, in milliseconds. */
const STATE_FOR = 30 * 24 * 3_600_000;

/**
 * The conversation over any channel: gathers what belongs together, keeps each person's order, remembers as little as it
 * must, and always answers something.
 */
export function createDialogue(ports: DialoguePorts, options: DialogueOptions = {}): Dialogue {
  const { clock, journal, store, textFromImage, sightings = null, feedback = null, limits = null, inbox = null } = ports;
  const held = createHeldNotices();
  const updates = createRecentUpdates();
  const queue = createSerialQueue();
  const gathering = createGathering(clock, (key, batch) =>
    queue.add(key, () => claims.work(key, batch, (left) => answer(key, left))),
  );

  const failed = (channel: string, where: 'store' | 'delivering' | 'answering', error: unknown): void =>
    journal.note({ kind: 'failed', channel, where, error: describeError(error) });
  const { registry } = ports;
  const storeFailed = (channel: string, error: unknown): void => failed(channel, 'store', error);
  const claims = createClaims(inbox, journal, storeFailed);
  const community = createCommunity({ sightings, feedback, clock, registry, failed: storeFailed });

  async function readState(key: string, channel: string): Promise<ConversationState> {
    try {
      return (await store.read(key, clock.now())) ?? EMPTY_STATE;
    } catch (error) {
      failed(channel, 'store', error);
      return EMPTY_STATE;
    }
  }

  async function keepState(key: string, channel: string, state: ConversationState): Promise<void> {
    try {
      await store.write(key, state, clock.now() + STATE_FOR);
    } catch (error) {
      failed(channel, 'store', error);
    }
  }

  async function read({ event }: Arrival): Promise<ReadEvent> {
    const { content, about } = event;
    const own = isReceivedContent(content) ? await readReceived(content, textFromImage) : null;
    const received = own ?? (about && content.kind !== 'button' ? await readReceived(about, textFromImage) : NOTHING);
    return { event, received, words: wordsOf(event) };
  }

  const seenBefore = (batch: readonly ReadEvent[]): Promise<SeenBefore> =>
    community.seenBefore(
      batch.flatMap(({ received, words }) => [...received.inputs, { text: words }]),
      (batch.at(-1) as ReadEvent).event,
    );

  function contextFor(key: string, batch: readonly ReadEvent[], known: ConversationState, seen: SeenBefore): TurnContext {
    const last = (batch.at(-1) as ReadEvent).event;
    const words = batch.map((entry) => entry.words).join(' ');
    const state = { ...known, heard: languageOfWords(words) ?? known.heard };
    const { about } = last;
    const answered = about?.kind === 'text' ? [{ text: about.text }] : null;
    return {
      registry: ports.registry(),
      language: answerLanguage(state, last.language),
      state,
      held: held.get(key, clock.now()) ?? answered,
      seen,
      isGroup: last.isGroup,
      now: clock.now(),
    };
  }

  async function carryOut(key: string, event: IncomingEvent, turn: Turn, context: TurnContext): Promise<readonly Said[]> {
    const own = { store, sightings, feedback };
    if (turn.effect === 'erase') return eraseOwn(event, held.forget(key) ? 1 : 0, own, context);
    if (turn.hold) held.hold(key, turn.hold, clock.now());
    await keepState(key, event.channel, turn.state);
    if (turn.effect === 'export') return exportOwn(event, own, context);
    return withCounts(turn.said, community, event, context.registry);
  }

  /** Whether the person may be answered; somebody who floods is told so once. */
  async function isWithinLimits(event: IncomingEvent, batch: readonly Arrival[]): Promise<boolean> {
    const granted = await (limits?.take(keyOfPerson(event)) ?? 'granted');
    if (granted === 'granted') return true;
    journal.note({ kind: 'ignored', channel: event.channel, why: 'over_limit' });
    if (granted === 'told_now')
      await deliver([{ body: composeTalk('too_many', registry(), event.language ?? 'zh'), document: null }], batch);
    return false;
  }

  async function deliver(said: readonly Said[], batch: readonly Arrival[]): Promise<void> {
    const { event, responder } = batch.at(-1) as Arrival;
    try {
      for (const { body, document } of said) await responder.say({ body, document, inReplyTo: event.message });
    } catch (error) {
      failed(event.channel, 'delivering', error);
    }
  }

  /** A picture that takes long is not left without a word. */
  async function tellStillReading(key: string, batch: readonly Arrival[]): Promise<void> {
    const { event } = batch.at(-1) as Arrival;
    if (!event.isAddressed || !batch.some(({ event: { content, about } }) => holdsPicture(content) || holdsPicture(about)))
      return;
    const language = answerLanguage(await readState(key, event.channel), event.language);
    await deliver([{ body: composeTalk('still_reading', registry(), language), document: null }], batch);
  }

  async function answer(key: string, batch: readonly Arrival[]): Promise<void> {
    const { event, responder } = batch.at(-1) as Arrival;
    const started = clock.now();
    let told = Promise.resolve();
    const done = showWorking(responder, clock, () => {
      told = tellStillReading(key, batch);
    });
    try {
      if (!(await isWithinLimits(event, batch))) return done();
      const entries = await Promise.all(batch.map(read));
      const seen = await seenBefore(entries);
      const context = contextFor(key, entries, await readState(key, event.channel), seen);
      const turn = answerBatch(entries, context);
      const said = await carryOut(key, event, turn, context);
      done();
      await told;
      if (said.length === 0) journal.note({ kind: 'ignored', channel: event.channel, why: 'nothing_to_say' });
      await deliver(said, batch);
      const { intent, verdict } = turn;
      journal.note({ kind: 'answered', channel: event.channel, intent, verdict, milliseconds: clock.now() - started });
      await community.keep(turn, event);
    } catch (error) {
      done();
      failed(event.channel, 'answering', error);
      await deliver([{ body: composeTalk('failed', ports.registry(), event.language ?? 'zh'), document: null }], batch);
    }
  }

  return {
    accept(event, responder) {
      if (!updates.takeFirst(JSON.stringify([event.channel, event.id]))) {
        journal.note({ kind: 'ignored', channel: event.channel, why: 'duplicate' });
      } else if (isForUs(event, ports.registry(), options)) {
        gathering.add(keyOfConversation(event), { event, responder });
      } else journal.note({ kind: 'ignored', channel: event.channel, why: 'not_addressed' });
    },
    lookUp: (query, language) => composeLookupReply(lookUp(query, ports.registry()), ports.registry(), language),
    async idle() {
      gathering.flush();
      await queue.idle();
    },
  };
}

/** Answers to look-ups are told with how often that was seen. */
const withCounts = (
  said: readonly Said[],
  community: Community,
  event: IncomingEvent,
  registry: Registry,
): Promise<readonly Said[]> =>
  Promise.all(
    said.map(async (one) => {
      const count = one.lookup ? await community.countOf(one.lookup, event) : null;
      if (!one.lookup || count === null) return one;
      return { ...one, body: composeLookupReply(one.lookup, registry, one.body.language, count) };
    }),
  );

const holdsPicture = (content: Content | null): boolean => content?.kind === 'image';

const NOTHING = { inputs: [], failure: null } as const;

function wordsOf({ content }: IncomingEvent): string {
  if (content.kind === 'image') return content.caption;
  return content.kind === 'text' && content.forwarded === null ? content.text : '';
}

/** In a group only what is said to the bot, unless the operator lets it speak up. */
const isForUs = (event: IncomingEvent, registry: Registry, { speakUpInGroups = false }: DialogueOptions): boolean =>
  !event.isGroup ||
  event.isAddressed ||
  event.content.kind === 'join' ||
  event.content.kind === 'button' ||
  (speakUpInGroups && speaksUpAbout(event.content, registry));
