import { foldText } from '../../notice/fold.js';
import type { MarkerHit } from '../../registry/conduct.js';
import type { ClaimBasis } from '../types.js';
import { isLender } from './collection.js';
import { markedBy } from './marked.js';
import type { Spoken } from './types.js';

/** What is left of a name when generic words are gone: 明正 of 【明正法务部】, nothing of 【法务催收中心】. */
function leftOver(name: string, { conduct }: Spoken): string {
  const generic = conduct.nameMarkersIn(name).filter(({ marker }) => marker === 'generic_signature');
  const kept = new Uint8Array(name.length).fill(1);
  for (const { start, end } of generic) kept.fill(0, start, end);
  return name
    .split('')
    .filter((unit, at) => kept[at] === 1 && /[\p{L}\p{N}]/u.test(unit))
    .join('');
}

/** 【好还分期】 says who writes, 【最后通知】 does not. */
function signsWithName(spoken: Spoken): boolean {
  return spoken.subject.notice.signatures.some(({ name }) => leftOver(foldText(name).text, spoken).length >= 2);
}

/** Known from the sender or from what it is about, but not from what it says. */
const UNSAID: ReadonlySet<ClaimBasis> = new Set(['sender', 'topic']);

/** A lender that is mentioned names the sender; 转到微信 does not say that 微信 writes. */
function claimsToBe({ subject }: Spoken): boolean {
  const { claim } = subject;
  if (claim === null || UNSAID.has(claim.basis)) return false;
  return isLender(subject) || (claim.basis !== 'mention' && claim.platform.kind === 'other');
}

const isLetter = (character: string): boolean => /[\u3400-\u9fffa-z]/.test(character);

/** Something that could be a name stands before 银行, 公司, 平台 …: two letters, not 我们 or 该. */
function isNamed(ending: MarkerHit, text: string, nobody: ReadonlySet<number>): boolean {
  const before = text.slice(Math.max(0, ending.start - 2), ending.start);
  return before.length === 2 && [...before].every(isLetter) && !nobody.has(ending.start);
}

/** How far behind 您在 the word for the debt may stand: 您在好还App办理的第二期分期. */
const NEAR = 16;

/** 您在好还的借款 names the lender, 您在我司的借款 does not. */
function isDebtWith({ end }: MarkerHit, text: string, back: ReadonlySet<number>, debts: ReadonlySet<number>): boolean {
  const start = /[:“"「『《]/.test(text.charAt(end)) ? end + 1 : end;
  const name = text.slice(start, start + 2);
  if (name.length < 2 || ![...name].every(isLetter) || back.has(start)) return false;
  for (let at = start + 1; at <= end + NEAR; at += 1) if (debts.has(at)) return true;
  return text.slice(0, end).endsWith('公众号');
}

/** 我是青禾分期的工作人员 says who writes, 我是平台客服 does not. */
const INTRODUCES = /(?:我是|我们是|这里是|这边是)([\u3400-\u9fffa-z]{2,10}?)的?(?:工作人员|客服|员工)/g;

/** 请给明正消费回个电话 says whom to call back, 请给我司回电 and 给专员回电 do not. */
const TO_CALL =
  /给((?!我|本|该|他|她|它|您|你|这|那|其|对方|客服|专员|经理|律师|法务|工作人员|后台|平台)[\u3400-\u9fffa-z]{2,10}?)的?(?:客服)?(?:回个?电话|回电|打个?电话|去个?电话)/g;

const introducesCompany = (text: string, spoken: Spoken): boolean =>
  [INTRODUCES, TO_CALL].some((pattern) =>
    [...text.matchAll(pattern)].some(([, name = '']) => leftOver(name, spoken).length >= 2),
  );

function namesCompany(spoken: Spoken): boolean {
  const { subject, written, conduct } = spoken;
  const { text } = subject.notice.body;
  if (introducesCompany(text, spoken)) return true;
  const names = markedBy(conduct.nameMarkersIn(text));
  const nobody = new Set(names.hits('names_nobody').map(({ end }) => end));
  if (names.hits('names_institution').some((ending) => isNamed(ending, text, nobody))) return true;
  const back = new Set(names.hits('refers_back').map(({ start }) => start));
  const debts = new Set(written.hits('credit').map(({ start }) => start));
  return names.hits('debt_with').some((opening) => isDebtWith(opening, text, back, debts));
}

/** Whether the notice says which institution it comes from: by signature, by a listed name, or by a company's name in the text. */
export const namesInstitution = (spoken: Spoken): boolean => signsWithName(spoken) || claimsToBe(spoken) || namesCompany(spoken);
