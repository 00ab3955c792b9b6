import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkNotice } from '../../src/checker.js';
import { answerInFull } from '../../src/reply/answer.js';
import { pictureOf } from '../../src/testing/pictures.js';
import { CheckAnswerSchema, ProblemSchema } from '../../src/web/answer-schemas.js';
import { recordedRegistry } from '../recorded-registry.js';
import { type Served, serve } from './served.js';

const FRAUD = '【京东金融】您的亲属白条已严重逾期，今日16点前不处理将上门走访。点击 jd-huankuan.top 协商，加微信 jdzy8866';
const registry = recordedRegistry();

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const inFull = (input: Parameters<typeof checkNotice>[0], language: 'zh' | 'en' = 'zh') =>
  JSON.parse(JSON.stringify(answerInFull(checkNotice(input, registry), registry, language)));

const upload = (fields: Record<string, string | Uint8Array>): Promise<Response> => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields))
    if (typeof value === 'string') body.append(name, value);
    else body.append(name, new Blob([new Uint8Array(value)], { type: 'image/png' }), 'screenshot.png');
  return served.fetch('/v1/checks', { method: 'POST', body });
};

describe('POST /v1/checks', () => {
  it('answers what check --json answers', async () => {
    const response = await served.check({
      text: FRAUD,
      sender: '15400001234',
      role: 'relative',
      received_at: '2026-11-20T22:30',
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    const answer: unknown = await response.json();
    expect(answer).toEqual(inFull({ text: FRAUD, sender: '15400001234', role: 'relative', receivedAt: '2026-11-20T22:30' }));
    expect(CheckAnswerSchema.parse(answer)).toEqual(answer);
  });

  it('answers in the language that is asked for', async () => {
    const answer = await (await served.check({ text: FRAUD, lang: 'en' })).json();
    expect(answer).toEqual(inFull({ text: FRAUD }, 'en'));
  });

  it('takes a paste of several apart, as written down', async () => {
    const text = `${FRAUD}\n\n【支付宝】您的验证码是 123456，请勿告诉他人。\n\n${FRAUD}`;
    const answer = CheckAnswerSchema.parse(await (await served.check({ text })).json());
    expect(answer).toEqual(inFull({ text }));
    expect(answer.notices?.length).toBeGreaterThan(1);
  });

  it('reads a picture, with what was told beside it', async () => {
    const response = await upload({ image: pictureOf({ text: FRAUD }), sender: '+85254000000', lang: 'en' });
    expect(response.status).toBe(200);
    const answer = CheckAnswerSchema.parse(await response.json());
    expect(answer.sender_class).toBe('overseas');
    expect(answer.reply.language).toBe('en');
  });

  it.each([
    ['too_large', 413],
    ['not_a_picture', 415],
    ['unsupported_format', 415],
    ['no_text', 422],
    ['unclear', 422],
    ['busy', 503],
    ['broken', 500],
  ] as const)('says what to send instead of a picture that is %s', async (fails, status) => {
    const response = await upload({ image: pictureOf({ fails }) });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(ProblemSchema.parse(await response.json()).detail).toMatch(/send|Send/);
    expect(response.headers.get('retry-after')).toBe(status === 503 ? '5' : null);
  });

  it('says so where nobody reads pictures', async () => {
    const blind = await serve({ textFromImage: null });
    const body = new FormData();
    body.append('image', new Blob(['x']), 'x.png');
    const response = await blind.fetch('/v1/checks', { method: 'POST', body });
    expect(response.status).toBe(501);
    expect(ProblemSchema.parse(await response.json()).detail).toContain('send the text');
    await blind.close();
  });
});
