import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import type { McpPorts } from './ports.js';
import { createMcpServer } from './server.js';

/** The longest text that is read, with every character escaped, and room for the rest. Bytes. */
const BODY_CAP = 128 * 1_024;

/** There are no sessions to listen to or to end. */
const onlyPosts = (): Response =>
  Response.json(
    {
      jsonrpc: '2.0',
      error: { code: -32_000, message: 'send a POST with one JSON-RPC message; there is no session here' },
      id: null,
    },
    { status: 405, headers: { allow: 'POST' } },
  );

/** A request may hold a batch; callers are counted by requests, so it may ask for one thing only. */
function once(ports: McpPorts): McpPorts {
  let isAsked = false;
  const counted =
    <Given, Answer>(ask: (given: Given) => Promise<Answer>) =>
    async (given: Given): Promise<Answer> => {
      if (isAsked) throw new Error('send one tool call per request');
      isAsked = true;
      return ask(given);
    };
  return { ...ports, check: counted(ports.check), lookUp: counted(ports.lookUp) };
}

/**
 * Streamable HTTP without sessions: every POST is answered at once, in JSON, by a server of its own, so that any number of
 * processes may share the work. Cheap to make; may be made anew for each request to bind the ports to who is asking.
 */
export function createMcpEndpoint(ports: McpPorts): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'POST') return onlyPosts();
    const server = createMcpServer(once(ports));
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true, maxRequestBodySize: BODY_CAP });
    await server.connect(transport);
    try {
      return await transport.handleRequest(request);
    } finally {
      await server.close();
    }
  };
}
