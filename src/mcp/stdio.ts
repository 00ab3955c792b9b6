import type { Readable, Writable } from 'node:stream';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { McpPorts } from './ports.js';
import { createMcpServer } from './server.js';

/** No message of the protocol is longer; a longer one ends the conversation. Bytes. */
const BUFFER_CAP = 1_024 * 1_024;

/** Begins to answer one client over its standard streams. It goes on, and keeps the process alive, until `input` ends. */
export async function answerOverStdio(ports: McpPorts, input: Readable, output: Writable): Promise<void> {
  await createMcpServer(ports).connect(new StdioServerTransport(input, output, { maxBufferSize: BUFFER_CAP }));
}
