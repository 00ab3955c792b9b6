import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openInbox } from '../../src/scan/open-inbox.js';
import { ScanError } from '../../src/scan/scan-error.js';
import { bytesOf, inPieces, readInbox } from './read.js';

const TABLE = 'sender,text\n95118,【样例】您好，您的账单已出\n';
/** 【样例】您好 in GB 18030, as programs on older Chinese systems write it. */
const GB = Buffer.from([
  ...Buffer.from('sender,text\n95118,'),
  0xa1,
  0xbe,
  0xd1,
  0xf9,
  0xc0,
  0xfd,
  0xa1,
  0xbf,
  0xc4,
  0xfa,
  0xba,
  0xc3,
]);

const swapped = (bytes: Uint8Array): Uint8Array => Buffer.from(bytes).swap16();

describe('the encoding of an inbox', () => {
  it.each([
    ['UTF-8', 'utf-8', bytesOf(TABLE)],
    ['UTF-8 with a mark', 'utf-8', bytesOf(`\ufeff${TABLE}`)],
    ['UTF-16 with a mark', 'utf-16le', bytesOf(`\ufeff${TABLE}`, 'utf-16le')],
    ['UTF-16 with a mark, the other way round', 'utf-16be', swapped(bytesOf(`\ufeff${TABLE}`, 'utf-16le'))],
    ['UTF-16 without a mark', 'utf-16le', bytesOf(TABLE, 'utf-16le')],
  ] as const)('is found: %s', async (_, encoding, bytes) => {
    const inbox = await readInbox(bytes);
    expect(inbox.encoding).toBe(encoding);
    expect(inbox.messages).toEqual([{ text: '【样例】您好，您的账单已出', sender: '95118', receivedAt: null }]);
  });

  it('is found: GB 18030', async () => {
    const inbox = await readInbox(GB);
    expect(inbox.encoding).toBe('gb18030');
    expect(inbox.messages.map(({ text }) => text)).toEqual(['【样例】您好']);
  });

  it('stays UTF-8 for one damaged byte', async () => {
    const bytes = Buffer.from(`${TABLE}${`1,${'好'.repeat(20)}\n`.repeat(2_000)}`);
    bytes[bytes.length - 2] = 0xff;
    expect((await readInbox(bytes, null, 4_096)).encoding).toBe('utf-8');
  });
});

describe('what is no inbox', () => {
  it.each([
    ['an archive', 'PK\u0003\u0004', /zip archive; unpack it/],
    ['a database', 'SQLite format 3\0', /export the messages as CSV/],
    ['a PDF', '%PDF-1.7', /PDF/],
    ['a vMessage', 'BEGIN:VMSG\r\n', /vMessage/],
    ['nothing', '', /empty/],
    ['an array', '[{"text":"您好"}]', /one object per line/],
    ['another XML', '<?xml version="1.0"?><html/>', /SMS Backup & Restore/],
    ['prose', '您好，这是一封信。', /text \(or 内容\)/],
  ])('is refused with what to give instead: %s', async (_, beginning, message) => {
    const refused = expect(openInbox(inPieces(bytesOf(beginning), 4))).rejects;
    await refused.toThrow(ScanError);
    await refused.toThrow(message);
  });

  it('is never met with anything but an answer or a refusal', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string({ unit: 'binary' }).map((text) => bytesOf(text)),
    );
    const heads = fc.constantFrom('', '<smses>', 'text,sender\n', '{"text":"a"}\n').map((head) => bytesOf(head));
    await fc.assert(
      fc.asyncProperty(heads, bytes, async (head, rest) => {
        await readInbox(Buffer.concat([head, rest])).catch((error) => expect(error).toBeInstanceOf(ScanError));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a file that is larger than memory', () => {
  const body = '【样例】您好，您的账单已出';
  it.each([
    ['XML', '<smses>', `<sms type="1" body="${body}"/>\n`],
    ['CSV', 'text,sender\n', `${body},95118\n`],
    ['JSONL', '', `{"text":"${body}"}\n`],
  ])('is read no further than it is answered: %s', async (_, head, row) => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array, void, undefined> {
      yield bytesOf(head);
      for (;;) {
        given += 1;
        yield bytesOf(row.repeat(1_000));
      }
    }
    const { entries } = await openInbox(endless());
    let answered = 0;
    for await (const entry of entries) {
      expect(entry.kind).toBe('message');
      answered += 1;
      if (answered === 20_000) break;
    }
    expect(given).toBeLessThan(40);
  });
});
