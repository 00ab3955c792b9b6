import { lookUp } from '../registry/lookup.js';
import { composeLookupReply } from '../reply/lookup-reply.js';
import { saying, type Turn, type TurnContext } from './turn.js';

/** Whose number, site or platform this is. */
export function answerLookup(query: string, context: TurnContext): Turn {
  const lookup = lookUp(query, context.registry);
  const turn = saying(composeLookupReply(lookup, context.registry, context.language), context, 'lookup');
  return { ...turn, said: turn.said.map((said) => ({ ...said, lookup })) };
}
