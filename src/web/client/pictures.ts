import { around } from './elements.js';

/** Phones photograph larger than anybody reads; what is over this is drawn smaller before it is sent. Bytes. */
const LARGEST = 6_000_000;
/** Longest side of a picture that was drawn smaller. Pixels. */
const LONGEST_SIDE = 3000;

const field = (): HTMLElement | null => document.querySelector('[data-pictures]');
const input = (): HTMLInputElement | null => document.querySelector('[data-pictures] input[name="image"]');

async function smaller(picture: File): Promise<File> {
  if (picture.size <= LARGEST) return picture;
  try {
    const bitmap = await createImageBitmap(picture);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9));
    return blob ? new File([blob], picture.name, { type: blob.type }) : picture;
  } catch {
    return picture;
  }
}

/** Shows what was chosen, or that nothing is. */
function show(picture: File | null): void {
  const chosen = field()?.querySelector<HTMLElement>('.chosen');
  const image = chosen?.querySelector('img');
  const name = chosen?.querySelector('[data-name]');
  if (!chosen || !image || !name) return;
  if (image.src) URL.revokeObjectURL(image.src);
  image.hidden = picture === null;
  if (picture) image.src = URL.createObjectURL(picture);
  else image.removeAttribute('src');
  name.textContent = picture?.name ?? '';
  chosen.hidden = picture === null;
  const buttons = field()?.querySelector<HTMLElement>('.picture-buttons');
  if (buttons) buttons.hidden = picture !== null;
}

async function choose(picture: File | null): Promise<void> {
  const target = input();
  if (!target) return;
  const files = new DataTransfer();
  const taken = picture && (await smaller(picture));
  if (taken) files.items.add(taken);
  target.files = files.files;
  show(taken);
}

const pictureAmong = (files: FileList | undefined): File | null =>
  [...(files ?? [])].find(({ type }) => type.startsWith('image/')) ?? null;

/** Asks for a file, or for the camera. */
function pick(how: string | undefined): void {
  const picker = document.createElement('input');
  picker.type = 'file';
  picker.accept = 'image/*';
  if (how === 'camera') picker.setAttribute('capture', 'environment');
  picker.addEventListener('change', () => void choose(pictureAmong(picker.files ?? undefined)));
  picker.click();
}

function connectPaste(): void {
  document.addEventListener('paste', (event) => {
    const picture = pictureAmong(event.clipboardData?.files);
    if (!picture || !input()) return;
    event.preventDefault();
    void choose(picture);
  });
}

function connectDrop(): void {
  const mark = (isOver: boolean): void => {
    document.querySelector('.check-form')?.classList.toggle('is-over', isOver);
  };
  document.addEventListener('dragover', (event) => {
    if (!input() || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    mark(true);
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) mark(false);
  });
  document.addEventListener('drop', (event) => {
    mark(false);
    const picture = pictureAmong(event.dataTransfer?.files);
    if (!input() || !picture) return;
    event.preventDefault();
    void choose(picture);
  });
}

/** Buttons in place of the bare file field, which stays for browsers without scripts. */
function dress(): void {
  const target = input();
  const buttons = field()?.querySelector<HTMLElement>('.picture-buttons');
  if (!target || !buttons) return;
  target.hidden = true;
  if (target.files?.[0]) show(target.files[0]);
  else buttons.hidden = false;
  const hint = document.querySelector<HTMLElement>('.drop-hint');
  if (hint) hint.hidden = !matchMedia('(pointer: fine)').matches;
}

/** Screenshots may be chosen, photographed, pasted or dropped. */
export function connectPictures(): void {
  dress();
  window.addEventListener('answered', dress);
  connectPaste();
  connectDrop();
  document.addEventListener('change', (event) => {
    if (event.target === input()) void choose(pictureAmong(input()?.files ?? undefined));
  });
  document.addEventListener('click', (event) => {
    const button = around(event, '[data-pick], [data-remove]');
    if (!button) return;
    if ('remove' in button.dataset) void choose(null);
    else pick(button.dataset.pick);
  });
}
