import type { Span } from '../../notice/types.js';
import type { Contact } from '../../registry/types.js';
import type { Check, Finding, Subject } from '../types.js';
import { unreadLink } from '../unread-link.js';

const factsOf = ({ start, end }: Span, own: Contact, { notice, registry }: Subject): Finding['facts'] => ({
  host: notice.source.slice(start, end),
  platform: registry.platform(own.platformId)?.name ?? '',
  official: own.value,
});

export const linkUnread: Check = {
  id: 'link-unread',
  asks: 'Does a picture seem to hold an address that could not be read?',
  about: 'picture',
  run(subject) {
    const link = unreadLink(subject);
    if (link === null) return [];
    const { span, own } = link;
    const found = { family: 'link', leaning: 'unknown', strength: 'weak', span } as const;
    return own === null || span === null
      ? [{ ...found, id: 'link.unread', facts: {} }]
      : [{ ...found, id: 'link.read-like-official', facts: factsOf(span, own, subject) }];
  },
};
