import type { Notice, Span } from '../notice/types.js';
import type { Contact } from '../registry/types.js';
import { claimedSites, readSkeleton } from './identity/read-host.js';
import type { Subject } from './types.js';

/**
 * What is left of an address whose dots, colon or letters were lost: www icbc, http//, jd huankuan top, pay/a8K2, 登录
 * jd-hkexample. An amount (3/12) and the name of an app (登录APP) are none.
 */
const REMAINS =
  /(?:https?|www|wap)[^\u3400-\u9fff\n]{3,60}|[a-z0-9-]{3,40}[ ,·。]{1,2}(?:com|cn|net|top|vip|xyz|cc|shop|club|site|online)(?![a-z])|(?<![a-z0-9])(?=[0-9]{0,10}[a-z])[a-z0-9-]{2,40}\/[a-z0-9]{2,40}|(?<=(?:点击|点开|打开|登录|登陆|访问|链接|网址|官网|查看) ?:? ?)(?=[0-9-]{0,10}[a-z])[a-z0-9][a-z0-9'’_-]{5,60}/;

/** A link that stood in a picture and could not be read. */
export interface UnreadLink {
  /** Null when the text only speaks of one. */
  readonly span: Span | null;
  /** The claimed platform's own site, when the remains hold its letters. */
  readonly own: Contact | null;
}

/** Dots and everything else between letters are what was lost. */
const lettersOf = (text: string): string => text.replace(/[^a-z0-9]/g, '');

function ownSiteIn(remains: string, { claim, registry }: Subject): Contact | null {
  const letters = readSkeleton(lettersOf(remains), registry);
  const own = claimedSites(claim, registry).find(({ skeleton }) => letters.includes(lettersOf(skeleton)));
  return own?.contact ?? null;
}

const mayHide = ({ fromPicture, links, codes }: Notice): boolean => fromPicture && links.length === 0 && codes.length === 0;

const remainsIn = ({ body }: Notice): RegExpExecArray | null => REMAINS.exec(body.text);

/** Whether a picture, in which no link was read, holds what is left of one. */
export const holdsRemains = (notice: Notice): boolean => mayHide(notice) && remainsIn(notice) !== null;

/** The link that a picture seems to hold although none was read in it; null when it holds none, or one that was read. */
export function unreadLink(subject: Subject): UnreadLink | null {
  const { notice, words } = subject;
  if (!mayHide(notice)) return null;
  const match = remainsIn(notice);
  if (match) {
    const span = notice.body.toOriginal(match.index, match.index + match[0].length);
    return { span, own: ownSiteIn(match[0], subject) };
  }
  return words.has('names_a_link') ? { span: null, own: null } : null;
}
