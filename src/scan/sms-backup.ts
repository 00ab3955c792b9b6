import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { type Entry, received, skipped } from './message.js';
import { ScanError } from './scan-error.js';
import { writtenTime } from './written-time.js';

/** One element with everything in it; pictures of an MMS stand in one as text. UTF-16 units. */
const ELEMENT_CAP = 64_000_000;

/** Boxes that a message may be in; all others hold what the owner wrote. */
const RECEIVED = '1';
/** The `addr` of an MMS that names who sent it. */
const FROM = '137';
/** Written for a sender that the phone does not know. */
const NO_ADDRESS = /^(?:null|insert-address-token)?$/;

type Attributes = Readonly<Record<string, string>>;

/** What a reference to half a character is reported as; such references are joined, not lost. */
const HALF_REPORTED = /malformed character entity/;
/** Half a character, as some programs write those outside the first plane: &#55357;&#56842;. XML knows no such reference. */
const HALF = /&#(5[5-7]\d{3});/g;

const joined = (value: string): string =>
  value.replace(HALF, (whole, digits: string) =>
    Number(digits) >= 0xd800 && Number(digits) <= 0xdfff ? String.fromCharCode(Number(digits)) : whole,
  );

/** Absent values are written as the word null. */
const fieldOf = (attributes: Attributes, name: string): string => {
  const value = attributes[name] ?? '';
  return value === 'null' ? '' : joined(value);
};

const addressOf = (attributes: Attributes): string | null =>
  NO_ADDRESS.test(attributes.address ?? '') ? null : (attributes.address ?? null);

function readSms(sms: Attributes): Entry {
  if (sms.type !== undefined && sms.type !== RECEIVED) return skipped('sent');
  return received(fieldOf(sms, 'body'), addressOf(sms), writtenTime(sms.date ?? ''));
}

interface Mms {
  readonly head: Attributes;
  readonly texts: string[];
  from: string | null;
}

function readMms({ head, texts, from }: Mms): Entry {
  if (head.msg_box !== undefined && head.msg_box !== RECEIVED) return skipped('sent');
  const words = [fieldOf(head, 'sub'), ...texts].filter((text) => text.trim() !== '');
  return received(words.join('\n'), from ?? addressOf(head), writtenTime(head.date ?? ''));
}

/** Collects entries as elements open and close. */
function createCollector(add: (entry: Entry) => void) {
  let mms: Mms | null = null;
  return {
    open({ name, attributes }: SaxesTagPlain): void {
      if (name === 'sms') add(readSms(attributes));
      else if (name === 'mms') mms = { head: attributes, texts: [], from: null };
      else if (mms && name === 'part' && attributes.ct === 'text/plain') mms.texts.push(fieldOf(attributes, 'text'));
      else if (mms && name === 'addr' && attributes.type === FROM) mms.from = addressOf(attributes);
    },
    close({ name }: SaxesTagPlain): void {
      if (name !== 'mms' || !mms) return;
      add(readMms(mms));
      mms = null;
    },
  };
}

/**
 * Messages of an SMS Backup & Restore file (also Signal's and Silence's), as far as it can be read: what is no proper XML
 * in it is passed over, and counted once per element.
 * @throws ScanError when one element does not end.
 */
export async function* readSmsBackup(texts: AsyncIterable<string>): AsyncGenerator<Entry, void, undefined> {
  const entries: Entry[] = [];
  const collector = createCollector((entry) => entries.push(entry));
  let length = 0;
  let isDamaged = false;
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  parser.on('error', ({ message }) => {
    if (isDamaged || HALF_REPORTED.test(message)) return;
    isDamaged = true;
    entries.push(skipped('unreadable'));
  });
  parser.on('opentag', (tag) => {
    length = 0;
    isDamaged = false;
    collector.open(tag);
  });
  parser.on('closetag', (tag) => collector.close(tag));
  for await (const text of texts) {
    length += text.length;
    parser.write(text);
    if (length > ELEMENT_CAP) throw new ScanError('one element of the file does not end; the file is damaged');
    yield* entries.splice(0);
  }
  parser.close();
  yield* entries;
}
