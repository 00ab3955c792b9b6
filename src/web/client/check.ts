import { announce, around, attend } from './elements.js';
import { type Progress, type Sent, send } from './send.js';

const main = (): HTMLElement => document.getElementById('main') as HTMLElement;

/** What stands above everything else until the next answer: that it is at work, or why there is none. */
function showState(name: string): HTMLElement | null {
  clearState();
  const template = document.getElementById(`state-${name}`);
  if (!(template instanceof HTMLTemplateElement)) return null;
  const slot = document.createElement('div');
  slot.className = 'slot';
  slot.append(template.content.cloneNode(true));
  main().prepend(slot);
  return slot;
}

function clearState(): void {
  main().classList.remove('is-working');
  for (const slot of document.querySelectorAll('.slot')) slot.remove();
}

function tell(state: HTMLElement): void {
  announce(state.querySelector('h2')?.textContent ?? '');
  attend(state.querySelector<HTMLElement>('[data-focus]') ?? state);
}

/** What the working state says and shows at each step. */
function drawProgress(slot: HTMLElement, progress: Progress, hasPicture: boolean): void {
  const title = slot.querySelector<HTMLElement>('[data-phase]');
  const bar = slot.querySelector('progress');
  if (!title || !bar) return;
  const { sending = '', reading = '', checking = '' } = title.dataset;
  if (progress.phase === 'sending' && hasPicture) bar.value = progress.share;
  else bar.removeAttribute('value');
  const said = !hasPicture ? checking : progress.phase === 'sending' ? sending : reading;
  if (title.textContent === said) return;
  title.textContent = said;
  announce(said);
}

/** The page that was left for an answer, with what was typed into it. */
let left: { readonly main: HTMLElement; readonly title: string } | null = null;

function showAnswer(page: Document): void {
  const answer = page.getElementById('main');
  if (!answer) return;
  if (location.pathname === '/check') history.replaceState(null, '', '/check');
  else {
    clearState();
    left = { main: main(), title: document.title };
    history.pushState(null, '', '/check');
  }
  main().replaceWith(answer);
  // The switches hand in the texts that are answered, so that they come back in another language.
  const switches = page.querySelector('.switches');
  if (switches) document.querySelector('.switches')?.replaceWith(switches);
  document.title = page.title;
  window.dispatchEvent(new Event('answered'));
  const focus = answer.querySelector<HTMLElement>('.answers, [data-focus]') ?? answer;
  announce([...answer.querySelectorAll('.verdict h2')].map(({ textContent }) => textContent).join('。'));
  attend(focus.querySelector<HTMLElement>('.answer') ?? focus);
}

/** Back from an answer to the form as it was left. */
function goBack(): void {
  if (location.pathname === '/check' || !left) return;
  main().replaceWith(left.main);
  document.title = left.title;
  left = null;
}

function showProblem(page: Document): void {
  const problem = page.querySelector('.state');
  const slot = showState('failed');
  if (!slot) return;
  if (problem) slot.replaceChildren(problem);
  tell(slot);
}

function finish(sent: Sent, retry: () => void): void {
  clearState();
  if (sent.kind === 'page') showAnswer(sent.page);
  if (sent.kind === 'problem') showProblem(sent.page);
  if (sent.kind !== 'failed') return;
  const slot = showState(sent.state);
  if (!slot) return;
  slot.querySelector('[data-retry]')?.addEventListener('click', retry);
  tell(slot);
}

const pictureIn = (form: HTMLFormElement): boolean =>
  [...form.querySelectorAll<HTMLInputElement>('input[type="file"]')].some(({ files }) => (files?.length ?? 0) > 0);

async function check(form: HTMLFormElement): Promise<void> {
  const hasPicture = pictureIn(form);
  const slot = showState('working');
  main().classList.add('is-working');
  const { sent, cancel } = send(form, (progress) => slot && drawProgress(slot, progress, hasPicture));
  if (slot) {
    slot.querySelector('[data-dismiss]')?.addEventListener('click', cancel);
    drawProgress(slot, hasPicture ? { phase: 'sending', share: 0 } : { phase: 'answering' }, hasPicture);
    window.scrollTo(0, 0);
  }
  finish(await sent, () => void check(form));
}

/** Says thank you where the button stood, and leaves the answer in place. */
async function complain(form: HTMLFormElement): Promise<void> {
  const sent = await send(form, () => {}).sent;
  const words = sent.kind === 'page' ? sent.page.querySelector('.state h2')?.textContent : null;
  if (!words) return;
  const thanks = document.createElement('p');
  thanks.textContent = words;
  form.replaceWith(thanks);
  announce(words);
}

/** Answers come into the page that is open, with what is happening shown meanwhile. */
export function connectChecks(): void {
  document.addEventListener('submit', (event) => {
    const form = around<HTMLFormElement>(event, 'form[data-check], form[data-wrong]');
    if (!form) return;
    event.preventDefault();
    void ('wrong' in form.dataset ? complain(form) : check(form));
  });
  window.addEventListener('popstate', goBack);
}
