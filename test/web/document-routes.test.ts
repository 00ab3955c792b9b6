import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROBLEMS } from '../../src/web/problem.js';
import { type Served, serve } from './served.js';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, { summary: string; responses: Record<string, unknown> }>>;
  readonly components: { readonly schemas: Record<string, unknown> };
}
const read = async (): Promise<Document> => (await (await served.fetch('/openapi.json')).json()) as Document;

describe('/openapi.json', () => {
  it('is OpenAPI 3.1 and holds every route for programs', async () => {
    const { openapi, paths } = await read();
    expect(openapi).toBe('3.1.0');
    expect(Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`))).toEqual(
      [
        'post /v1/checks',
        'get /v1/lookup',
        'post /v1/letters',
        'get /v1/platforms',
        'get /v1/platforms/{id}',
        'get /v1/traces',
        'delete /v1/traces',
      ],
    );
  });

  it('refers to shapes that it holds', async () => {
    const document = await read();
    const named = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !(name in document.components.schemas))).toEqual([]);
  });
});

describe('/docs', () => {
  it('explains every route, shape and problem on one page', async () => {
    const response = await served.fetch('/docs');
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    const page = await response.text();
    const { paths, components } = await read();
    for (const path of Object.keys(paths)) expect(page).toContain(path);
    for (const name of Object.keys(components.schemas)) expect(page).toContain(`id="schema-${name}"`);
    for (const name of Object.keys(PROBLEMS)) expect(page).toContain(`id="problem-${name}"`);
  });

  it('leads to nothing that is not there, and loads nothing from elsewhere', async () => {
    const page = await (await served.fetch('/docs')).text();
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const anchors = [...page.matchAll(/href="#([^"]+)"/g)].map(([, anchor]) => anchor);
    expect(anchors.filter((anchor) => !ids.has(anchor))).toEqual([]);
    expect(page).not.toMatch(/<script|<style| style="|(?:src|href)="(?:https?:)?\/\//);
    expect((await served.fetch('/docs.css')).headers.get('content-type')).toMatch(/^text\/css/);
  });

  it('is where the type of a problem leads', async () => {
    const page = await (await served.fetch('/docs')).text();
    const { type } = (await (await served.check('{')).json()) as { type: string };
    expect(page).toContain(`id="${type.split('#')[1]}"`);
  });
});
