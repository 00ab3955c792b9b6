import { chatRecord } from './chat-record.js';
import type { FoldPart, TraitedFold } from './fold.js';
import { quotationMarks, quotedLines, quotedReply } from './quoted.js';
import { headRemark, tailRemark } from './remark.js';
import { forwardLabel, keyedHeader, numberHead, senderPhrase } from './share-header.js';
import { Trait } from './traits.js';
import type { NumberingPlan, Span } from './types.js';
import type { Layer, Peeled } from './wrapper.js';
import { mergeTimes, NO_TIME, toIso, type WrapperTime } from './wrapper-time.js';

/** A message without what stood around it. Spans are of the source. */
export interface Unwrapped {
  readonly body: TraitedFold;
  readonly bodySpan: Span;
  readonly sender: Span | null;
  readonly receivedAt: string | null;
  readonly remark: string;
  readonly wrapped: boolean;
}

/** Layers that need a sign of their own; the rest can stand on any line. */
const SIGNED: readonly Layer[] = [forwardLabel, keyedHeader, senderPhrase, numberHead, chatRecord, quotedReply, quotedLines];
const SPOKEN: readonly Layer[] = [quotationMarks, headRemark, tailRemark];
/** A forward of a forward with a question on both ends has five layers; nobody nests deeper by hand. */
const MOST_LAYERS = 8;

/** Takes off every wrapper around the text between two offsets of the source. `folded` is the copy of just that part, made by `fold`. */
export function unwrap(source: string, part: Span, folded: TraitedFold, fold: FoldPart, plan: NumberingPlan): Unwrapped {
  let body = folded;
  let span = part;
  let sender: Span | null = null;
  let time: WrapperTime = NO_TIME;
  let wrapped = false;
  const remarks: string[] = [];
  for (let layer = 0; layer < MOST_LAYERS; layer += 1) {
    const peeled = peel(body, plan);
    if (!peeled) break;
    if (peeled.sender && peeled.sender.end > peeled.sender.start)
      sender ??= body.toOriginal(peeled.sender.start, peeled.sender.end);
    if (peeled.time) time = mergeTimes(time, peeled.time);
    if (peeled.remark) remarks.push(peeled.remark);
    wrapped ||= peeled.wrapped;
    span = body.toOriginal(peeled.body.start, peeled.body.end);
    body = fold(source, span.start, span.end);
  }
  return { body, bodySpan: span, sender, receivedAt: toIso(time), remark: remarks.join('\n'), wrapped };
}

function peel(folded: TraitedFold, plan: NumberingPlan): Peeled | null {
  const { text, traits } = folded;
  const signed = traits & (Trait.newline | Trait.colon) || /^[\d+【[(「>来收]/.test(text);
  return (signed && firstOf(SIGNED, folded, plan)) || (mayHoldRemark(text) ? firstOf(SPOKEN, folded, plan) : null);
}

function firstOf(layers: readonly Layer[], folded: TraitedFold, plan: NumberingPlan): Peeled | null {
  for (const layer of layers) {
    const peeled = layer(folded, plan);
    // A layer that takes nothing off would be taken off forever.
    if (peeled && peeled.body.end - peeled.body.start < folded.text.length) return peeled;
  }
  return null;
}

/** Shorter texts cannot hold a message and a question about it. */
const SHORTEST = 18;
const REMARK_CUE =
  /真|骗|帮|看|收到|接到|发来|发的|转来|怎么|咋|核|查|靠谱|可信|能信|可靠|什么|要不要|该不该|正规|正常|鉴|辨|瞧|瞅|假/;

function mayHoldRemark(text: string): boolean {
  if (text.length < SHORTEST) return false;
  return REMARK_CUE.test(text.length <= 100 ? text : text.slice(0, 50) + text.slice(-42));
}
