import type { IncomingMessage } from 'node:http';
import type { Parameters } from './methods.js';
import type { UploadedFile } from './shapes.js';

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function readForm(body: Buffer, contentType: string): Promise<Parameters> {
  const form = await new Response(body, { headers: { 'content-type': contentType } }).formData();
  const values: Record<string, unknown> = {};
  const files: Record<string, UploadedFile> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string') values[name] = value;
    else files[name] = { name: value.name, type: value.type, text: await value.text() };
  }
  return { values, files };
}

const parseJson = (body: Buffer): Record<string, unknown> =>
  body.length === 0 ? {} : (JSON.parse(body.toString('utf8')) as Record<string, unknown>);

/** The parameters of a call: JSON, an upload, or behind the question mark. */
export async function readParameters(request: IncomingMessage): Promise<Parameters> {
  const type = request.headers['content-type'] ?? '';
  const body = await bodyOf(request);
  if (type.startsWith('multipart/form-data')) return readForm(body, type);
  const query = Object.fromEntries(new URL(request.url ?? '', 'http://localhost').searchParams);
  return { values: { ...query, ...parseJson(body) }, files: {} };
}
