import type { Link } from '../../notice/types.js';
import type { Platform, Registry } from '../../registry/types.js';
import { linkOwner } from '../ownership.js';
import type { Check, Finding, Strength, Subject } from '../types.js';
import { type Likeness, likenessOf } from './host-likeness.js';
import { imitableOf } from './imitable.js';
import { mainHost } from './link-standing.js';

const STRENGTH: Readonly<Record<Likeness['kind'], Strength>> = {
  embedded_host: 'decisive',
  confusable: 'decisive',
  brand_in_host: 'strong',
  one_edit: 'strong',
  // Another suffix alone is a mismatch, not an imitation: many owners hold their name under several.
  other_suffix: 'medium',
};

/** The registrable domain as it is seen: as many labels of the Unicode host as the punycode one has. */
const unicodeDomain = (hostUnicode: string, domain: string): string =>
  hostUnicode.split('.').slice(-domain.split('.').length).join('.');

function imitation(link: Link, platform: Platform, registry: Registry): Likeness | null {
  if (link.isIp || link.domain === null || link.publicSuffix === null) return null;
  const { officials, tokens } = imitableOf(platform, registry);
  const suspect = {
    hostUnicode: link.hostUnicode,
    domain: unicodeDomain(link.hostUnicode, link.domain),
    publicSuffix: link.publicSuffix,
  };
  const likeness = likenessOf(suspect, officials, tokens);
  // Letters that look alike are what a reader of pictures mixes up: then only the other suffix is certain.
  const isMisread = link.origin === 'picture' && likeness?.kind === 'confusable';
  return isMisread ? { ...likeness, kind: 'other_suffix' } : likeness;
}

/** A brand under a suffix that thieves throw away by the thousand: no licensed institution keeps its site there. */
const strengthOf = (likeness: Likeness, link: Link, registry: Registry): Strength =>
  likeness.kind === 'brand_in_host' && registry.isAbusedSuffix(link.publicSuffix ?? '') ? 'decisive' : STRENGTH[likeness.kind];

function lookalikeFindings(link: Link, subject: Subject): Finding[] {
  const { claim, registry } = subject;
  const { owner } = linkOwner(link, subject);
  if (!claim || (owner !== 'nobody_listed' && owner !== 'user_content')) return [];
  const likeness = imitation(link, claim.platform, registry);
  if (!likeness) return [];
  return [
    {
      id: `link.lookalike.${likeness.kind.replaceAll('_', '-')}`,
      family: 'link',
      leaning: 'scam',
      strength: strengthOf(likeness, link, registry),
      span: link.span,
      facts: {
        host: link.host,
        imitates: likeness.imitates,
        platform: claim.platform.name,
        official: mainHost(claim.platform.id, subject) ?? '',
      },
    },
  ];
}

export const linkLookalike: Check = {
  id: 'link-lookalike',
  asks: 'Does a link imitate a host of the very platform that the notice names?',
  about: 'links',
  run: (subject) => subject.notice.links.flatMap((link) => lookalikeFindings(link, subject)),
};
