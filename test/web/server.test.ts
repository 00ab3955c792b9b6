import { Agent, request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { pictureOf, readPicture } from '../../src/testing/pictures.js';
import { serve } from './served.js';

describe('a server that is told to stop', () => {
  it('answers what it has taken in, and takes nothing more', async () => {
    let readOn = (): void => {};
    const asked = new Promise<void>((resolve) => {
      readOn = resolve;
    });
    let begun = (): void => {};
    const started = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const slow = await serve({
      textFromImage: {
        async read(picture) {
          begun();
          await asked;
          return readPicture.read(picture);
        },
      },
    });
    const body = new FormData();
    body.append('image', new Blob([new Uint8Array(pictureOf({ text: '您的白条已逾期，请登录 jd.com 查看' }))]));
    const answer = slow.fetch('/v1/checks', { method: 'POST', body });
    await started;
    const closed = slow.close();
    await expect(slow.fetch('/healthz')).rejects.toThrow();
    readOn();
    expect((await answer).status).toBe(200);
    await closed;
  });

  it('does not wait for connections that are only kept open', async () => {
    const door = await serve();
    const agent = new Agent({ keepAlive: true });
    await new Promise<void>((resolve) => {
      request(`${door.origin}/healthz`, { agent }, (response) => response.resume().on('end', resolve)).end();
    });
    await door.close();
    agent.destroy();
  });
});

describe('calls of chat networks', () => {
  it('come to the same server, before everything else', async () => {
    const door = await serve({
      handlers: [
        async (incoming, outgoing) => {
          if (incoming.url !== '/telegram') return false;
          outgoing.writeHead(200, { 'content-length': '0' }).end();
          return true;
        },
      ],
    });
    expect((await door.fetch('/telegram', { method: 'POST', body: 'x' })).status).toBe(200);
    expect((await door.fetch('/telegram/more')).status).toBe(404);
    expect((await door.fetch('/healthz')).status).toBe(200);
    await door.close();
  });
});
