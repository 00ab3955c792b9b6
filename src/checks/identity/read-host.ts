import { parseHost } from '../../notice/hosts.js';
import type { Link } from '../../notice/types.js';
import type { Contact, Registry } from '../../registry/types.js';
import type { Claim } from '../types.js';
import { isOneEdit } from './host-likeness.js';
import { skeletonOf } from './host-skeleton.js';

/** An official site by its registrable domain, as a reader of pictures may spell it. */
export interface Site {
  readonly contact: Contact;
  readonly skeleton: string;
}

/** In shorter domains one other letter makes another word: jd.com and jb.com. With its suffix. */
const SHORTEST_FOR_SLIP = 8;

/** Letters that are taken for each other count as one: those that look alike to anybody, and those that readers of pictures mix up. */
export const readSkeleton = (domain: string, { misreadings }: Registry): string => misreadings.foldLetters(skeletonOf(domain));

function siteOf(contact: Contact, registry: Registry): Site[] {
  if ((contact.kind !== 'host' && contact.kind !== 'short_host') || contact.status !== 'current') return [];
  const domain = parseHost(contact.key)?.domain;
  return domain ? [{ contact, skeleton: readSkeleton(domain, registry) }] : [];
}

/** The sites of every platform by how they may be read. Kept per registry, which never changes. */
const sites = new WeakMap<Registry, ReadonlyMap<string, Contact>>();

function sitesOf(registry: Registry): ReadonlyMap<string, Contact> {
  const known = sites.get(registry);
  if (known) return known;
  const all = registry.platforms().flatMap(({ contacts }) => contacts.flatMap((contact) => siteOf(contact, registry)));
  const made = new Map(all.reverse().map(({ skeleton, contact }) => [skeleton, contact]));
  sites.set(registry, made);
  return made;
}

/** The sites of the platform that a notice names. */
export const claimedSites = (claim: Claim | null, registry: Registry): readonly Site[] =>
  claim ? registry.familyContacts(claim.platform.id).flatMap((contact) => siteOf(contact, registry)) : [];

/** A lost dot behind www, a suffix cut off at the end of a line, or one letter that was read wrongly, left out or doubled. */
const mayBeSlip = (read: string, site: string): boolean =>
  read === `www${site}` || site.startsWith(`${read}.`) || (site.length >= SHORTEST_FOR_SLIP && isOneEdit(read, site));

/**
 * The official site that a host may really be which was read from a picture: one that the same letters could stand for, or,
 * of the platform that the notice names, one that a slip of the reader leads to. Null for a host that is certainly another.
 */
export function siteBehind(link: Link, claim: Claim | null, registry: Registry): Contact | null {
  if (link.domain === null) return null;
  const read = readSkeleton(link.domain, registry);
  const claimed = claimedSites(claim, registry);
  const own = claimed.find(({ skeleton }) => skeleton === read) ?? claimed.find(({ skeleton }) => mayBeSlip(read, skeleton));
  return own?.contact ?? sitesOf(registry).get(read) ?? null;
}
