import { around } from './elements.js';

/** The same cookie that the server reads and writes: `zh.larger.dark`. */
const YEAR = 365 * 24 * 3600;

function keep(): void {
  const { dataset, lang } = document.documentElement;
  const value = [lang.startsWith('zh') ? 'zh' : 'en', dataset.size, dataset.theme].join('.');
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in too many phones
  document.cookie = `page=${value}; path=/; max-age=${YEAR}; samesite=lax`;
}

function change(button: HTMLButtonElement): void {
  const { dataset } = document.documentElement;
  if (button.dataset.switch === 'theme') dataset.theme = button.value;
  if (button.dataset.switch === 'size') {
    dataset.size = button.value;
    const isLarger = button.value === 'larger';
    button.setAttribute('aria-pressed', String(isLarger));
    button.value = isLarger ? 'normal' : 'larger';
  }
  keep();
}

/** Size and colours change in place instead of with a new page. */
export function connectSettings(): void {
  document.addEventListener('click', (event) => {
    const button = around<HTMLButtonElement>(event, 'button[data-switch]');
    if (!button) return;
    event.preventDefault();
    change(button);
    // The button that was pressed is gone with the colours that it offered.
    if (button.offsetParent === null)
      button.parentElement?.querySelector<HTMLElement>('[data-switch="theme"]:not([hidden])')?.focus();
  });
}
