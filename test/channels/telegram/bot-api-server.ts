import { createServer, type IncomingMessage as Request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Fault, Faults } from './bot-api/faults.js';
import { METHODS, type Parameters } from './bot-api/methods.js';
import { Person, type PictureOptions, type SayOptions } from './bot-api/people.js';
import { readParameters } from './bot-api/requests.js';
import { ApiError, type Call, type Chat, type IncomingMessage, type SentMessage, type User } from './bot-api/shapes.js';
import { Travel } from './bot-api/travel.js';
import { World } from './bot-api/world.js';

export { conflict, serverError, tooManyRequests } from './bot-api/faults.js';
export type { Person, PictureOptions, SayOptions } from './bot-api/people.js';
export type { Call, Chat, IncomingMessage, SentMessage } from './bot-api/shapes.js';

interface ServerOptions {
  readonly token?: string;
  /** Without the @. */
  readonly username?: string;
  /** Number of the first update. */
  readonly firstUpdate?: number;
  /** Milliseconds since 1970: the dates of messages. */
  readonly now?: () => number;
}

interface FaultOptions {
  readonly times?: number;
  /** Only calls for this chat fail. */
  readonly chat?: number;
}

/**
 * A Bot API server of our own, for bots over HTTP: long polls with their offsets, webhooks, files, and what Telegram
 * refuses. What it knows of people is said with `person(…)`; what goes wrong is said with `fail(…)`.
 */
export class BotApiServer {
  readonly token: string;
  readonly bot: User;
  /** Where a bot finds it; with a path, as behind a proxy. */
  apiRoot = '';

  readonly #world: World;
  readonly #travel: Travel;
  readonly #faults = new Faults();
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  #isDown = false;

  constructor(options: ServerOptions = {}) {
    this.token = options.token ?? '4242:invented-token-for-tests';
    this.bot = { id: 4242, is_bot: true, first_name: 'Notice Check', username: options.username ?? 'notice_check_bot' };
    this.#world = new World(this.bot, options.firstUpdate ?? 1_000, options.now ?? Date.now);
    this.#travel = new Travel(this.#world);
  }

  async listen(): Promise<this> {
    // A connection that is kept must not end because a busy machine let it wait.
    this.#server.keepAliveTimeout = 0;
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const { port } = this.#server.address() as AddressInfo;
    this.apiRoot = `http://127.0.0.1:${port}/telegram`;
    return this;
  }

  async close(): Promise<void> {
    this.#travel.deleteWebhook({ values: {}, files: {} });
    await new Promise((resolve) => {
      this.#server.close(resolve);
      this.#server.closeAllConnections();
    });
  }

  /** Somebody by their number; the same object every time. `language` is what their app speaks, null when it does not say. */
  person(id: number, language: string | null = 'zh-hans'): Person {
    const known = this.#people.get(id);
    if (known) return known;
    const person = new Person(this.#world, id, language);
    this.#people.set(id, person);
    return person;
  }
  readonly #people = new Map<number, Person>();

  group(id: number, type: 'group' | 'supergroup' = 'supergroup'): Chat {
    const chat: Chat = { id, type, title: `Group ${id}` };
    this.#world.chats.set(id, chat);
    return chat;
  }

  /** A person, by number, says something. */
  say(person: number, text: string, options?: SayOptions): IncomingMessage {
    return this.person(person).say(text, options);
  }

  sendPhoto(person: number, bytes: Uint8Array, options?: PictureOptions): IncomingMessage {
    return this.person(person).sendPhoto(bytes, options);
  }

  /** A person, by number, presses a button with this label. */
  press(person: number, label: string): string {
    return this.person(person).press(label);
  }

  /** What the bot sent, to one chat or to all. */
  sent(chat?: number): SentMessage[] {
    return this.#world.sent.filter((message) => chat === undefined || message.chat.id === chat);
  }

  /** How the bot called, by one method or by all of them. */
  calls(method?: string): Call[] {
    return this.#world.calls.filter((call) => method === undefined || call.method === method);
  }

  /** Updates that the bot has not confirmed. */
  unconfirmed(): number {
    return this.#world.pending().length;
  }

  /** Something happens that has no method of its own. Answers with the number of the update. */
  happen(happening: Readonly<Record<string, unknown>>): number {
    return this.#world.push(happening);
  }

  /** The same under a number of one's own. */
  happenAs(id: number, happening: Readonly<Record<string, unknown>>): void {
    this.#world.pushAs(id, happening);
  }

  /** Makes calls of a method fail. */
  fail(method: string, fault: Fault, { times = 1, chat }: FaultOptions = {}): void {
    this.#faults.plan(method, fault, times, chat ?? null);
  }

  /** Breaks every connection from now on, until `comeBack`. */
  goDown(): void {
    this.#isDown = true;
    this.#server.closeAllConnections();
  }

  comeBack(): void {
    this.#isDown = false;
    this.#faults.clear();
  }

  get webhookStatuses(): readonly number[] {
    return this.#travel.statuses;
  }

  /** Something changed that the server does not see: conditions are looked at again. */
  lookAgain(): void {
    this.#world.changed();
  }

  /** Settles when the condition holds; looked at after everything that happens here. */
  until(condition: () => boolean): Promise<void> {
    return this.#world.until(condition);
  }

  async #answer(request: Request, response: ServerResponse): Promise<void> {
    if (this.#isDown) return void request.socket.destroy();
    try {
      const [, path = ''] = /^\/telegram(\/[^?]*)/.exec(request.url ?? '') ?? [];
      if (path.startsWith('/file/')) return this.#giveFile(path, request, response);
      const [, token, method = ''] = /^\/bot(\d+:[\w-]+)\/(\w+)$/.exec(path) ?? [];
      if (token === undefined) throw new ApiError(404, 'Not Found');
      if (token !== this.token) throw new ApiError(401, 'Unauthorized');
      await this.#call(method, await readParameters(request), request, response);
    } catch (error) {
      if (!(error instanceof ApiError)) return void request.socket.destroy(error as Error);
      reply(response, error.code, {
        ok: false,
        error_code: error.code,
        description: error.message,
        parameters: error.parameters,
      });
    }
  }

  async #call(method: string, parameters: Parameters, request: Request, response: ServerResponse): Promise<void> {
    this.#world.calls.push({ method, payload: parameters.values });
    const fault = this.#faults.next(method, parameters);
    this.#world.changed();
    if (fault === null || fault.kind === 'lose') {
      const result = await this.#run(method, parameters, request);
      this.#world.changed();
      if (fault === null) return reply(response, 200, { ok: true, result });
    }
    strike(fault, request, response);
  }

  #run(method: string, parameters: Parameters, request: Request): unknown {
    if (method === 'getUpdates') return this.#travel.getUpdates(parameters, closeOf(request));
    if (method === 'setWebhook') return this.#travel.setWebhook(parameters);
    if (method === 'deleteWebhook') return this.#travel.deleteWebhook(parameters);
    const run = METHODS[method];
    if (!run) throw new ApiError(404, 'Not Found: method not found');
    return run(this.#world, parameters);
  }

  /** Files lie somewhere else from now on: below this folder of the server's own disk, as in local mode. */
  placeFiles(folder: string): void {
    for (const [id, file] of this.#world.files) this.#world.files.set(id, { ...file, path: `${folder}${file.path}` });
  }

  #giveFile(path: string, request: Request, response: ServerResponse): void {
    const start = `/file/bot${this.token}/`;
    if (!path.startsWith(start)) throw new ApiError(401, 'Unauthorized');
    const file = [...this.#world.files.values()].find((stored) => stored.path === path.slice(start.length));
    if (!file) throw new ApiError(404, 'Not Found');
    const parameters = { values: {}, files: {} };
    this.#world.calls.push({ method: 'file', payload: {} });
    this.#world.changed();
    const fault = this.#faults.next('file', parameters);
    if (fault) strike(fault, request, response);
    else response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file.bytes);
  }
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function strike(fault: Fault, request: Request, response: ServerResponse): void {
  switch (fault.kind) {
    case 'error':
      throw new ApiError(fault.code, fault.description, fault.parameters);
    case 'page':
      response.writeHead(fault.code, { 'content-type': 'text/html' }).end('<html><body>not what you asked for</body></html>');
      return;
    case 'hang':
      return;
    default:
      request.socket.destroy();
  }
}

function closeOf(request: Request): AbortSignal {
  const closed = new AbortController();
  request.socket.once('close', () => closed.abort());
  return closed.signal;
}

/** Starts a server on a free port of this machine. */
export const startBotApiServer = (options?: ServerOptions): Promise<BotApiServer> => new BotApiServer(options).listen();
