import { connectChecks } from './check.js';
import { connectNotes } from './notes.js';
import { connectPictures } from './pictures.js';
import { connectSettings } from './settings.js';
import { connectSharing } from './share.js';

connectSettings();
connectChecks();
connectPictures();
connectNotes();
connectSharing();

if ('serviceWorker' in navigator) {
  const version = document.documentElement.dataset.version ?? '';
  // Without it everything works but the page that is shown offline.
  navigator.serviceWorker.register(`/service-worker.js?v=${version}`).catch(() => {});
}
