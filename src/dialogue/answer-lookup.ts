import { lookUp } from '../registry/lookup.js';
import { composeLookupReply } from '../reply/lookup-reply.js';
import { saying, type Turn, type TurnContext } from './turn.js';

/** Whose number, site or platform this is. */
export const answerLookup = (query: string, context: TurnContext): Turn =>
  saying(composeLookupReply(lookUp(query, context.registry), context.registry, context.language), context, 'lookup');
