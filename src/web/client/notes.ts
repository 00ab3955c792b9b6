import { around } from './elements.js';

let opener: HTMLElement | null = null;

const openNote = (): HTMLElement | null => document.querySelector('.note.is-open');

function close(): void {
  openNote()?.classList.remove('is-open');
  opener?.focus();
  opener = null;
}

function open(mark: HTMLAnchorElement): void {
  const note = document.getElementById(mark.hash.slice(1));
  if (!note) return;
  openNote()?.classList.remove('is-open');
  opener = mark;
  note.classList.add('is-open');
  note.focus({ preventScroll: true });
}

/** Marked words bring up their note in place, and leave no trace in the history of the browser. */
export function connectNotes(): void {
  document.addEventListener('click', (event) => {
    const mark = around<HTMLAnchorElement>(event, 'a.mark');
    const closes = around(event, '.note-close');
    if (mark || closes) event.preventDefault();
    if (mark) open(mark);
    else if (closes || !around(event, '.note')) close();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && openNote()) close();
  });
}
