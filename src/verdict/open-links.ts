import type { Finding } from '../checks/types.js';

/** Links of a picture that could not be read for certain: its text alone can tell what they are. */
const OPEN_LINKS: ReadonlySet<string> = new Set(['link.read-like-official', 'link.unread']);

export const isOpenLink = ({ id }: Finding): boolean => OPEN_LINKS.has(id);
