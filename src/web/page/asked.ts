import { NOTICES_CAP, type NoticeInput, type Role, TEXT_CAP } from '../../notice/types.js';
import type { WebContext } from '../context.js';
import type { Chosen } from './settings.js';

/** What somebody hands in through a form or the share menu of a phone. */
export interface Asked {
  /** One for each text; without the blank ones. */
  readonly inputs: readonly NoticeInput[];
  readonly picture: File | null;
  /** What was said beside the text or the picture. */
  readonly given: Omit<NoticeInput, 'text'>;
  /** A setting that was changed by the same press of a button. */
  readonly chosen: Chosen;
  /** Other fields of the form, each by its last value. */
  readonly fields: Readonly<Record<string, string>>;
}

type Field = string | File;

const ROLES: readonly Role[] = ['relative', 'borrower'];

/** Longer is no telephone number or sender name. Characters. */
const LONGEST_SENDER = 100;
/** What a field for day and time writes: `2026-11-20T22:30`, in China time. */
const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/;
const FULL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

const isTime = (value: string): boolean => (LOCAL_TIME.test(value) || FULL_TIME.test(value)) && !Number.isNaN(Date.parse(value));

const textsIn = (fields: readonly Field[]): string[] => fields.filter((field) => typeof field === 'string');

/** Facts about one text; a value that says nothing counts as not given. */
function givenFrom(sender = '', received = '', role = ''): Omit<NoticeInput, 'text'> {
  const named = sender.trim().slice(0, LONGEST_SENDER);
  return {
    ...(named === '' ? {} : { sender: named }),
    ...(isTime(received) ? { receivedAt: received } : {}),
    role: ROLES.find((known) => known === role),
  };
}

/** A share menu fills title, text and address as it likes, and often the same into two of them. */
function sharedText(fields: (name: string) => readonly Field[]): string[] {
  const parts = ['title', 'text', 'url'].flatMap((name) => textsIn(fields(name)).map((text) => text.trim()));
  const told = parts.filter(
    (part, at) =>
      part !== '' && !parts.some((other, place) => place !== at && other.includes(part) && (other !== part || place < at)),
  );
  return told.length > 0 ? [told.join('\n')] : [];
}

/** The fields of a form; none when it is no form, or a broken one. */
async function formOf(context: WebContext): Promise<Record<string, Field | Field[]>> {
  try {
    return await context.req.parseBody({ all: true });
  } catch {
    return {};
  }
}

/** Reads a form. `shared`: it comes from the share menu of a phone. */
export async function readAsked(context: WebContext, how: { readonly shared: boolean } = { shared: false }): Promise<Asked> {
  const body = await formOf(context);
  const fields = (name: string): readonly Field[] => [body[name] ?? []].flat();
  const at = (name: string, index: number): string | undefined => textsIn(fields(name))[index];
  const texts = how.shared ? sharedText(fields) : textsIn(fields('text'));
  const role = textsIn(fields('role')).at(-1);
  const inputs = texts
    .map((text, index) => ({ text: text.slice(0, TEXT_CAP + 1), ...givenFrom(at('sender', index), at('received', index), role) }))
    .filter(({ text }) => text.trim() !== '')
    .slice(0, NOTICES_CAP);
  const last = (name: string): string => textsIn(fields(name)).at(-1) ?? '';
  return {
    inputs,
    picture: fields('image').find((field): field is File => field instanceof File && field.size > 0) ?? null,
    given: givenFrom(last('sender'), last('received'), role),
    chosen: { lang: last('lang'), size: last('size'), theme: last('theme') },
    fields: Object.fromEntries(Object.keys(body).map((name) => [name, last(name)])),
  };
}
