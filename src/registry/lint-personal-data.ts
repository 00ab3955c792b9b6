import { findDetails } from '../notice/details.js';
import { foldText } from '../notice/fold.js';
import type { Problem } from './data-error.js';
import type { Records } from './read-records.js';
import { findStrings, placeOf } from './record-strings.js';

/** Fields whose digits are none of a person: addresses of pages, what a record is about, rules of the numbering plan. */
const NOT_PERSONAL: ReadonlySet<string> = new Set(['url', 'value', 'number', 'pattern', 'prefix', 'document_no']);
const LONG_NUMBER = /\d(?:[ -]?\d){10}/;

/** Separators as people put them: 139 1234 5678, 139-1234-5678. Masked numbers (139****5678) name nobody. */
const MOBILE = /(?<![\d-])(?:\+?86[ -]?)?(1[3-9]\d[ -]?\d{4}[ -]?\d{4})(?![\d-])/g;
/** No operator has 154: such a number reaches nobody. */
const NOBODYS_MOBILE = /^154/;

/** The example of GB 11643-1999 itself. */
const NOBODYS_ID = '11010519491231002x';
/** Cards that payment networks publish for testing. */
const TEST_CARDS: ReadonlySet<string> = new Set([
  '4111111111111111',
  '5555555555554444',
  '378282246310005',
  '3530111333300000',
  '6200000000000005',
  '6205500000000000004',
]);
/** 6200000000000000001: zeros where a card has its account. */
const NOBODYS_CARD = /^\d{2}0{10}/;

function faults(text: string): string[] {
  const details = findDetails(foldText(text), []);
  const ids = details.filter(({ kind, value }) => kind === 'id_number' && value !== NOBODYS_ID);
  const cards = details.filter(({ kind, value }) => kind === 'bank_card' && !NOBODYS_CARD.test(value) && !TEST_CARDS.has(value));
  const mobiles = [...text.normalize('NFKC').matchAll(MOBILE)].map(([, number = '']) => number.replace(/\D/g, ''));
  return [
    ...ids.map(({ value }) => `${value} is a valid identity number; take it out, or write 11010519491231002X`),
    ...cards
      .filter(({ value }) => value.length >= 13)
      .map(({ value }) => `${value} reads as a bank card; write 6200000000000000001`),
    ...mobiles
      .filter((number) => !NOBODYS_MOBILE.test(number))
      .map((number) => `${number} may be somebody's mobile; write one that nobody holds, such as 15400001111`),
  ];
}

/** Identity numbers, whole bank cards and mobiles of people, in any sentence of any record. */
export function findPersonalData(records: Records): Problem[] {
  return findStrings(records, (text, key) => !NOT_PERSONAL.has(key) && LONG_NUMBER.test(text.normalize('NFKC'))).flatMap(
    (found) => faults(found.text).map((message) => ({ ...placeOf(found), message })),
  );
}
