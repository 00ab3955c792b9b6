import { type Lookup, lookUp } from '../registry/lookup.js';
import type { Registry } from '../registry/types.js';
import { composeLookupReply } from '../reply/lookup-reply.js';
import { composeTalk } from '../reply/talk.js';
import type { Language, ReplyBody } from '../reply/types.js';
import { answerBatch, type ReadEvent } from './answer-batch.js';
import type { Arrival } from './batch.js';
import { isReceivedContent, mayBeOneOfSeveral } from './batch.js';
import { type Claims, createClaims, keyOfUpdate } from './claims.js';
import { createCommunity } from './community.js';
import { describeError } from './describe-error.js';
import type { Content, IncomingEvent } from './events.js';
import { createGathering } from './gather.js';
import { speaksUpAbout } from './group.js';
import { createHeldNotices } from './held-notices.js';
import { answerLanguage, languageOfWords } from './language.js';
import type { Responder } from './messages.js';
import { agreeToBeTold, eraseOwn, exportOwn, noteReason } from './own-data.js';
import { keyOfConversation, keyOfPerson } from './person.js';
import type { Clock, ConversationStore, Feedback, Inbox, Journal, Limits, Sightings, TextFromImage } from './ports.js';
import { readReceived } from './received.js';
import { createRecentUpdates } from './recent-updates.js';
import { createSerialQueue } from './serial-queue.js';
import type { ConversationState } from './state.js';
import { EMPTY_STATE, type Said, type SeenBefore, type Turn, type TurnContext } from './turn.js';
import type { Dialogue, Receipt } from './types.js';
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
  /** State is kept for so many days after the last message; 30 when nothing is said. */
  readonly keepDays?: number;
}

const DAY = 24 * 3_600_000;

/**
 * The conversation over any channel: gathers what belongs together, keeps each person's order, remembers as little as it
 * must, and always answers something.
 */
export function createDialogue(ports: DialoguePorts, options: DialogueOptions = {}): Dialogue {
  const { clock, journal, store, textFromImage, sightings = null, feedback = null, limits = null, inbox = null } = ports;
  const held = createHeldNotices();
  const updates = createRecentUpdates<Receipt>();
  const arriving = createSerialQueue();
  const queue = createSerialQueue();
  const gathering = createGathering(clock, (key, batch) => queue.add(key, () => work(key, batch)));

  const failed = (channel: string, where: 'store' | 'delivering' | 'answering', error: unknown): void =>
    journal.note({ kind: 'failed', channel, where, error: describeError(error) });
  const { registry } = ports;
  const storeFailed = (channel: string, error: unknown): void => failed(channel, 'store', error);
  const claims = inbox && createClaims(inbox, storeFailed);
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
      await store.write(key, state, clock.now() + (options.keepDays ?? 30) * DAY);
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
      mayTellLater: feedback !== null && !last.isGroup,
      now: clock.now(),
    };
  }

  /** The answer to a look-up, with how often that was seen. */
  async function tellLookup(lookup: Lookup, language: Language, asker: Pick<IncomingEvent, 'channel'>): Promise<ReplyBody> {
    return composeLookupReply(lookup, registry(), language, await community.countOf(lookup, asker));
  }

  const withCount = async (said: Said, asker: IncomingEvent): Promise<Said> =>
    said.lookup ? { ...said, body: await tellLookup(said.lookup, said.body.language, asker) } : said;

  async function carryOut(key: string, event: IncomingEvent, turn: Turn, context: TurnContext): Promise<readonly Said[]> {
    const own = { store, sightings, feedback };
    if (turn.effect === 'erase') return eraseOwn(event, held.forget(key) ? 1 : 0, own, context);
    if (turn.hold) held.hold(key, turn.hold, clock.now());
    await keepState(key, event.channel, turn.state);
    if (turn.effect === 'export') return exportOwn(event, own, context);
    if (turn.effect === 'agree') return agreeToBeTold(event, own, context);
    if (turn.effect) return noteReason(turn.effect === 'say_scam' ? 'scam' : 'genuine', event, own, context);
    return Promise.all(turn.said.map((one) => withCount(one, event)));
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

  async function work(key: string, batch: readonly Arrival[]): Promise<void> {
    if (claims) await claims.work(batch, () => answer(key, batch));
    else await answer(key, batch);
    for (const { settle } of batch) settle();
  }

  const ignored = (event: IncomingEvent, why: 'duplicate' | 'not_addressed'): Receipt => {
    journal.note({ kind: 'ignored', channel: event.channel, why });
    return 'done';
  };

  /** Claims the event in its turn, so that those of one person are gathered in the order in which they came. */
  function claim(key: string, event: IncomingEvent, responder: Responder, { take }: Claims): Promise<Receipt> {
    return new Promise((resolve) => {
      const settle = (): void => resolve('done');
      arriving.add(key, async () => {
        const taking = await take(event);
        if (taking !== 'mine') ignored(event, 'duplicate');
        if (taking === 'elsewhere') return resolve('elsewhere');
        if (taking === 'answered') return settle();
        gathering.add(key, { event, responder, settle });
        if (mayBeOneOfSeveral(event)) settle();
      });
    });
  }

  async function begin(event: IncomingEvent, responder: Responder): Promise<Receipt> {
    if (!isForUs(event, registry(), options)) return ignored(event, 'not_addressed');
    const key = keyOfConversation(event);
    if (claims) return claim(key, event, responder, claims);
    return new Promise((resolve) => gathering.add(key, { event, responder, settle: () => resolve('done') }));
  }

  return {
    async accept(event, responder) {
      const update = keyOfUpdate(event);
      const { isFirst, outcome } = updates.once(update, () => begin(event, responder));
      if (!isFirst) ignored(event, 'duplicate');
      const receipt = await outcome;
      // Its worker may die: then it is ours when it comes again.
      if (receipt === 'elsewhere') updates.forget(update);
      return receipt;
    },
    lookUp: (query, language, channel) => tellLookup(lookUp(query, registry()), language, { channel }),
    async idle() {
      await arriving.idle();
      gathering.flush();
      await queue.idle();
    },
  };
}

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
