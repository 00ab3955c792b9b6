import sharp from 'sharp';
import type { Random } from './random.js';
import type { Rectangle } from './scene.js';

/** How somebody held the camera in front of a screen. */
export interface Photo {
  /** Clockwise. */
  readonly degrees: number;
  /** How far the top leans to one side, as a part of the height. */
  readonly lean: number;
  /** Sigma of the blur in pixels. */
  readonly blur: number;
  /** Pixels from one stripe of the moiré to the next, and how strong it is from 0 to 1. */
  readonly moirePitch: number;
  readonly moire: number;
  /** How much darker the dark corner is, from 0 to 1. */
  readonly shade: number;
  /** Standard deviation of the sensor's noise. */
  readonly noise: number;
}

export function somePhoto(random: Random): Photo {
  return {
    degrees: random.between(1, 4) * (random.chance(0.5) ? 1 : -1),
    lean: random.between(-0.02, 0.02),
    blur: random.between(0.5, 1.1),
    moirePitch: random.between(3, 9),
    moire: random.between(0.02, 0.09),
    shade: random.between(0.1, 0.45),
    noise: random.between(2, 7),
  };
}

/** The room around the phone. */
const SURROUNDINGS = '#3b3733';

export interface Shot {
  readonly png: Buffer;
  /** Where something of the screen is in the photo: its upright box. */
  place(box: Rectangle): Rectangle;
}

/** A photo of a screen that shows `screenshot`. */
export async function photograph(screenshot: Buffer, photo: Photo): Promise<Shot> {
  const [a, b, c, d] = matrixOf(photo);
  const source = await sharp(screenshot).metadata();
  const turned = await sharp(screenshot)
    .flatten()
    .affine([a, b, c, d], { background: SURROUNDINGS, interpolator: 'bicubic' })
    .blur(photo.blur)
    .toBuffer({ resolveWithObject: true });
  const { width, height } = turned.info;
  const png = await sharp(turned.data)
    .composite([
      { input: stripes(width, height, photo), raw: { width, height, channels: 4 } },
      { input: lightFrom(width, height, photo.shade), blend: 'multiply' },
      { input: await grain(width, height, photo.noise), blend: 'soft-light' },
    ])
    .png()
    .toBuffer();
  const spread = cornersOf({ left: 0, top: 0, width: source.width, height: source.height }).map(move);
  const origin = { x: Math.min(...spread.map(({ x }) => x)), y: Math.min(...spread.map(({ y }) => y)) };
  function move({ x, y }: Point): Point {
    return { x: a * x + b * y, y: c * x + d * y };
  }
  return { png, place: (box) => around(cornersOf(box).map(move), origin) };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function matrixOf({ degrees, lean }: Photo): [number, number, number, number] {
  const turn = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return [cos, lean * cos - sin, sin, lean * sin + cos];
}

const cornersOf = ({ left, top, width, height }: Rectangle): Point[] => [
  { x: left, y: top },
  { x: left + width, y: top },
  { x: left, y: top + height },
  { x: left + width, y: top + height },
];

function around(points: readonly Point[], origin: Point): Rectangle {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return { left: left - origin.x, top: top - origin.y, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/** Where the grid of the screen meets that of the sensor. */
function stripes(width: number, height: number, { moire, moirePitch }: Photo): Buffer {
  const pixels = Buffer.alloc(width * height * 4);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const wave = Math.sin(((x + y * 0.35) * 2 * Math.PI) / moirePitch + Math.sin(y / 90) * 2);
      pixels[(y * width + x) * 4 + 3] = Math.round(Math.max(0, wave) * moire * 255);
    }
  return pixels;
}

function lightFrom(width: number, height: number, shade: number): Buffer {
  const dark = Math.round(255 * (1 - shade));
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="rgb(${dark},${dark},${dark})"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/></svg>`,
  );
}

const grain = (width: number, height: number, sigma: number): Promise<Buffer> =>
  sharp({
    create: { width, height, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: sigma * 2 } },
  })
    .png()
    .toBuffer();
