const DAY = 24 * 3_600_000;
/** China keeps one time, eight hours ahead of UTC, without summer time. */
const CHINA = 8 * 3_600_000;

/** The day of a moment in China, counted from 1 January 1970. */
export const dayOf = (milliseconds: number): number => Math.floor((milliseconds + CHINA) / DAY);

/** ISO. */
export const isoDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
