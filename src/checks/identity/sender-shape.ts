import type { NumberReading, Sender } from '../../notice/types.js';
import type { Check, Finding, Strength, Subject } from '../types.js';

const scam = (sender: Sender, id: string, strength: Strength, facts: Finding['facts'] = {}): Finding => ({
  id,
  family: 'sender',
  leaning: 'scam',
  strength,
  span: sender.span,
  facts: { sender: sender.raw, ...facts },
});

/** Phones put +86 before any number; a bare 00 or + before a short code is what call-spoofing equipment leaves. */
const phonesAddIt = ({ prefix }: NumberReading): boolean => prefix === '+86' || prefix === '0086';

/** Somebody speaks as an institution: it is named, or the text reads like a notice. */
const speaksAsInstitution = ({ claim, character }: Subject): boolean =>
  claim !== null || (character !== 'chat' && character !== 'question');

function findingFor(sender: Sender, subject: Subject): Finding | null {
  const { reading } = sender;
  const institutional = speaksAsInstitution(subject);
  switch (reading.class) {
    case 'overseas':
      return scam(sender, 'sender.overseas', institutional ? 'strong' : 'medium', { area: reading.area ?? '' });
    case 'email':
      return scam(sender, 'sender.email', institutional ? 'strong' : 'medium');
    case 'spoofed_prefix':
      return phonesAddIt(reading)
        ? scam(sender, 'sender.plus-86-before-code', 'medium')
        : scam(sender, 'sender.spoofed-prefix', 'strong');
    case 'mobile':
    case 'virtual_operator_mobile':
    case 'iot':
      return subject.claim && institutional
        ? scam(sender, reading.class === 'iot' ? 'sender.device-number' : 'sender.private-mobile', 'medium', {
            platform: subject.claim.platform.name,
            operator: reading.operator ?? '',
          })
        : null;
    case 'invalid':
      return scam(sender, 'sender.no-such-number', 'medium');
    default:
      return null;
  }
}

export const senderShape: Check = {
  id: 'sender-shape',
  asks: 'Is the sender of a kind that the named institution does not send from?',
  about: 'any',
  run(subject) {
    const { sender } = subject.notice;
    const found = sender && findingFor(sender, subject);
    return found ? [found] : [];
  },
};
