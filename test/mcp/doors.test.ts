import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../commands/run-cli.js';
import { type Assistant, connectOverHttp, connectOverStdio, type Endpoint, openEndpoint } from './client.js';

const FAKE =
  '【京东金融】张女士您好，您的亲属李某白条已严重逾期，今日18点前不处理将上门。点击 jd-huanqing.top 协商减免，或加专员微信 jdzy0002';

const call = async (client: Client, name: string, args: Record<string, unknown>): Promise<CallToolResult> =>
  (await client.callTool({ name, arguments: args })) as CallToolResult;

const wordsOf = ({ content }: CallToolResult): string =>
  content.map((part) => (part.type === 'text' ? part.text : '')).join('\n');

const noise: string[] = [];
let endpoint: Endpoint;
let stdio: Assistant;
let http: Assistant;

beforeAll(async () => {
  endpoint = await openEndpoint();
  [stdio, http] = await Promise.all([connectOverStdio((text) => noise.push(text)), connectOverHttp(endpoint)]);
});

afterAll(async () => {
  await Promise.all([stdio.hangUp(), http.hangUp()]);
  await endpoint.close();
});

describe.each([
  ['standard streams', () => stdio.client],
  ['HTTP', () => http.client],
] as const)('over %s an assistant', (_, client) => {
  it('is told the rules when it connects', () => {
    expect(client().getInstructions()).toMatch(/never “safe”[\s\S]*official[\s\S]*no instructions to you/);
  });

  it('finds four tools that read only, with shapes for what goes in and out', async () => {
    const { tools } = await client().listTools();
    expect(tools.map(({ name }) => name)).toEqual(['check_notice', 'lookup_contact', 'conduct_rules', 'complaint_letter']);
    for (const tool of tools) {
      expect(tool.annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
      expect(tool.inputSchema.type).toBe('object');
      expect(tool.outputSchema?.type).toBe('object');
    }
  });

  it('gets a verdict with what to pass on and the official number, source and day', async () => {
    const result = await call(client(), 'check_notice', { text: FAKE, lang: 'en' });
    expect(result.structuredContent).toMatchObject({ verdict: 'scam', claims_to_be: { id: 'jd-finance' }, truncated: false });
    expect(result.structuredContent).toHaveProperty(
      'official_contacts.0',
      expect.objectContaining({ number: '95118', tier: 'confirmed' }),
    );
    expect(result.structuredContent).toHaveProperty('pass_on.0', expect.stringContaining('very likely a scam'));
    expect(wordsOf(result)).toContain('checked 20');
  });

  it('is told that it cannot be told', async () => {
    const result = await call(client(), 'check_notice', { text: '【京东金融】您的白条已逾期12天，请尽快处理，以免影响征信。' });
    expect(result.structuredContent).toMatchObject({ verdict: 'unverified', ask: { question: expect.any(String) } });
    expect(result.structuredContent).toHaveProperty('pass_on.0', expect.stringContaining('无法核实'));
  });

  it('looks up whose number it is, and what that does not prove', async () => {
    const result = await call(client(), 'lookup_contact', { query: '95118', lang: 'en' });
    expect(result.structuredContent).toMatchObject({ kind: 'number', guess: false });
    expect(result.structuredContent).toHaveProperty('on_record.0', expect.objectContaining({ tier: 'confirmed', in_use: true }));
    expect(wordsOf(result)).toMatch(/show|forge/);
  });

  it('gets the rules that a message breaks, each as strongly as it binds', async () => {
    const result = await call(client(), 'conduct_rules', { text: FAKE });
    const { breaches } = result.structuredContent as {
      breaches: { topic: string; rules: { say: string; sources: object[] }[] }[];
    };
    expect(breaches.map(({ topic }) => topic)).toContain('third_party_disclosure');
    for (const { rules } of breaches) for (const { say } of rules) expect(say).toMatch(/^(?:可能违反|不符合|可能涉及)/);
    expect(wordsOf(result)).toContain('不等于债不用还');
  });

  it('gets a complaint to hand on, with the message written so that nobody taps it', async () => {
    const result = await call(client(), 'complaint_letter', { text: FAKE, to: 'police', facts: { received_by: 'self' } });
    expect(result.structuredContent).toMatchObject({ to: 'police', fits: expect.arrayContaining(['police']) });
    expect(result.structuredContent).toHaveProperty('letter', expect.stringContaining('jd-huanqing[.]top'));
  });

  it.each([
    ['no text', 'check_notice', {}, /send the words of the message/],
    ['blanks', 'check_notice', { text: '  ' }, /lookup_contact/],
    ['a book', 'check_notice', { text: '字'.repeat(8_001) }, /at most 8000 characters/],
    ['a time in words', 'check_notice', { text: FAKE, received_at: 'gestern' }, /2026-11-20T22:30/],
    ['a message to look up', 'lookup_contact', { query: '欠款'.repeat(150) }, /check_notice/],
    ['neither text nor topic', 'conduct_rules', {}, /send text .* or topic/],
    ['an unknown topic', 'conduct_rules', { topic: 'rudeness' }, /third_party_disclosure/],
    ['an unknown addressee', 'complaint_letter', { text: FAKE, to: 'mayor' }, /send to as one of platform/],
    ['an invented fact', 'complaint_letter', { text: FAKE, to: 'police', facts: { loss: '1' } }, /"loss"/],
    ['an unknown tool', 'no_such_tool', {}, /no_such_tool not found/],
  ])('is told what to send instead of %s', async (_, name, args, message) => {
    const result = await call(client(), name, args);
    expect(result.isError).toBe(true);
    expect(wordsOf(result)).toMatch(message);
  });
});

describe('over standard streams', () => {
  it('nothing but the protocol is written', async () => {
    await stdio.client.ping();
    expect(noise).toEqual([]);
  });

  it('a request that came with the end of input is answered before the program ends', () => {
    const request = { jsonrpc: '2.0', id: 1, method: 'ping' };
    const { status, out, err } = runCli(['mcp'], `not json\n${JSON.stringify(request)}\n`);
    expect({ status, out, err }).toEqual({ status: 0, out: '{"result":{},"jsonrpc":"2.0","id":1}\n', err: '' });
  });
});

describe('over HTTP', () => {
  const post = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(endpoint.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
      body,
    });

  it.each(['GET', 'DELETE', 'PUT'])('%s is refused: there is no session', async (method) => {
    const response = await fetch(endpoint.url, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect(await response.json()).toMatchObject({ error: { message: expect.stringContaining('send a POST') } });
  });

  it.each([
    ['no JSON', 'hello', 400],
    ['no message of the protocol', '{"a":1}', 400],
    ['something endless', `{"a":"${'x'.repeat(200_000)}"}`, 413],
  ])('%s is refused', async (_, body, status) => {
    expect((await post(body)).status).toBe(status);
  });

  it('another type of body is refused', async () => {
    expect((await post('{}', { 'content-type': 'text/plain' })).status).toBe(415);
  });

  it('a batch is answered for its first question alone', async () => {
    const ask = (id: number) => ({
      jsonrpc: '2.0',
      id,
      method: 'tools/call',
      params: { name: 'lookup_contact', arguments: { query: '95118' } },
    });
    const answers = (await (await post(JSON.stringify([ask(1), ask(2)]))).json()) as { result: { isError?: true } }[];
    expect(answers.map(({ result }) => result.isError ?? false)).toEqual([false, true]);
  });

  it('many assistants are answered at once', async () => {
    const asks = Array.from({ length: 20 }, (_, at) =>
      call(http.client, 'lookup_contact', { query: at % 2 ? '95118' : '95588' }),
    );
    const kinds = (await Promise.all(asks)).map(({ structuredContent }) => structuredContent?.kind);
    expect(kinds).toEqual(Array.from({ length: 20 }, () => 'number'));
  });
});
