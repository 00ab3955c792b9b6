import { fileURLToPath } from 'node:url';
import { type ServerType, serve } from '@hono/node-server';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { createMcpEndpoint } from '../../src/mcp/endpoint.js';
import { fromRecordsAlone } from '../../src/mcp/ports.js';
import { recordedRegistry } from '../recorded-registry.js';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** An assistant's side of a conversation, as the protocol's own client holds it. */
export interface Assistant {
  readonly client: Client;
  hangUp(): Promise<void>;
}

const newClient = (): Client => new Client({ name: 'test', version: '1.0.0' });

/** Over the standard streams of the built program. Whatever it writes beside the protocol goes to `noise`. */
export async function connectOverStdio(noise: (text: string) => void = () => {}): Promise<Assistant> {
  const transport = new StdioClientTransport({ command: process.execPath, args: [CLI, 'mcp'], stderr: 'pipe' });
  transport.stderr?.on('data', (chunk: Buffer) => noise(String(chunk)));
  const client = newClient();
  client.onerror = (error) => noise(error.message);
  await client.connect(transport);
  return { client, hangUp: () => client.close() };
}

export interface Endpoint {
  readonly url: URL;
  close(): Promise<void>;
}

/** The endpoint behind a real server on a free port. */
export async function openEndpoint(): Promise<Endpoint> {
  const endpoint = createMcpEndpoint(fromRecordsAlone(() => recordedRegistry(), '0.0.0'));
  const { server, port } = await new Promise<{ server: ServerType; port: number }>((resolve) => {
    const opened = serve({ fetch: endpoint, port: 0, hostname: '127.0.0.1' }, (address) =>
      resolve({ server: opened, port: address.port }),
    );
  });
  return {
    url: new URL(`http://127.0.0.1:${port}/mcp`),
    close: () => new Promise((closed) => void server.close(() => closed())),
  };
}

export async function connectOverHttp({ url }: Pick<Endpoint, 'url'>): Promise<Assistant> {
  const client = newClient();
  await client.connect(new StreamableHTTPClientTransport(url) as Parameters<Client['connect']>[0]);
  return { client, hangUp: () => client.close() };
}
