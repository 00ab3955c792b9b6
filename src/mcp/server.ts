import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { registerCheckNotice } from './check-notice.js';
import { registerComplaintLetter } from './complaint-letter.js';
import { registerConductRules } from './conduct-rules.js';
import { INSTRUCTIONS } from './instructions.js';
import { registerLookupContact } from './lookup-contact.js';
import type { McpPorts } from './ports.js';

/** No tool takes more arguments than this, counting what is nested. */
const MOST_ARGUMENTS = 20;

/** A server with every tool, for one connection. */
export function createMcpServer(ports: McpPorts): McpServer {
  const server = new McpServer(
    { name: 'notice-check', title: '核一核 notice-check', version: ports.version },
    { instructions: INSTRUCTIONS, maxToolInputElements: MOST_ARGUMENTS },
  );
  registerCheckNotice(server, ports);
  registerLookupContact(server, ports);
  registerConductRules(server, ports);
  registerComplaintLetter(server, ports);
  return server;
}
