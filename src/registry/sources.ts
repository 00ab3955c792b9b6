import type { SourceRecord } from './records.js';

/** A source as a reader may see it. Sources kept as internal evidence never get this far. */
export interface Source {
  readonly title: string;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly seen: string;
}

/** The named sources as a reader may see them; those kept as internal evidence are left out. */
export const shownSources = (ids: readonly string[], sources: Readonly<Record<string, SourceRecord>>): Source[] =>
  ids.flatMap((id) => {
    const source = sources[id];
    if (!source?.shown) return [];
    return [{ title: source.title, publisher: source.publisher ?? null, url: source.url ?? null, seen: source.seen }];
  });
