import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { fromRecordsAlone } from '../../src/mcp/ports.js';
import { createMcpServer } from '../../src/mcp/server.js';
import { recordedRegistry } from '../recorded-registry.js';

/** The protocol's own client beside a server in this process. */
export async function connectInMemory(): Promise<Client> {
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  const client = new Client({ name: 'test', version: '1.0.0' });
  await createMcpServer(fromRecordsAlone(recordedRegistry, '0.0.0')).connect(theirs);
  await client.connect(ours);
  return client;
}
