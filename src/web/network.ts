import { BlockList, isIP } from 'node:net';

/** Addresses and networks in CIDR; whether one of them holds an address. */
export interface Networks {
  holds(address: string): boolean;
}

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Null for what is neither an address nor a network, such as 10.0.0.0/8. */
export function readNetworks(written: readonly string[]): Networks | null {
  if (written.length === 0) return { holds: () => false };
  const list = new BlockList();
  for (const one of written) {
    const [address = '', bits, ...rest] = one.split('/');
    const most = isIP(address) === 6 ? 128 : 32;
    if (isIP(address) === 0 || rest.length > 0 || (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= most)))
      return null;
    list.addSubnet(address, bits === undefined ? most : Number(bits), familyOf(address));
  }
  return { holds: (address) => isIP(address) !== 0 && list.check(address, familyOf(address)) };
}

/** IPv4 as a socket of both families shows it: ::ffff:192.0.2.1. */
const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** An address without its zone, IPv4 in its own spelling; null for what is none. */
export function readAddress(written: string | undefined): string | null {
  const [bare = ''] = (written ?? '').trim().split('%');
  const address = MAPPED.exec(bare)?.[1] ?? bare;
  return isIP(address) === 0 ? null : address.toLowerCase();
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':').map((group) => group.replace(/^0+(?=.)/, '')));
  if (tail === undefined) return groups(head);
  const [before, after] = [groups(head), groups(tail)];
  // An IPv4 address at the end fills two groups; it never reaches the first four, which are all that is asked for.
  return [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after];
}

/** What one subscriber is counted by: an IPv4 address, or the /64 of an IPv6 address, of which everybody has billions. */
export const subscriberOf = (address: string): string =>
  isIP(address) === 6 ? `${groupsOf(address).slice(0, 4).join(':')}::/64` : address;

/** Hops that are looked at; longer lists are made up. */
const MOST_HOPS = 20;

/**
 * Who is at the other end: the socket's address, or what the proxies that we trust say of it. `X-Forwarded-For` is read from
 * the right, and never beyond the first address that is not one of them: what stands left of it anybody may have written.
 */
export function clientAddress(socket: string | null, forwardedFor: string | undefined, trusted: Networks): string | null {
  if (socket === null || !trusted.holds(socket)) return socket;
  const hops = (forwardedFor ?? '').split(',').slice(-MOST_HOPS).reverse();
  let client = socket;
  for (const hop of hops) {
    const address = readAddress(hop);
    if (address === null) return client;
    client = address;
    if (!trusted.holds(address)) return client;
  }
  return client;
}
