import type { z } from 'zod';
import type { paymentCodesFile } from './records.js';
import type { SnapshotCode } from './snapshot.js';
import type { CodeKind } from './types.js';

export const compilePaymentCodes = (file: z.infer<typeof paymentCodesFile> | undefined): SnapshotCode[] =>
  (file?.entries ?? []).map(({ begins, of, means }) => ({ begins, of, means })).sort((a, b) => b.begins.length - a.begins.length);

/** What a QR code is, by the longest beginning that its content has. Encoders write addresses in capitals to save room. */
export const createCodeIndex =
  (codes: readonly SnapshotCode[]) =>
  (content: string): CodeKind | null => {
    const written = content.trim().toLowerCase();
    return codes.find(({ begins }) => written.startsWith(begins)) ?? null;
  };
