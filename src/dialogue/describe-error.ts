/** Says what went wrong in words that cannot hold a message: the kind of the error and where it happened. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const at = /\n\s+at ([^\n]+)/.exec(error.stack ?? '')?.[1] ?? '';
  return `${error.name} ${at}`.trim();
}
