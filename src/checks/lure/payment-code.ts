import type { Code } from '../../notice/types.js';
import type { CodeKind } from '../../registry/types.js';
import type { Check, Finding, Strength, Subject } from '../types.js';

/** Debt or an institution's name beside a code that pays or adds a private person: no institution settles a debt there. */
function strengthOf({ claim, character, words }: Subject): Strength {
  if (character === 'warning') return 'weak';
  return claim !== null || words.has('debt') ? 'strong' : 'medium';
}

function findingFor(code: Code, { of, means }: CodeKind, subject: Subject): Finding {
  const platform = subject.claim?.platform.name ?? '';
  const found = { leaning: 'scam', strength: strengthOf(subject), span: code.span } as const;
  return means === 'payment'
    ? { ...found, id: 'lure.payment-code', family: 'payment', facts: { kind: of, platform } }
    : { ...found, id: 'lure.contact-code', family: 'diversion', facts: { kind: of, platform } };
}

export const paymentCode: Check = {
  id: 'payment-code',
  asks: 'Does a QR code beside the notice pay a private person, or add one as a contact?',
  about: 'codes',
  run: (subject) =>
    subject.notice.codes.flatMap((code) => {
      const kind = subject.registry.code(code.content);
      return kind ? [findingFor(code, kind, subject)] : [];
    }),
};
