import { afterEach, describe, expect, it, vi } from 'vitest';
import { runLookup } from '../../src/commands/lookup.js';
import { UsageError } from '../../src/commands/usage.js';
import { phone, platformFile, registryOf } from '../reply/records.js';

const registry = registryOf(
  platformFile('sample-loan', `name: 样例分期\nname_en: Sample Instalments\nkind: instalment\ncontacts:\n${phone('95000')}`),
);

async function printed(args: readonly string[]): Promise<string> {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  await runLookup(args, () => registry);
  return write.mock.calls.map(([text]) => String(text)).join('');
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('lookup', () => {
  it('prints the answer for people, in Chinese unless asked otherwise', async () => {
    expect(await printed(['95000'])).toContain('95000 是样例分期的号码');
    expect(await printed(['95000', '--lang', 'en'])).toContain('95000 belongs to Sample Instalments');
  });

  it('prints JSON when asked', async () => {
    expect(JSON.parse(await printed(['95000', '--json']))).toMatchObject({
      query: '95000',
      kind: 'number',
      matches: [{ id: 'sample-loan' }],
    });
  });

  it('takes a number that a shell has split at its spaces', async () => {
    expect(JSON.parse(await printed(['+86', '95000', '--json']))).toMatchObject({
      query: '+86 95000',
      matches: [{ id: 'sample-loan' }],
    });
  });

  it.each([[[]], [['', ' ']], [['95000', '--lang', 'fr']]])('refuses %j with a line that says what to write', async (args) => {
    await expect(printed(args)).rejects.toThrow(UsageError);
  });

  it('does not load the records for a question that it refuses', async () => {
    const load = vi.fn(() => registry);
    await expect(runLookup([], load)).rejects.toThrow(UsageError);
    expect(load).not.toHaveBeenCalled();
  });
});
