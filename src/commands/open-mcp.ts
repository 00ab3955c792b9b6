import type { Caller, Checking } from '../dialogue/checking.js';
import type { Registry } from '../registry/types.js';

/** Answers assistants over HTTP with the memory of the server; every check counts as that of whoever calls. */
export async function openMcp(
  registry: () => Registry,
  checking: Checking,
  version: string,
): Promise<(request: Request, caller: Caller) => Promise<Response>> {
  const { createMcpEndpoint } = await import('../mcp/endpoint.js');
  return (request, caller) => {
    const answer = createMcpEndpoint({
      registry,
      version,
      check: (input) => checking.check(input, caller),
      lookUp: (query) => checking.lookUp(query, caller),
    });
    return answer(request);
  };
}
