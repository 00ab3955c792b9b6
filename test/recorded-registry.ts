import { readSnapshot } from '../src/data-files.js';
import { createRegistry } from '../src/registry/registry.js';
import type { Registry } from '../src/registry/types.js';

let registry: Registry | undefined;

/** The project's own records, as the build compiled them before the tests began. */
export function recordedRegistry(): Registry {
  registry ??= createRegistry(readSnapshot());
  return registry;
}
