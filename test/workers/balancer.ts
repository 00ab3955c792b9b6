import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Balancer {
  readonly port: number;
  /** Ports with a request that is not answered yet. */
  busy(): readonly number[];
  close(): Promise<void>;
}

/** What stands in front of several workers: each request goes to the next of them, and 502 is the answer of a dead one. */
export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  const open: number[] = [];
  let turn = 0;

  function pass(incoming: IncomingMessage, response: ServerResponse): void {
    const port = ports[turn % ports.length] as number;
    turn += 1;
    open.push(port);
    const done = (status: number): void => {
      if (response.writableEnded) return;
      open.splice(open.indexOf(port), 1);
      response.writeHead(status, { 'content-length': '0' }).end();
    };
    const { url, method, headers } = incoming;
    const passed = request({ port, host: '127.0.0.1', path: url, method, headers }, (answer) => {
      answer.resume().on('end', () => done(answer.statusCode ?? 502));
      answer.on('error', () => done(502));
    });
    passed.on('error', () => done(502));
    incoming.pipe(passed);
  }

  const server = createServer(pass);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    busy: () => open,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
