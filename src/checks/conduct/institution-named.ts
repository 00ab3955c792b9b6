import { foldText } from '../../notice/fold.js';
import type { MarkerHit } from '../../registry/conduct.js';
import { isLender } from './collection.js';
import { markedBy } from './marked.js';
import type { Marked, Spoken } from './types.js';

/** What is left of a name when generic words are gone: 明正 of 【明正法务部】, nothing of 【法务催收中心】. */
function leftOver(name: string, { conduct }: Spoken): string {
  const generic = conduct.nameMarkersIn(name).filter(({ marker }) => marker === 'generic_signature');
  const kept = new Uint8Array(name.length).fill(1);
  for (const { start, end } of generic) kept.fill(0, start, end);
  return [...name].filter((character, at) => kept[at] === 1 && /[\p{L}\p{N}]/u.test(character)).join('');
}

/** 【好还分期】 says who writes, 【最后通知】 does not. */
function signsWithName(spoken: Spoken): boolean {
  return spoken.subject.notice.signatures.some(({ name }) => leftOver(foldText(name).text, spoken).length >= 2);
}

/** A mention in passing names the sender only when it is a lender: 转到微信 does not say that 微信 writes. */
function claimsToBe(spoken: Spoken): boolean {
  const { claim } = spoken.subject;
  if (claim === null) return false;
  if (claim.basis !== 'mention') return isLender(spoken.subject) || claim.platform.kind === 'other';
  return isLender(spoken.subject) && claim.platform.kind !== 'payment';
}

const isLetter = (character: string): boolean => /[\u3400-\u9fffa-z]/.test(character);

/** Something that could be a name stands before 银行, 公司, 平台 …: two letters, not 我们 or 该. */
function isNamed(ending: MarkerHit, text: string, marked: Marked): boolean {
  const before = text.slice(Math.max(0, ending.start - 2), ending.start);
  if (before.length < 2 || ![...before].every(isLetter)) return false;
  return !marked.hits('names_nobody').some(({ end }) => end === ending.start);
}

/** How far behind 您在 the word for the debt may stand: 您在好还App办理的第二期分期. */
const NEAR = 16;

/** 您在好还的借款 names the lender, 您在我司的借款 does not. */
function isDebtWith({ end }: MarkerHit, text: string, names: Marked, written: Marked): boolean {
  const name = text.slice(end).replace(/^[:“"「『《]/, '');
  const start = end + (text.length - end - name.length);
  if (name.length < 2 || ![...name.slice(0, 2)].every(isLetter)) return false;
  if (names.hits('refers_back').some((hit) => hit.start === start)) return false;
  return (
    written.hits('credit').some((hit) => hit.start > start && hit.start - end <= NEAR) || text.slice(0, end).endsWith('公众号')
  );
}

function namesCompany({ subject, written, conduct }: Spoken): boolean {
  const { text } = subject.notice.body;
  const names = markedBy(conduct.nameMarkersIn(text));
  return (
    names.hits('names_institution').some((ending) => isNamed(ending, text, names)) ||
    names.hits('debt_with').some((opening) => isDebtWith(opening, text, names, written))
  );
}

/** Whether the notice says which institution it comes from: by signature, by a listed name, or by a company's name in the text. */
export const namesInstitution = (spoken: Spoken): boolean => signsWithName(spoken) || claimsToBe(spoken) || namesCompany(spoken);
