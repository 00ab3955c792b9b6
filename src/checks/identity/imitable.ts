import { parseHost } from '../../notice/hosts.js';
import type { Platform, Registry } from '../../registry/types.js';
import { type BrandToken, brandToken, type OfficialHost, officialHost } from './host-likeness.js';

/** What there is to imitate of a platform: the sites of its family, and the brands in their names. */
export interface Imitable {
  readonly officials: readonly OfficialHost[];
  readonly tokens: readonly BrandToken[];
}

/** Kept per record: it never changes while a registry is loaded. */
const imitable = new WeakMap<Platform, Imitable>();

export function imitableOf(platform: Platform, registry: Registry): Imitable {
  const known = imitable.get(platform);
  if (known) return known;
  const domains = registry
    .familyContacts(platform.id)
    .flatMap(({ kind, key, status }) => (kind === 'host' && status === 'current' ? (parseHost(key)?.domain ?? []) : []));
  const family = registry.platforms().filter((other) => registry.sameFamily(other.id, platform.id));
  const tokens = [...new Set(family.flatMap(({ hostTokens }) => hostTokens))];
  const answer = { officials: [...new Set(domains)].map(officialHost), tokens: tokens.map(brandToken) };
  imitable.set(platform, answer);
  return answer;
}
