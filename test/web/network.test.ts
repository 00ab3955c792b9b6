import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientAddress, type Networks, readAddress, readNetworks, subscriberOf } from '../../src/web/network.js';

const networks = (...written: string[]): Networks => readNetworks(written) as Networks;

describe('networks', () => {
  it.each(['x', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', '::1/129', '10.0.0', ''])('refuse %j', (written) => {
    expect(readNetworks([written])).toBeNull();
  });

  it('hold addresses and ranges of both families', () => {
    const some = networks('192.0.2.7', '10.0.0.0/8', '2001:db8::/32');
    for (const inside of ['192.0.2.7', '10.255.0.1', '2001:db8:1::1']) expect(some.holds(inside)).toBe(true);
    for (const outside of ['192.0.2.8', '11.0.0.1', '2001:db9::1', 'x', '']) expect(some.holds(outside)).toBe(false);
  });
});

describe('an address', () => {
  it.each([
    ['::ffff:192.0.2.1', '192.0.2.1'],
    [' 192.0.2.1 ', '192.0.2.1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['2001:DB8::1', '2001:db8::1'],
    ['192.0.2.1:80', null],
    ['<script>', null],
    [undefined, null],
  ])('%s is read as %s', (written, read) => {
    expect(readAddress(written)).toBe(read);
  });
});

describe('a subscriber', () => {
  it('is an IPv4 address, and a whole /64 of IPv6', () => {
    expect(subscriberOf('192.0.2.1')).toBe('192.0.2.1');
    expect(subscriberOf('2001:db8:0:1::1')).toBe('2001:db8:0:1::/64');
    expect(subscriberOf('2001:0db8:0000:0001:ffff:ffff:ffff:ffff')).toBe('2001:db8:0:1::/64');
    expect(subscriberOf('::1')).toBe('0:0:0:0::/64');
    expect(subscriberOf('2001:db8::1:2:3:4:5')).toBe('2001:db8:0:1::/64');
  });

  it('is the same for every address of its /64', () => {
    const group = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16));
    fc.assert(
      fc.property(
        fc.array(group, { minLength: 4, maxLength: 4 }),
        fc.array(group, { minLength: 4, maxLength: 4 }),
        (net, host) => {
          // The URL parser writes an address as short as it can be written.
          const address = new URL(`http://[${[...net, ...host].join(':')}]`).hostname.slice(1, -1);
          expect(subscriberOf(address)).toBe(`${net.join(':')}::/64`);
        },
      ),
    );
  });
});

describe('the client behind proxies', () => {
  const trusted = networks('10.0.0.0/8');

  it('is the socket where no proxy is trusted, whatever the header says', () => {
    expect(clientAddress('192.0.2.1', '198.51.100.1', networks())).toBe('192.0.2.1');
    expect(clientAddress('192.0.2.1', '198.51.100.1', trusted)).toBe('192.0.2.1');
    expect(clientAddress(null, '198.51.100.1', trusted)).toBeNull();
  });

  it.each([
    ['198.51.100.1', '198.51.100.1'],
    ['203.0.113.9, 198.51.100.1', '198.51.100.1'],
    ['203.0.113.9, 198.51.100.1, 10.0.0.2', '198.51.100.1'],
    ['::ffff:198.51.100.1', '198.51.100.1'],
    ['made up, 198.51.100.1', '198.51.100.1'],
    ['198.51.100.1, made up', '10.0.0.1'],
    [undefined, '10.0.0.1'],
    ['', '10.0.0.1'],
  ])('is the last one that is none of ours in %j', (forwardedFor, client) => {
    expect(clientAddress('10.0.0.1', forwardedFor, trusted)).toBe(client);
  });

  it('is an address, or nobody, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (written) => {
        expect(readAddress(clientAddress('10.0.0.1', written, trusted) ?? undefined)).not.toBeNull();
      }),
    );
  });
});
