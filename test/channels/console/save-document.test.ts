import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { saveDocument } from '../../../src/channels/console/save-document.js';

const document = (name: string, text = '信') => ({ name, mediaType: 'text/html', text });

describe('a document that comes with an answer', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'notice-check-'));
  });

  it('is saved under its name', () => {
    expect(saveDocument(folder, document('complaint-12378.html', '投诉信'))).toBe('complaint-12378.html');
    expect(readFileSync(join(folder, 'complaint-12378.html'), 'utf8')).toBe('投诉信');
  });

  it('never takes the place of a file that is there', () => {
    writeFileSync(join(folder, 'letter.html'), '别人的');
    expect(saveDocument(folder, document('letter.html'))).toBe('letter-2.html');
    expect(saveDocument(folder, document('letter.html'))).toBe('letter-3.html');
    expect(readFileSync(join(folder, 'letter.html'), 'utf8')).toBe('别人的');
  });

  it('that cannot be saved says so', () => {
    expect(saveDocument(join(folder, 'nowhere'), document('letter.html'))).toBeNull();
  });

  it('stays in its folder, whatever its name', () => {
    const name = fc.oneof(
      fc.constantFrom('../up.html', '/etc/passwd', '..', '.', '', '.bashrc', 'a\u0000b', 'c\nd'),
      fc.string(),
    );
    fc.assert(
      fc.property(name, (wanted) => {
        const before = readdirSync(folder);
        const saved = saveDocument(folder, document(wanted.slice(0, 60)));
        if (saved === null) return;
        expect(saved).not.toMatch(/^\.|[/\\\p{C}]/u);
        expect(readdirSync(folder).filter((file) => !before.includes(file))).toEqual([saved]);
      }),
      { seed: 20261121, numRuns: 60 },
    );
  });
});
