import type { Check } from '../types.js';
import { unreadLink } from '../unread-link.js';

export const linkUnread: Check = {
  id: 'link-unread',
  asks: 'Does a picture seem to hold an address that could not be read?',
  about: 'picture',
  run(subject) {
    const link = unreadLink(subject);
    if (link === null) return [];
    const { span } = link;
    return [{ id: 'link.unread', family: 'link', leaning: 'unknown', strength: 'weak', span, facts: {} }];
  },
};
