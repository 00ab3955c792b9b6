import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readNotices } from '../../src/notice/read.js';
import type { Notice, NoticeInput } from '../../src/notice/types.js';
import { compileNumbering, createNumberingPlan } from '../../src/registry/numbering.js';
import { areaCodesFile, mobilePrefixesFile, numberingFile, serviceCodesFile } from '../../src/registry/records.js';

const file = (name: string): unknown => parse(readFileSync(`data/numbering/${name}.yaml`, 'utf8'));

/** The numbering plan that the product ships. */
export const plan = createNumberingPlan(
  compileNumbering({
    plan: numberingFile.parse(file('plan')),
    mobilePrefixes: mobilePrefixesFile.parse(file('mobile-prefixes')),
    areaCodes: areaCodesFile.parse(file('area-codes')),
    serviceCodes: serviceCodesFile.parse(file('service-codes')),
  }),
);

export function readAll(text: string, more: Omit<NoticeInput, 'text'> = {}): readonly Notice[] {
  return readNotices({ text, ...more }, plan).notices;
}

/** The only notice of a text. */
export function readOne(text: string, more: Omit<NoticeInput, 'text'> = {}): Notice {
  const notices = readAll(text, more);
  if (notices.length !== 1 || !notices[0]) throw new Error(`${notices.length} notices in ${JSON.stringify(text)}`);
  return notices[0];
}

/** The message of a notice as it was written. */
export const bodyOf = ({ source, bodySpan }: Notice): string => source.slice(bodySpan.start, bodySpan.end);

export const hostsIn = (text: string): string[] => readAll(text).flatMap(({ links }) => links.map(({ host }) => host));

export const phonesIn = (text: string): string[] => readAll(text).flatMap(({ phones }) => phones.map(({ digits }) => digits));

/** `kind:value` of every detail. */
export const detailsIn = (text: string): string[] =>
  readAll(text).flatMap(({ details }) => details.map(({ kind, value }) => `${kind}:${value}`));

/** Texts for which a reading is not the expected one, as `text -> reading`, so that one failure shows them all. */
export function misread(expected: readonly (readonly [string, readonly string[]])[], read: (text: string) => string[]): string[] {
  return expected
    .map(([text, wanted]) => ({ text, wanted: wanted.join(' '), got: read(text).join(' ') }))
    .filter(({ wanted, got }) => wanted !== got)
    .map(({ text, wanted, got }) => `${text} -> ${got || '(none)'}, not ${wanted || '(none)'}`);
}
