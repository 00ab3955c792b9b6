import { createRegistry } from './registry.js';
import { downgradeFault, openSignedSnapshot } from './signed-snapshot.js';
import type { Snapshot } from './snapshot.js';
import type { Registry } from './types.js';

export type Acceptance = { readonly accepted: Registry } | { readonly refused: string };

/** The records that a running checker serves, and the door through which newer ones come in. */
export interface CurrentRegistry {
  /** Ask for it at every check: it changes when a snapshot is accepted. */
  current(): Registry;
  /**
   * Takes the bytes of a signed snapshot. They are served from then on only when the signature fits, this version can read
   * them and they are not older than what is served; otherwise the answer says why, and the old ones keep serving. Never
   * throws on the bytes.
   * @throws KeyError when `publicKey` is no Ed25519 public key in PEM.
   */
  accept(bytes: Uint8Array, publicKey: string): Acceptance;
}

function build(snapshot: Snapshot): Acceptance {
  try {
    return { accepted: createRegistry(snapshot) };
  } catch (error) {
    return { refused: `its records cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** Serves a registry until something newer is accepted. Holds the registry and nothing else: no file, no clock. */
export function createCurrentRegistry(first: Registry): CurrentRegistry {
  let serving = first;
  return {
    current: () => serving,
    accept(bytes, publicKey) {
      const opened = openSignedSnapshot(bytes, publicKey);
      if ('refused' in opened) return opened;
      const fault = downgradeFault(opened.snapshot.asOf, serving.asOf);
      if (fault) return { refused: fault };
      const built = build(opened.snapshot);
      if ('accepted' in built) serving = built.accepted;
      return built;
    },
  };
}
