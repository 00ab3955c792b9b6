/** The file cannot be read as an inbox; the message says what it seems to be and what to give instead. */
export class ScanError extends Error {
  override readonly name = 'ScanError';
}
