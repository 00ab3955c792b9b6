import { html } from 'hono/html';
import type { VerdictName } from '../../verdict/types.js';
import type { Html } from './view.js';

/** What a shape says has to be said in words beside it: every icon is hidden from screen readers. */
const icon = (drawing: Html, name: string): Html =>
  html`<svg class="icon icon-${name}" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">${drawing}</svg>`;

const stroke = (path: string): Html =>
  html`<path d="${path}" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>`;

/** Each verdict has a shape of its own, so that nobody has to tell them by colour. None of them is a tick. */
const VERDICT_SHAPES: Readonly<Record<VerdictName, string>> = {
  scam: 'M8 2.5h8L21.5 8v8L16 21.5H8L2.5 16V8ZM8.5 8.5l7 7M15.5 8.5l-7 7',
  suspicious: 'M12 3 22 20.5H2ZM12 9.5v5M12 17.5v.01',
  unverified: 'M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19ZM9.2 9.2a2.8 2.8 0 1 1 4 2.9c-.8.4-1.2.9-1.2 1.9M12 17.2v.01',
  consistent: 'M4 4h16v16H4ZM12 11v5.5M12 7.5v.01',
  not_a_notice: 'M4 4.5h16v11.5h-8l-4.5 4v-4H4ZM8 9h8M8 12.2h5',
};

export const verdictIcon = (verdict: VerdictName): Html => icon(stroke(VERDICT_SHAPES[verdict]), verdict);

const DRAWINGS = {
  phone: 'M6.5 3h3l1.5 4.5-2 1.5a12 12 0 0 0 6 6l1.5-2L21 14.5v3c0 2-1.5 3.5-3.5 3.5C10 21 3 14 3 6.5 3 4.5 4.5 3 6.5 3Z',
  letter: 'M6 2.5h8.5L19 7v14.5H6ZM14 2.5V7.5h5M9 12h7M9 16h7',
  share: 'M12 15V3M8 6.5 12 2.5l4 4M6 11H4.5v10.5h15V11H18',
  picture: 'M3 4.5h18v15H3ZM3 16l5-5 4.5 4.5 3-3 5.5 5M15.5 8.7v.01',
  camera: 'M3 7h4.5L9 4.5h6L16.5 7H21v12.5H3ZM12 9.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z',
  search: 'M10.5 3.5a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM16 16l5 5',
  list: 'M4 6h.01M8 6h12M4 12h.01M8 12h12M4 18h.01M8 18h12',
  back: 'M14.5 5l-7 7 7 7',
  close: 'M6 6l12 12M18 6 6 18',
  sun: 'M12 7.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M19 5l-1.4 1.4M6.4 17.6 5 19',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z',
  print: 'M7 8V3h10v5M7 17H4V9h16v8h-3M7 14h10v7H7Z',
} as const;

export const lineIcon = (name: keyof typeof DRAWINGS): Html => icon(stroke(DRAWINGS[name]), name);

/** A message with one line underlined, under which somebody looks closer. */
export const SEAL = html`<svg class="seal" viewBox="0 0 48 48" width="40" height="40" aria-hidden="true" focusable="false"><rect class="seal-ground" width="48" height="48" rx="11"/><path class="seal-sheet" d="M12 13h24M12 21h24M12 29h9"/><path class="seal-mark" d="M12 37h9"/><circle class="seal-ring" cx="31" cy="31" r="6"/><path class="seal-ring" d="m35.5 35.5 4 4"/></svg>`;
