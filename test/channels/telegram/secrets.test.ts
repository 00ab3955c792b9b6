import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { conflict, serverError, tooManyRequests } from './bot-api-server.js';
import { messageWith } from './personal-dialogue.js';
import { createSetting, type Setting, startSetting } from './setting.js';
import { turnUntil } from './turn-until.js';

const SAID = '机密通知您已逾期请速还款';
const ANSWERED = '机密回答先别付钱';

/** Everything that was written to the terminal, and every warning of Node's. */
const written: string[] = [];
const onWarning = (warning: Error): void => void written.push(String(warning));

beforeEach(() => {
  written.length = 0;
  process.on('warning', onWarning);
  const keep = (chunk: string | Uint8Array): boolean => {
    written.push(String(chunk));
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  vi.spyOn(process.stderr, 'write').mockImplementation(keep);
  for (const method of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const)
    vi.spyOn(console, method).mockImplementation((...said: unknown[]) => void written.push(inspect(said, { depth: 9 })));
});

afterEach(() => {
  process.off('warning', onWarning);
  vi.restoreAllMocks();
});

/** All that could reach a log: what was written, noted, thrown, and said about the health. Errors with all they carry. */
const traces = (setting: Setting, thrown: readonly unknown[]): string =>
  [
    ...written,
    ...setting.journal.map((entry) => inspect(entry, { depth: 9 })),
    ...thrown.map((error) => inspect(error, { depth: 9, showHidden: true })),
    inspect(setting.channel.health()),
  ].join('\n');

const FAULTS = [
  { kind: 'drop' },
  { kind: 'hang' },
  { kind: 'page', code: 200 },
  { kind: 'page', code: 404 },
  serverError,
  conflict,
  tooManyRequests(1),
  { kind: 'error', code: 400, description: `Bad Request: can't parse entities: unsupported start tag "${ANSWERED}"` },
  { kind: 'error', code: 400, description: `Bad Request: wrong text “${ANSWERED}” ${ANSWERED}` },
  { kind: 'error', code: 403, description: 'Forbidden: bot was blocked by the user' },
  { kind: 'error', code: 401, description: 'Unauthorized' },
] as const;

describe('neither the token nor a word of a message', () => {
  it.each(FAULTS)('is in any log, note, health or error after %j', async (fault) => {
    const setting = await startSetting();
    const { server, dialogue, clock } = setting;
    const thrown: unknown[] = [];
    const keep = (error: unknown): void => void thrown.push(error);
    dialogue.script = async (event, responder) => {
      await responder.say(messageWith(`${ANSWERED}`)).catch(keep);
      await responder
        .say({ ...messageWith(ANSWERED), document: { name: 'a.txt', mediaType: 'text/plain', text: SAID } })
        .catch(keep);
      if (event.content.kind === 'image') await event.content.image.load().catch(keep);
    };
    for (const method of [
      'sendMessage',
      'sendDocument',
      'getFile',
      'file',
      'getUpdates',
      'answerCallbackQuery',
      'answerInlineQuery',
    ])
      server.fail(method, fault, { times: 3 });
    server.say(7, SAID);
    server.sendPhoto(7, new Uint8Array(30), { caption: SAID });
    server.person(7).type(SAID);
    let isDone = false;
    await turnUntil(clock, () => dialogue.events.length === 2);
    void dialogue.idle().then(() => {
      isDone = true;
    });
    await turnUntil(clock, () => isDone);
    const found = traces(setting, thrown);
    expect(found).not.toContain(server.token.split(':')[1]);
    expect(found).not.toContain('机密');
  });

  it.each(FAULTS)('is in what a start throws after %j', async (fault) => {
    const setting = await createSetting();
    setting.server.fail('getMe', fault, { times: 99 });
    let outcome: unknown;
    setting.channel.start().catch((error: unknown) => {
      outcome = error;
    });
    await turnUntil(setting.clock, () => outcome !== undefined);
    expect(outcome).toMatchObject({ name: 'ChannelError' });
    expect(traces(setting, [outcome])).not.toContain(setting.server.token.split(':')[1]);
  });

  it('is written when a handler throws', async () => {
    const setting = await startSetting();
    setting.dialogue.accept = () => {
      throw new Error(SAID);
    };
    setting.server.say(7, SAID);
    await setting.server.until(() => setting.journal.length === 1);
    expect(traces(setting, [])).not.toContain('机密');
    expect(written).toEqual([]);
  });
});

it('nothing is written to the terminal, and Node has nothing to warn of, with hundreds of people at work', async () => {
  const setting = await startSetting();
  for (let person = 1; person <= 200; person += 1) setting.server.say(person, SAID);
  await turnUntil(setting.clock, () => setting.server.sent().length === 200);
  expect(written).toEqual([]);
});
