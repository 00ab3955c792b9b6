import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { playConversation } from './conversations/perform.js';
import { readConversation } from './conversations/read.js';
import { recordedRegistry } from './recorded-registry.js';

const FOLDER = fileURLToPath(new URL('./conversations/', import.meta.url));
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));
const textOf = (file: string): string => readFileSync(`${FOLDER}${file}`, 'utf8');

describe('the conversations', () => {
  it.each(files)('%s', async (file) => {
    const conversation = readConversation(textOf(file));
    const chat = await playConversation(conversation, recordedRegistry());
    expect(chat.journal.filter(({ kind }) => kind === 'failed')).toEqual([]);
  });
});

describe('the folder of conversations', () => {
  const conversations = files.map((file) => readConversation(textOf(file)));

  it('holds both languages', () => {
    expect(conversations.length).toBeGreaterThanOrEqual(34);
    expect(conversations.filter(({ language }) => language === 'en').length).toBeGreaterThanOrEqual(10);
  });

  it('has a title of its own for each', () => {
    expect(new Set(conversations.map(({ title }) => title)).size).toBe(conversations.length);
  });

  it('ends each with an expectation', () => {
    const open = files.filter((_, at) => !Object.hasOwn(conversations[at]?.steps.at(-1) ?? {}, 'expect'));
    expect(open).toEqual([]);
  });
});

describe('a conversation that is mistyped', () => {
  const read = (...steps: string[]) => readConversation(`title: Something to read here\nsteps:\n${steps.join('\n')}\n`);

  it.each([
    [['- epxect: { verdict: scam }', '- say: a'], "steps[0]: 'epxect' is no step; did you mean 'expect'?"],
    [['- say: a', '- expect: { buton: [a] }'], "steps[1].expect: 'buton' is not known; did you mean 'buttons'?"],
    [['- say: a', '- expect: {}'], 'steps[1].expect: expects nothing at all; write nothing: true for no answer'],
    [['- say: a', '- expect: { verdict: scamm }'], 'steps[1].expect.verdict: Invalid option: expected one of "scam"'],
    [['- { say: a, press: b }', '- say: a'], "steps[0]: 'say' and 'press' are steps of their own"],
    [['- together: [{ sya: a }]', '- say: a'], "steps[0].together[0]: 'sya' is no step; did you mean 'say'?"],
    [['- just words', '- say: a'], "steps[0]: 'just words' is no step"],
    [['- say: 5', '- say: a'], 'steps[0].say: Invalid input: expected string, received number'],
    [['- say: [', '- say: a'], 'at line'],
  ])('%j says where and what was meant', (steps, message) => {
    expect(() => read(...steps)).toThrow(message);
  });

  it('names every problem at once', () => {
    expect(() => read('- sya: a', '- expect: { lack: [a] }')).toThrow(/steps\[0\][\s\S]*steps\[1\]/);
  });
});
