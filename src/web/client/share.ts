import { drawVerdict, type Shown } from './draw-verdict.js';
import { announce, around } from './elements.js';

const NAME = 'notice-check.png';

async function pictureOf(shown: Shown): Promise<File | null> {
  const canvas = drawVerdict(shown);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return blob && new File([blob], NAME, { type: 'image/png' });
}

function download(picture: File): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(picture);
  link.download = NAME;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function tellDone(section: HTMLElement): void {
  const done = section.querySelector<HTMLElement>('[data-share-done]');
  if (!done) return;
  done.hidden = false;
  announce(done.textContent ?? '');
}

/** To the share menu of the device where there is one, otherwise into a file. */
async function share(section: HTMLElement): Promise<void> {
  const picture = await pictureOf(JSON.parse(section.dataset.share ?? '{}') as Shown);
  if (!picture) return;
  const data = { files: [picture] };
  if (navigator.canShare?.(data)) {
    // Whoever closes the menu has changed their mind.
    await navigator.share(data).catch(() => {});
    return;
  }
  download(picture);
  tellDone(section);
}

function offer(): void {
  for (const section of document.querySelectorAll<HTMLElement>('[data-share]')) section.hidden = false;
}

/** A picture of the verdict for the family: only browsers that run scripts can draw it. */
export function connectSharing(): void {
  offer();
  window.addEventListener('answered', offer);
  document.addEventListener('click', (event) => {
    const section = around(event, '[data-share-button]')?.closest<HTMLElement>('[data-share]');
    if (section) void share(section);
  });
}
