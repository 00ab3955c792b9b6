import { checkNotice } from '../checker.js';
import type { NoticeInput } from '../notice/types.js';
import { type Lookup, lookUp } from '../registry/lookup.js';
import type { Registry } from '../registry/types.js';
import type { SeenCount } from '../reply/lookup-reply.js';
import type { Checked } from '../verdict/types.js';

/** What the tools are built on. Whoever mounts them says who is asking by what the two questions are bound to. */
export interface McpPorts {
  readonly registry: () => Registry;
  /** Of this program, as assistants show it. */
  readonly version: string;
  readonly check: (input: NoticeInput) => Promise<Checked>;
  readonly lookUp: (query: string) => Promise<{ readonly answer: Lookup; readonly seen: SeenCount | null }>;
}

/** Answers from the records alone: nothing is remembered of what was asked. */
export const fromRecordsAlone = (registry: () => Registry, version: string): McpPorts => ({
  registry,
  version,
  check: async (input) => checkNotice(input, registry()),
  lookUp: async (query) => ({ answer: lookUp(query, registry()), seen: null }),
});
