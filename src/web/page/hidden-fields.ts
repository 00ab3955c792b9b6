import { html } from 'hono/html';
import type { NoticeInput } from '../../notice/types.js';
import type { Html } from './view.js';

/** A value that a form hands in without showing it. */
export const hidden = (name: string, value: string): Html => html`<input type="hidden" name="${name}" value="${value}">`;

/** Fields that hand the same texts in again, each with what is known of it. */
export const againFields = (inputs: readonly NoticeInput[]): Html =>
  html`${inputs.map(({ text, sender, receivedAt }) => [
    hidden('text', text),
    hidden('sender', sender ?? ''),
    hidden('received', receivedAt ?? ''),
  ])}${hidden('role', inputs[0]?.role ?? '')}`;
