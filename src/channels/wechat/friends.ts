import type { Outbox } from './outbox.js';
import type { EnumNames, WechatyFriendship } from './wechaty.js';

export interface FriendsPorts {
  readonly kinds: EnumNames;
  readonly outbox: Outbox;
  /** Somebody is a friend now. */
  readonly onFriend: (contact: string) => void;
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Whether a request with this hello is to be accepted: `*` accepts all, null and '' none. */
function isWelcome(hello: string, word: string | null): boolean {
  if (word === null || word.trim() === '') return false;
  return word.trim() === '*' || folded(hello).includes(folded(word.trim()));
}

/**
 * Takes what happens with friendships: accepts requests that are welcome, in turn with everything else that the account
 * does, and tells of new friends. Requests that are not welcome are left for the owner to decide on the phone.
 */
export function createFriends(word: string | null, { kinds, outbox, onFriend }: FriendsPorts) {
  return async (friendship: WechatyFriendship): Promise<void> => {
    const kind = kinds[friendship.type()];
    const contact = friendship.contact().id;
    if (kind === 'Receive' && isWelcome(friendship.hello(), word)) {
      await outbox.send(contact, [{ length: 0, deliver: () => friendship.accept() }]);
      onFriend(contact);
    }
    if (kind === 'Confirm') onFriend(contact);
  };
}
