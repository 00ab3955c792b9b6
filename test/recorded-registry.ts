import { readDataFiles } from '../src/data-files.js';
import { compileSnapshot } from '../src/registry/compile.js';
import { createRegistry } from '../src/registry/registry.js';
import type { Registry } from '../src/registry/types.js';

let registry: Registry | undefined;

/** The project's own records, compiled once per test file. */
export function recordedRegistry(): Registry {
  registry ??= createRegistry(compileSnapshot(readDataFiles(), '2099-12-31'));
  return registry;
}
