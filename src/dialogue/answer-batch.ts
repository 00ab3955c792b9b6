import { foldText } from '../notice/fold.js';
import type { NoticeInput, Role } from '../notice/types.js';
import type { IntentName } from '../registry/vocabulary.js';
import { composeTalk } from '../reply/talk.js';
import { answerButton, answerCommand } from './answer-button.js';
import { answerIntent, talkOnce, welcome } from './answer-intent.js';
import { answerNotices, checkForPerson } from './answer-notices.js';
import { answerCopied, answerText, isReceived } from './answer-text.js';
import type { Content, IncomingEvent } from './events.js';
import { readGivenSender } from './given-sender.js';
import type { PictureFailure, Received } from './received.js';
import { inTurn, NO_INTENT, saying, silent, type Turn, type TurnContext } from './turn.js';

/** One event, with what it holds to check: pictures are read by now. */
export interface ReadEvent {
  readonly event: IncomingEvent;
  /** Of the message itself, or of the one that it points at. */
  readonly received: Received;
  /** The person's own words: a caption, a remark, a typed message. */
  readonly words: string;
}

/** Said beside a forward, these are answered after it. */
const WORTH_ANSWERING: ReadonlySet<IntentName> = new Set<IntentName>([
  'shared_screen',
  'told_code',
  'installed_app',
  'gave_data',
  'paid',
  'clicked',
  'liable',
  'complain',
]);

interface Remarks {
  readonly sender: string | null;
  readonly role: Role | null;
  readonly intent: IntentName | null;
}

/** What people say beside what they forward: who sent it, to whom it was sent, what they did already. */
function readRemarks(words: readonly string[], { registry }: TurnContext): Remarks {
  const intents = words.flatMap((text) => registry.intent(foldText(text).text) ?? []);
  const role = intents.includes('i_am_borrower') ? 'borrower' : intents.includes('i_am_relative') ? 'relative' : null;
  return {
    sender: words.map(readGivenSender).find((sender) => sender !== null) ?? null,
    role,
    intent: intents.find((intent) => WORTH_ANSWERING.has(intent)) ?? null,
  };
}

function answerFailure(failure: PictureFailure, context: TurnContext): Turn {
  const id = `picture.${failure}`;
  return saying(composeTalk(id, context.registry, context.language), context, id);
}

/** What a person says counts more than what a picture shows; of several messages each keeps the sender that it came with. */
const withSender = (sender: string, inputs: readonly NoticeInput[]): readonly NoticeInput[] =>
  inputs.map((input) => (inputs.length === 1 && input.picture ? { ...input, sender } : { sender, ...input }));

/** Received messages of one burst, answered as one, with what was said beside them. */
function answerReceived(inputs: readonly NoticeInput[], words: readonly string[], context: TurnContext): Turn {
  const { sender, role, intent } = readRemarks(words, context);
  const known = role === null ? context : { ...context, state: { ...context.state, role } };
  const told = sender === null ? inputs : withSender(sender, inputs);
  const [first, ...others] = told;
  const copied = (at: TurnContext): Turn | null => (first && others.length === 0 ? answerCopied(first, at) : null);
  const steps = [(at: TurnContext): Turn => copied(at) ?? answerNotices(told, at)];
  if (intent) steps.push((at) => answerIntent(intent, at));
  return inTurn(known, steps);
}

/** Words that were typed and are a message that somebody received belong to what was forwarded with them. */
const isPasted = (text: string, context: TurnContext): boolean =>
  readGivenSender(text) === null &&
  context.registry.intent(foldText(text).text) === null &&
  isReceived(checkForPerson([{ text }], context));

/** Somebody changed a message: it is answered again only when the answer changes. */
function answerEdit(inputs: readonly NoticeInput[], context: TurnContext): Turn {
  const checked = checkForPerson(inputs, context);
  const isSame = checked.gravest.verdict === context.state.last?.verdict;
  return isSame || checked.gravest.verdict === 'not_a_notice' ? silent(context, 'edit') : answerNotices(inputs, context);
}

/** What is neither words nor a message to check: a button, a command, an arrival, a sticker. */
function answerAct(content: Content, context: TurnContext): Turn {
  switch (content.kind) {
    case 'button':
      return answerButton(content.id, context);
    case 'command':
      return answerCommand(content.name, content.argument, context, (text) => answerText(text, context));
    case 'join':
      return welcome(context);
    case 'unsupported':
      return talkOnce(`unsupported.${content.what}`, context);
    default:
      return silent(context, NO_INTENT);
  }
}

const isPresent = (text: string): boolean => text.trim() !== '';

/** In a group, a mention without anything to check shows how to use it. */
const answerWords = (text: string, context: TurnContext): Turn =>
  isPresent(text) ? answerText(text, context) : welcome(context);

type Step = (context: TurnContext) => Turn;

function stepsFor(batch: readonly ReadEvent[], context: TurnContext): Step[] {
  const spoken = batch.filter(({ event }) => event.content.kind === 'text' && !event.content.forwarded);
  const words = batch.map((read) => read.words).filter(isPresent);
  const forwarded = batch.flatMap(({ received }) => received.inputs);
  const failure = batch.map(({ received }) => received.failure).find((why) => why !== null) ?? null;
  const pasted = forwarded.length > 0 || spoken.length > 1 ? words.filter((text) => isPasted(text, context)) : [];
  const inputs = [...forwarded, ...pasted.map((text) => ({ text }))];
  const remarks = words.filter((text) => !pasted.includes(text));

  const steps: Step[] = [];
  if (inputs.length > 0) steps.push((at) => answerReceived(inputs, remarks, at));
  else if (failure === null)
    steps.push(
      ...spoken.map(
        (read): Step =>
          (at) =>
            answerWords(read.words, at),
      ),
    );
  if (failure !== null) steps.push((at) => answerFailure(failure, at));
  return [
    ...steps,
    ...batch.map(
      ({ event }): Step =>
        (at) =>
          answerAct(event.content, at),
    ),
  ];
}

/** The answer to one batch: what was received as one, then what was typed, then what was pressed. */
export function answerBatch(batch: readonly ReadEvent[], context: TurnContext): Turn {
  if (batch.every(({ event }) => event.isEdit)) {
    const inputs = batch.flatMap(({ received, words }) => [...received.inputs, ...(isPresent(words) ? [{ text: words }] : [])]);
    return inputs.length > 0 ? answerEdit(inputs, context) : silent(context, 'edit');
  }
  return inTurn(context, stepsFor(batch, context));
}
