import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadKeys, sealed, unsealed } from '../../src/store/keys.js';

const [OLD, NEW] = ['ab'.repeat(32), 'cd'.repeat(32)];

describe('what is sealed', () => {
  it('is read with the key and the place it was sealed for, also after a newer key came', async () => {
    const before = await loadKeys('', OLD);
    const after = await loadKeys('', `${NEW},${OLD}`);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, place) => {
        expect(unsealed(after, place, sealed(before, place, text))).toBe(text);
      }),
    );
  });

  it('is nothing under another key, in another place, or altered', async () => {
    const ring = await loadKeys('', OLD);
    const text = sealed(ring, 'here', 'chat 7788');
    expect(unsealed(await loadKeys('', NEW), 'here', text)).toBeNull();
    expect(unsealed(ring, 'there', text)).toBeNull();
    expect(
      unsealed(
        ring,
        'here',
        text.replace(/.(?=.{4}=*$)/, (letter) => (letter === 'A' ? 'B' : 'A')),
      ),
    ).toBeNull();
    expect(unsealed(ring, 'here', 'nonsense')).toBeNull();
    expect(sealed(ring, 'here', 'chat 7788')).not.toBe(text);
  });
});
