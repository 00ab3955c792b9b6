import type { Registry } from '../../src/registry/types.js';
import { createScript, pictureOf, type Script, type Shown } from '../../src/testing/index.js';
import type { Conversation, Step } from './read.js';

/** Leaves out what was not written. */
function given<T extends object>(fields: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

async function perform(step: Step, first: Script): Promise<void> {
  if ('together' in step) return first.together(() => performAll(step.together, first));
  if ('turn' in step) return first.turn(given(step.turn));
  if ('expect' in step) {
    const { by, ...expectation } = step.expect;
    return (by === undefined ? first : first.as(by)).expect(given(expectation) as Parameters<Script['expect']>[0]);
  }
  const chat = step.by === undefined ? first : first.as(step.by);
  if ('edit' in step) return chat.edit(step.edit);
  if ('again' in step) return chat.deliverAgain();
  if ('join' in step) return chat.join();
  const manner = given({ addressed: step.addressed, about: step.about });
  if ('say' in step) return chat.say(step.say, manner);
  if ('forward' in step) return chat.forward(step.forward, given({ ...manner, sentAt: step.sent_at }));
  if ('image' in step) {
    return chat.sendImage(pictureOf(step.image as Shown), step.caption ?? '', given({ ...manner, album: step.album }));
  }
  if ('card' in step) return chat.sendCard(given(step.card) as Parameters<Script['sendCard']>[0], manner);
  if ('record' in step) return chat.sendRecord(given(step.record) as Parameters<Script['sendRecord']>[0], manner);
  if ('press' in step) return chat.press(step.press, manner);
  if ('command' in step) return chat.command(step.command, manner);
  return chat.sendUnsupported(step.unsupported, manner);
}

async function performAll(steps: readonly Step[], chat: Script): Promise<void> {
  for (const step of steps) await perform(step, chat);
}

/** Plays a conversation with the engine of the program. @throws Error with the dialogue so far when an expectation fails. */
export async function playConversation(conversation: Conversation, registry: Registry): Promise<Script> {
  const { language, now, group, speaks_up, reads_pictures, steps } = conversation;
  const chat = await createScript({
    registry,
    ...given({ language, now, group, speakUpInGroups: speaks_up }),
    ...(reads_pictures === false ? { images: null } : {}),
  });
  await performAll(steps, chat);
  return chat;
}
