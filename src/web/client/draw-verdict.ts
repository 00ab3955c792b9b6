/** What the picture shows, as the server composed it: no words of the message but hosts, and nobody's name. */
export interface Shown {
  readonly name: string;
  readonly verdict: string;
  readonly title: string;
  readonly action: string;
  readonly claims: string;
  readonly points: readonly string[];
  readonly callTitle: string;
  readonly call: string;
  readonly footer: string;
}

const WIDTH = 1080;
const EDGE = 72;
const FONT = 'system-ui, "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';
const INK = '#17202b';
const SOFT = '#515c69';
const TONES: Readonly<Record<string, string>> = {
  scam: '#9b1c1f',
  suspicious: '#874800',
  unverified: '#47525f',
  consistent: '#1c4f8f',
};

interface Style {
  readonly size: number;
  readonly weight: number;
  readonly colour: string;
  /** Space above it. */
  readonly gap: number;
}

/** Closing marks do not begin a line. */
const NOT_FIRST = /^[，。、；：！？）」』》…,.;:!?)\]]/u;

/** Chinese breaks between any two characters, words in other letters stay whole. */
const partsOf = (text: string): string[] => text.match(/[a-z0-9[\]().,:;!?'’“”/+-]+\s?|\s|./giu) ?? [];

function linesOf(text: string, pen: CanvasRenderingContext2D, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of partsOf(text)) {
    if (line !== '' && pen.measureText(line + part).width > width && !NOT_FIRST.test(part)) {
      lines.push(line.trimEnd());
      line = part.trimStart();
    } else line += part;
  }
  return [...lines, line].filter((each) => each !== '');
}

/** Writes a text from `top` on and answers where it ends. With `measure` nothing is drawn. */
function write(pen: CanvasRenderingContext2D, text: string, top: number, style: Style, measure: boolean, left = EDGE): number {
  if (text === '') return top;
  pen.font = `${style.weight} ${style.size}px ${FONT}`;
  pen.fillStyle = style.colour;
  pen.textBaseline = 'top';
  const step = style.size * 1.5;
  const lines = linesOf(text, pen, WIDTH - EDGE - left);
  lines.forEach((line, at) => {
    if (!measure) pen.fillText(line, left, top + style.gap + at * step);
  });
  return top + style.gap + lines.length * step;
}

function drawBand(pen: CanvasRenderingContext2D, shown: Shown, measure: boolean, height: number): number {
  if (!measure) {
    pen.fillStyle = TONES[shown.verdict] ?? INK;
    pen.fillRect(0, 0, WIDTH, height);
  }
  let at = write(pen, shown.name, 0, { size: 34, weight: 600, colour: '#ffffffcc', gap: EDGE * 0.8 }, measure);
  at = write(
    pen,
    shown.title.charAt(0).toUpperCase() + shown.title.slice(1),
    at,
    { size: 76, weight: 700, colour: '#fff', gap: 24 },
    measure,
  );
  return write(pen, shown.action, at, { size: 50, weight: 600, colour: '#fff', gap: 12 }, measure) + EDGE * 0.7;
}

function drawPoints(pen: CanvasRenderingContext2D, points: readonly string[], top: number, measure: boolean): number {
  let at = top;
  for (const [index, point] of points.entries()) {
    if (!measure) write(pen, `${index + 1}`, at, { size: 42, weight: 700, colour: SOFT, gap: 26 }, false);
    at = write(pen, point, at, { size: 42, weight: 400, colour: INK, gap: 26 }, measure, EDGE + 56);
  }
  return at;
}

/** Everything below the band; answers how high the whole picture is. */
function drawBody(pen: CanvasRenderingContext2D, shown: Shown, top: number, measure: boolean): number {
  let at = write(pen, shown.claims, top, { size: 42, weight: 600, colour: INK, gap: 44 }, measure);
  at = drawPoints(pen, shown.points, at, measure);
  at = write(pen, shown.callTitle, at, { size: 38, weight: 400, colour: SOFT, gap: 52 }, measure);
  at = write(pen, shown.call, at, { size: 60, weight: 700, colour: '#17508c', gap: 6 }, measure);
  return write(pen, shown.footer, at, { size: 32, weight: 400, colour: SOFT, gap: 56 }, measure) + EDGE;
}

/** The verdict as a picture for a chat: as high as its words need. */
export function drawVerdict(shown: Shown): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  const pen = canvas.getContext('2d');
  if (!pen) return canvas;
  const band = drawBand(pen, shown, true, 0);
  canvas.height = Math.ceil(drawBody(pen, shown, band, true));
  pen.fillStyle = '#fffefb';
  pen.fillRect(0, 0, WIDTH, canvas.height);
  drawBand(pen, shown, false, band);
  drawBody(pen, shown, band, false);
  return canvas;
}
