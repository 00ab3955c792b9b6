import type { MarkerHit } from '../../registry/conduct.js';
import type { Marker } from '../../registry/conduct-records.js';
import type { Marked } from './types.js';

/** Sorts the markers of a text by kind. */
export function markedBy(found: readonly MarkerHit[]): Marked {
  const byMarker = new Map<Marker, MarkerHit[]>();
  for (const hit of found) {
    const known = byMarker.get(hit.marker);
    if (known) known.push(hit);
    else byMarker.set(hit.marker, [hit]);
  }
  return { has: (marker) => byMarker.has(marker), hits: (marker) => byMarker.get(marker) ?? [] };
}
