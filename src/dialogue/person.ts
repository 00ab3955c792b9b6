/** One person in one conversation: two people in a group do not answer each other's questions. */
export const keyOfConversation = (at: { channel: string; conversation: string; person: string }): string =>
  JSON.stringify([at.channel, at.conversation, at.person]);

/** One person of a channel, in whatever conversation. */
export const keyOfPerson = ({ channel, person }: { channel: string; person: string }): string =>
  JSON.stringify([channel, person]);

/** The person of a conversation's key; the key itself when it is none of ours. */
export function personOfConversation(key: string): string {
  try {
    const [channel, , person] = JSON.parse(key);
    return typeof person === 'string' ? keyOfPerson({ channel, person }) : key;
  } catch {
    return key;
  }
}
