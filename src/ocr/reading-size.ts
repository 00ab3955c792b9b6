/** What is enough for the writing of a whole screen; more only takes longer. Pixels. */
const ENOUGH = 6_000_000;
/** The width below which a phone's writing gets too small; of a tall picture, such as several screens in one. */
const NARROWEST = 720;
/** A dozen screens in one picture: with more, reading takes longer than anybody waits. Pixels. */
const MOST = 14_000_000;

/** The size in which a picture is read, its sides in proportion; null when it would take too long. */
export function readingSize(width: number, height: number): { readonly width: number; readonly height: number } | null {
  const least = Math.min(width, height);
  const shrunk = Math.min(1, Math.max(Math.sqrt(ENOUGH / (width * height)), NARROWEST / least));
  const scale = least < NARROWEST ? Math.min(2, NARROWEST / least) : shrunk;
  const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  return size.width * size.height > MOST ? null : size;
}
