import type { Ask } from '../verdict/types.js';

/** Answers offered under each question. The ids are what a channel sends back; `data/wording` has their labels. */
export const BUTTONS: Readonly<Record<Ask, readonly string[]>> = {
  sender: ['give-sender', 'already-acted', 'i-am-borrower', 'how-to-complain', 'wrong'],
  full_text: ['give-full-text', 'already-acted', 'wrong'],
  copied_text: ['give-full-text', 'give-sender', 'already-acted', 'wrong'],
  role: ['i-am-relative', 'i-am-borrower', 'how-to-complain', 'wrong'],
  already_acted: ['i-paid', 'i-clicked', 'i-told-a-code', 'nothing-yet', 'wrong'],
  platform: ['give-platform', 'already-acted', 'how-to-complain', 'wrong'],
  none: ['already-acted', 'how-to-complain', 'wrong'],
};
