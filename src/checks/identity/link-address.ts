import type { Link } from '../../notice/types.js';
import { linkOwner } from '../ownership.js';
import type { Check, Finding, Strength, Subject } from '../types.js';

const scam = (link: Link, id: string, strength: Strength, facts: Finding['facts'] = {}): Finding => ({
  id,
  family: id === 'link.installer' ? 'install' : 'link',
  leaning: 'scam',
  strength,
  span: link.span,
  facts: { host: link.host, ...facts },
});

/** What stands before `@` is meant to be read as the host: `https://www.alipay.com@198.51.100.23/`. */
const looksLikeHost = (userinfo: string): boolean => /^[a-z0-9-]+(?:\.[a-z0-9-]+)+/i.test(userinfo);

/** Marks that only hide an address from a filter or a reader; a full-width or bracketed dot may be the forwarder's own care. */
const HIDING: ReadonlySet<string> = new Set(['spaced', 'masked_scheme', 'spelled_dot', 'invisible_characters']);
/** Of these, what a reader of pictures does not make by itself: it sets spaces, and takes a dot for another sign. */
const HIDING_IN_PICTURES: ReadonlySet<string> = new Set(['masked_scheme']);

const hides = ({ disguises, origin }: Link): boolean =>
  disguises.some((disguise) => (origin === 'picture' ? HIDING_IN_PICTURES : HIDING).has(disguise));

function* oddities(link: Link, subject: Subject): Generator<Finding> {
  if (link.userinfo !== null) {
    yield scam(link, 'link.userinfo', looksLikeHost(link.userinfo) ? 'decisive' : 'strong', { shown: link.userinfo });
  }
  if (link.disguises.includes('encoded_ip')) yield scam(link, 'link.encoded-ip', 'decisive');
  else if (link.isIp) yield scam(link, 'link.ip-address', 'strong');
  if (link.mixedScript) yield scam(link, 'link.mixed-script', 'strong', { shown: link.hostUnicode });
  const { owner } = linkOwner(link, subject);
  const isOwn = owner === 'claimed' || owner === 'maybe_claimed';
  if (!isOwn && hides(link)) yield scam(link, 'link.hidden-address', 'medium');
  if (link.isInstaller && !isOwn) yield scam(link, 'link.installer', 'strong');
  if (link.carries !== null && subject.registry.host(link.carries).kind === 'not_on_record') {
    yield scam(link, 'link.carries-another', 'strong', { carried: link.carries });
  }
}

export const linkAddress: Check = {
  id: 'link-address',
  asks: 'Is an address written so that the reader takes it for another one, or offers an app outside the stores?',
  about: 'links',
  run: (subject) => subject.notice.links.flatMap((link) => [...oddities(link, subject)]),
};
