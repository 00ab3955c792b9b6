import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProblemSchema } from '../../src/web/answer-schemas.js';
import { LARGEST_BODY, LARGEST_UPLOAD } from '../../src/web/body-limits.js';
import { type Served, serve } from './served.js';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const MARKUP = '<script>alert(1)</script>';

/** The problem of an answer, which must be one. */
async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = ProblemSchema.parse(await response.json());
  expect(problem.status).toBe(response.status);
  expect(problem.request_id).toBe(response.headers.get('x-request-id'));
  return problem;
}

const form = (fields: Record<string, string | Blob>): RequestInit => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return { method: 'POST', body };
};

describe('a body that does not fit', () => {
  it.each([
    ['text', { text: 5 }, 'text'],
    ['text', { text: '   ' }, 'text'],
    ['text', {}, 'text'],
    ['sender', { text: 'x', sender: ['1'] }, 'sender'],
    ['sender', { text: 'x', sender: '1'.repeat(201) }, 'sender'],
    ['received_at', { text: 'x', received_at: 'yesterday' }, 'received_at'],
    ['received_at', { text: 'x', received_at: 5 }, 'received_at'],
    ['role', { text: 'x', role: 'lawyer' }, 'role'],
    ['lang', { text: 'x', lang: 'fr' }, 'lang'],
  ])('names %s and says what to write: %j', async (_, body, field) => {
    const problem = await problemOf(await served.check(body));
    expect(problem.status).toBe(422);
    expect(problem.errors?.map((error) => error.field)).toEqual([field]);
    expect(problem.detail).toMatch(new RegExp(`^${field} is `));
  });

  it('is told which fields there are when it holds another, without that one', async () => {
    const problem = await problemOf(await served.check({ text: 'x', [MARKUP]: 1 }));
    expect(problem.status).toBe(422);
    expect(problem.detail).toBe('Only these fields are taken: text, sender, received_at, role, lang.');
    expect(JSON.stringify(problem)).not.toContain('script');
  });

  it.each(['', '{', '{"text":', '[1', 'null bytes \0', '<xml/>'])('is no JSON: %j', async (body) => {
    const problem = await problemOf(await served.check(body));
    expect(problem.status).toBe(400);
    expect(problem.detail).toContain('JSON');
  });

  it.each(['[]', '"text"', '5', 'null', 'true'])('is JSON but no object: %s', async (body) => {
    expect((await problemOf(await served.check(body))).status).toBe(422);
  });

  it('does not reach the prototype of anything', async () => {
    const response = await served.check('{"text":"您的白条已逾期","__proto__":{"role":"borrower"},"constructor":1}');
    expect((await problemOf(response)).status).toBe(422);
    expect(({} as Record<string, unknown>).role).toBeUndefined();
  });

  it('nests deeply and is refused all the same', async () => {
    const deep = `{"text":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    expect((await served.check(deep)).status).toBe(422);
  });

  it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'image/png', MARKUP, 'multipart/form-data'])(
    'of the type %s is refused with the types that are taken',
    async (type) => {
      const problem = await problemOf(await served.check('text=x', { 'content-type': type }));
      expect([400, 415]).toContain(problem.status);
      expect(problem.detail).toMatch(/multipart\/form-data/);
    },
  );
});

describe('an upload that does not fit', () => {
  it.each([
    ['no file', form({ image: 'a text', sender: '1' })],
    ['an empty file', form({ image: new Blob([]) })],
    ['no image', form({ text: '您的白条已逾期' })],
    ['another field', form({ image: new Blob(['x']), file: new Blob(['x']) })],
  ])('holds %s', async (_, init) => {
    expect((await problemOf(await served.fetch('/v1/checks', init))).status).toBe(422);
  });

  it('holds two pictures', async () => {
    const body = new FormData();
    body.append('image', new Blob(['x']));
    body.append('image', new Blob(['y']));
    const problem = await problemOf(await served.fetch('/v1/checks', { method: 'POST', body }));
    expect(problem.detail).toContain('image is one file');
  });

  it('is cut off in the middle', async () => {
    const problem = await problemOf(
      await served.fetch('/v1/checks', {
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
        body: '--b\r\ncontent-disposition: form-data; name="image"; filename="x"\r\n\r\nabc',
      }),
    );
    expect(problem.status).toBe(400);
  });
});

describe('a body that is too large', () => {
  const head = (type: string, more: string): string =>
    `POST /v1/checks HTTP/1.1\r\nhost: x\r\ncontent-type: ${type}\r\n${more}\r\n\r\n`;

  it('is refused before it is sent', async () => {
    const answer = await served.raw(head('application/json', `content-length: ${LARGEST_BODY + 1}`));
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toMatch(/connection: close/i);
    expect(answer).toContain('At most 0.26 MB');
  });

  it('is refused before it is sent, as a picture', async () => {
    const answer = await served.raw(head('multipart/form-data; boundary=b', `content-length: ${LARGEST_UPLOAD + 1}`));
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('is counted when its length is not told', async () => {
    const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`;
    const answer = await served.raw(head('application/json', 'transfer-encoding: chunked') + chunk.repeat(5));
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('is taken when its length is not told and it is small', async () => {
    const body = '{"text":"x"}';
    const answer = await served.raw(
      `${head('application/json', 'connection: close\r\ntransfer-encoding: chunked')}${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('holds more text than is read, and the answer says so', async () => {
    const answer = await (await served.check({ text: '您的白条已逾期。'.repeat(3_000) })).json();
    expect(answer).toMatchObject({ truncated: true });
  });
});

describe('a request that plays tricks', () => {
  it.each([
    ['GET /../../etc/passwd HTTP/1.1', 404],
    ['GET /v1/platforms/..%2f..%2fetc%2fpasswd HTTP/1.1', 404],
    ['GET /v1/platforms/%00 HTTP/1.1', 404],
    ['GET /%E0%A4%A HTTP/1.1', 404],
    ['GET //example.com/ HTTP/1.1', 404],
    ['GET /v1\\platforms HTTP/1.1', 400],
    ['GET http://elsewhere.example/v1/platforms/none HTTP/1.1', 404],
    ['GET * HTTP/1.1', 400],
    ['TRACE / HTTP/1.1', 405],
    ['GET / HTTP/9.9', 400],
    [`GET /${'a'.repeat(20_000)} HTTP/1.1`, 431],
  ])('%s', async (line, status) => {
    const answer = await served.raw(`${line}\r\nhost: x\r\nconnection: close\r\n\r\n`);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).not.toContain('root:');
  });

  it.each([
    ['a host that is none', 'GET /healthz HTTP/1.1\r\nhost: <script>\r\nconnection: close\r\n\r\n'],
    ['no host', 'GET /healthz HTTP/1.1\r\nconnection: close\r\n\r\n'],
    ['two lengths', 'POST /v1/checks HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab'],
    [
      'a length and chunks',
      'POST /v1/checks HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['a folded header', 'GET /healthz HTTP/1.1\r\nhost: x\r\nx-a: b\r\n c: d\r\nconnection: close\r\n\r\n'],
    ['a header without a name', 'GET /healthz HTTP/1.1\r\nhost: x\r\n: b\r\nconnection: close\r\n\r\n'],
    ['words that are no HTTP', 'HELLO\r\n\r\n'],
  ])('%s', async (_, bytes) => {
    expect(await served.raw(bytes)).toMatch(/^HTTP\/1\.1 4\d\d /);
  });

  it('gets no header of its own making into the answer', async () => {
    const response = await served.fetch('/v1/lookup?q=%0d%0aset-cookie:%20a=b', { headers: { 'x-request-id': 'a b<script>' } });
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('keeps a request id that is one, and makes a new one of a long one', async () => {
    const idOf = async (id: string) =>
      (await served.fetch('/healthz', { headers: { 'x-request-id': id } })).headers.get('x-request-id');
    expect(await idOf('abc-123')).toBe('abc-123');
    expect(await idOf('a'.repeat(65))).toHaveLength(36);
  });

  it.each(['PUT', 'PATCH', 'GET', 'DELETE'])('is told which method to use instead of %s', async (method) => {
    const response = await served.fetch('/v1/checks', { method });
    expect((await problemOf(response)).status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });

  it.each([
    `/v1/platforms/${MARKUP}`,
    `/${MARKUP}`,
    `/v1/lookup?q=${'9'.repeat(501)}`,
    '/v1/lookup',
    '/v1/lookup?q=1&q=2',
    '/v1/lookup?q=1&x=2',
  ])('asks for something that is not there: %s', async (path) => {
    const problem = await problemOf(await served.fetch(path));
    expect([404, 422]).toContain(problem.status);
    expect(JSON.stringify(problem)).not.toContain('script');
  });

  it('never gets markup of its own as a page', async () => {
    const answers = [
      await served.check({ text: MARKUP, sender: MARKUP }),
      await served.fetch(`/v1/lookup?q=${encodeURIComponent(MARKUP)}`),
      await served.fetch(`/${MARKUP}?${MARKUP}`),
    ];
    for (const answer of answers) {
      expect(answer.headers.get('content-type')).toMatch(/^application\/(?:problem\+)?json/);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });
});

describe('a client that is slow', () => {
  it('is told to go before its headers are complete, and before its body is', async () => {
    const hasty = await serve({ patience: { headers: 200, request: 400 } });
    expect(await hasty.raw('GET /healthz HTTP/1.1\r\nhost: x\r\n')).toMatch(/^HTTP\/1\.1 408 /);
    expect(
      await hasty.raw('POST /v1/checks HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{'),
    ).toMatch(/^HTTP\/1\.1 (?:400|408) /);
    await hasty.close();
  });
});

describe('whatever is sent as JSON', () => {
  it('gets an answer or a problem of the 400s, and never what was not asked for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (body) => {
        const response = await served.check(body);
        expect([200, 422]).toContain(response.status);
        await response.arrayBuffer();
      }),
      { numRuns: 100 },
    );
  });

  it('gets an answer with every text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({ text: fc.string({ unit: 'binary', minLength: 1 }), sender: fc.string({ unit: 'binary', maxLength: 200 }) }),
        async (body) => {
          const response = await served.check(body);
          expect(response.status).toBe(body.text.trim() === '' ? 422 : 200);
          await response.arrayBuffer();
        },
      ),
      { numRuns: 100 },
    );
  });
});
