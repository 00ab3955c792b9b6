import type { Phone } from '../../notice/types.js';
import { isPrivateLine, numberOwner } from '../ownership.js';
import type { Check, Finding, Strength, Subject } from '../types.js';

const scam = (phone: Phone, id: string, strength: Strength, facts: Finding['facts'] = {}): Finding => ({
  id,
  family: 'number',
  leaning: 'scam',
  strength,
  span: phone.span,
  facts: { number: phone.digits, ...facts },
});

/** 客服008615…: a domestic reader needs no country code, and no institution's service line is a mobile. */
const isDressedUp = ({ reading }: Phone): boolean =>
  isPrivateLine(reading) && (reading.prefix === '0086' || reading.prefix === '+86');

/** A mobile that is offered as an institution's line: 客服, 热线 or 专线 stands right before it. */
function isIntroducedAsService(phone: Phone, { notice, words }: Subject): boolean {
  return words.spans('service_line').some(({ start, end }) => {
    const gap = phone.span.start - notice.body.toOriginal(start, end).end;
    return gap >= 0 && gap <= 6;
  });
}

function findingFor(phone: Phone, subject: Subject): Finding[] {
  const { reading } = phone;
  if (numberOwner(reading, subject).owner === 'claimed') return [];
  if (reading.class === 'overseas') return [scam(phone, 'number.overseas', 'strong', { area: reading.area ?? '' })];
  if (reading.class === 'spoofed_prefix') return [scam(phone, 'number.disguised-prefix', 'medium')];
  if (reading.prefix === '0086' && !isPrivateLine(reading)) return [scam(phone, 'number.disguised-prefix', 'strong')];
  if (isDressedUp(phone)) return [scam(phone, 'number.dressed-up-mobile', 'strong')];
  if (!isPrivateLine(reading) || subject.claim === null || !isIntroducedAsService(phone, subject)) return [];
  return [scam(phone, 'number.mobile-as-service-line', 'medium', { platform: subject.claim.platform.name })];
}

export const numberShape: Check = {
  id: 'number-shape',
  asks: 'Is a number in the text of a kind that no domestic institution gives as its line?',
  about: 'phones',
  run: (subject) => subject.notice.phones.flatMap((phone) => findingFor(phone, subject)),
};
