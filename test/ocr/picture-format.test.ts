import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatOf, type PictureFormat } from '../../src/ocr/picture-format.js';
import { PDF, SVG, sheet } from './made-pictures.js';

describe('what a file is', () => {
  it.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('knows a picture as %s by its bytes', async (format) => {
    const picture = await sheet(20, 20).toFormat(format).toBuffer();
    expect(formatOf(picture)).toBe(format === 'avif' ? 'heif' : format);
  });

  it.each<[string, Uint8Array, PictureFormat]>([
    ['no bytes', new Uint8Array(), 'broken'],
    ['the first bytes of a JPEG', Uint8Array.of(0xff, 0xd8, 0xff), 'broken'],
    ['an SVG', SVG, 'unsupported_format'],
    ['an SVG behind a comment', Buffer.from('\ufeff  <!-- drawn -->\n<svg xmlns="a">'), 'unsupported_format'],
    ['a PDF', PDF, 'unsupported_format'],
    ['a bitmap', Buffer.from('BM0000000000000000'), 'unsupported_format'],
    ['a page of HTML', Buffer.from('<!doctype html><title>a</title>'), 'not_a_picture'],
    ['a message', Buffer.from('您的亲属已逾期，请尽快处理'), 'not_a_picture'],
    ['an archive', Buffer.from('PK\u0003\u0004000000000000'), 'not_a_picture'],
  ])('calls %s what it is', (_name, bytes, format) => {
    expect(formatOf(bytes)).toBe(format);
  });

  it('says something about any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => typeof formatOf(bytes) === 'string'));
  });
});
