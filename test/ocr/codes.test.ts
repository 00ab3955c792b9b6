import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCodeReader, readCodes } from '../../src/ocr/codes.js';
import { decode } from '../../src/ocr/decode.js';
import { sheet } from './made-pictures.js';
import { codeImage } from './render/code-image.js';

beforeAll(loadCodeReader);

const bytesOf = async (content: string): Promise<Buffer> => Buffer.from((await codeImage(content)).split(',')[1] ?? '', 'base64');

/** A screen with codes at these heights. */
async function screenWith(contents: Readonly<Record<number, string>>): Promise<Buffer> {
  const codes = Object.entries(contents).map(async ([top, content]) => ({
    input: await sharp(await bytesOf(content))
      .resize(260)
      .toBuffer(),
    left: 200,
    top: Number(top),
  }));
  return sheet(720, 1_600)
    .composite(await Promise.all(codes))
    .png()
    .toBuffer();
}

async function codesIn(picture: Uint8Array): Promise<string[]> {
  const decoded = await decode(picture);
  if ('why' in decoded) throw new Error(decoded.why);
  return (await readCodes(decoded.pixels)).map(({ content }) => content).sort();
}

const LINK = 'https://jd-huankuan.example/s?id=1';
const PAYEE = 'weixin://wxpay/bizpayurl?pr=还款';

describe('QR codes in a picture', () => {
  it('are read as they were encoded, several of them, with the place where each stands', async () => {
    const decoded = await decode(await screenWith({ 100: LINK, 1200: PAYEE }));
    const codes = 'pixels' in decoded ? await readCodes(decoded.pixels) : [];
    expect(codes.map(({ content }) => content)).toEqual([LINK, PAYEE]);
    expect(codes[0]?.box.top).toBeGreaterThan(99);
    expect(codes[0]?.box.top).toBeLessThan(200);
    expect(codes[1]?.box.top).toBeGreaterThan(1_199);
  });

  it.each<[string, (picture: Sharp) => Sharp]>([
    ['in the colours of a dark screen', (picture) => picture.negate({ alpha: false })],
    ['in grey', (picture) => picture.greyscale().jpeg({ quality: 40 })],
    ['upside down', (picture) => picture.rotate(180)],
    ['lying on its side', (picture) => picture.rotate(90)],
    ['photographed at an angle', (picture) => picture.rotate(7, { background: '#444' }).blur(1)],
    ['in a small picture', (picture) => picture.resize(300)],
  ])('are read %s', async (_name, change) => {
    const screen = await screenWith({ 300: LINK });
    expect(await codesIn(await change(sharp(screen)).toBuffer())).toEqual([LINK]);
  });

  it('are not seen where there are none', async () => {
    expect(await codesIn(await sheet(720, 1_600).png().toBuffer())).toEqual([]);
  });

  it('are no more, and hold no more, than a message can carry', async () => {
    const many = Object.fromEntries([0, 265, 530, 795, 1_060, 1_325].map((top) => [top, `${LINK}${top}`]));
    expect((await codesIn(await screenWith(many))).length).toBe(5);
  });
});
