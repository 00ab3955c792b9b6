/** What came of sending a form. `failed` names the state that is shown instead. */
export type Sent =
  | { readonly kind: 'page'; readonly page: Document }
  | { readonly kind: 'problem'; readonly page: Document }
  | { readonly kind: 'failed'; readonly state: 'offline' | 'failed' | 'busy' | 'too_large' }
  | { readonly kind: 'cancelled' };

/** How far it is: `share` of the upload is sent, or it is the server's turn. */
export type Progress = { readonly phase: 'sending'; readonly share: number } | { readonly phase: 'answering' };

/** Reading a picture may have to wait for others. Milliseconds. */
const PATIENCE = 90_000;

const STATES: Readonly<Record<number, 'busy' | 'too_large'>> = { 413: 'too_large', 429: 'busy', 503: 'busy' };

function read(request: XMLHttpRequest): Sent {
  const isPage = (request.getResponseHeader('content-type') ?? '').startsWith('text/html');
  if (!isPage) return { kind: 'failed', state: STATES[request.status] ?? 'failed' };
  const page = new DOMParser().parseFromString(request.responseText, 'text/html');
  return { kind: request.status < 400 ? 'page' : 'problem', page };
}

/** Sends a form as the browser would, telling how far it is. `cancel` ends it. */
export function send(
  form: HTMLFormElement,
  onProgress: (progress: Progress) => void,
): { readonly sent: Promise<Sent>; readonly cancel: () => void } {
  const request = new XMLHttpRequest();
  const sent = new Promise<Sent>((resolve) => {
    const failed = (): void => resolve({ kind: 'failed', state: navigator.onLine ? 'failed' : 'offline' });
    request.onload = () => resolve(read(request));
    request.onerror = failed;
    request.ontimeout = failed;
    request.onabort = () => resolve({ kind: 'cancelled' });
    request.upload.onprogress = ({ loaded, total }) => onProgress({ phase: 'sending', share: total > 0 ? loaded / total : 0 });
    request.upload.onload = () => onProgress({ phase: 'answering' });
  });
  request.open('POST', form.action);
  request.timeout = PATIENCE;
  request.send(new FormData(form));
  return { sent, cancel: () => request.abort() };
}
