import { freemem } from 'node:os';
import { version } from '../version.js';
import type { PartFound } from './finding.js';

/** package.json says the same. */
const NEEDED = [20, 19] as const;
/** Below this the reader of pictures has no room. Bytes. */
const LITTLE_MEMORY = 512 * 1_024 * 1_024;

const megabytes = (bytes: number): string => `${Math.round(bytes / 1_024 / 1_024).toLocaleString('en-US')} MB`;

/** Memory that this process may still take: of its container where it is in one. */
const available = (): number => Math.min(freemem(), process.availableMemory?.() ?? Number.POSITIVE_INFINITY);

function isOld(node: string): boolean {
  const [major = 0, minor = 0] = node.split('.').map(Number);
  return major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1]);
}

/** The version of the program, what runs it, and whether there is room for it. */
export function examineProgram(node: string = process.versions.node, free: number = available()): PartFound {
  const detail = `notice-check ${version()}, Node.js ${node}, ${megabytes(free)} of memory free`;
  if (isOld(node)) return { part: 'program', state: 'broken', detail, todo: `install Node.js ${NEEDED.join('.')} or later` };
  if (free < LITTLE_MEMORY)
    return { part: 'program', state: 'warning', detail, todo: 'leave 512 MB of memory free, or pictures may not be read' };
  return { part: 'program', state: 'ok', detail, todo: null };
}
