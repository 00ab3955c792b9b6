import { describe, expect, it } from 'vitest';
import { composeReply } from '../../src/reply/compose.js';
import { contactsFor } from '../../src/reply/contacts.js';
import { renderPlainText } from '../../src/reply/plain-text.js';
import { VERDICTS } from '../../src/verdict/types.js';
import { realRegistry } from './records.js';
import { verdictOf } from './verdicts.js';

const registry = realRegistry();
const CASES = registry.platforms().flatMap((platform) =>
  VERDICTS.map((verdict) => ({
    platform,
    verdict: verdictOf({ verdict, claim: { platform, basis: 'signature', span: null } }),
  })),
);

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** Telephone lines on any record that a reader may be shown, with the tier, by digits. */
const showable = new Map(
  registry
    .platforms()
    .flatMap(({ contacts }) => contacts)
    .filter(({ kind, status, tier }) => kind === 'phone' && status === 'current' && tier !== 'unverified')
    .map((contact) => [contact.key, contact] as const),
);

const unverified = registry
  .platforms()
  .flatMap(({ contacts }) => contacts)
  .filter(
    ({ kind, tier, key }) =>
      (kind === 'phone' || kind === 'sms_port') && tier === 'unverified' && !showable.has(key) && key.length >= 5,
  );

describe('for every platform on record and every verdict', () => {
  it('the contacts are current lines of a tier that may be shown, at most three', () => {
    expect(CASES.length).toBeGreaterThan(500);
    const offenders = CASES.flatMap(({ platform, verdict }) => {
      const contacts = contactsFor(verdict, registry);
      const bad = contacts.filter(({ number }) => !showable.has(digitsOf(number)));
      return bad.length > 0 || contacts.length > 3 ? [`${platform.id} ${verdict.verdict}: ${JSON.stringify(contacts)}`] : [];
    });
    expect(offenders).toEqual([]);
  });

  it('each contact has a name, a source and the day it was checked', () => {
    const offenders = CASES.flatMap(({ verdict }) =>
      (['zh', 'en'] as const).flatMap((language) =>
        contactsFor(verdict, registry, language).filter(
          ({ name, source, checked, tier }) =>
            !name.trim() || !source.trim() || !/^20\d\d-\d\d-\d\d$/.test(checked) || !/^(?:confirmed|likely)$/.test(tier),
        ),
      ),
    );
    expect(offenders).toEqual([]);
  });

  it('no unverified number stands anywhere in the reply', () => {
    expect(unverified.length).toBeGreaterThan(10);
    const offenders = CASES.flatMap(({ platform, verdict }) => {
      const shown = renderPlainText(composeReply(verdict, registry, 'zh')).match(/\d[\d·-]*/g) ?? [];
      const numbers = new Set(shown.map(digitsOf));
      return unverified.filter(({ key }) => numbers.has(key)).map(({ key }) => `${platform.id} ${verdict.verdict}: ${key}`);
    });
    expect(offenders).toEqual([]);
  });

  it('every number that can be dialled stands in the contacts', () => {
    const offenders = CASES.flatMap(({ platform, verdict }) => {
      const reply = composeReply(verdict, registry, 'zh');
      const known = new Set(reply.contacts.map(({ number }) => digitsOf(number)));
      const dials = [...reply.lead, ...reply.sections.flatMap(({ lines }) => lines)]
        .flat()
        .flatMap((piece) => (piece.kind === 'official' && piece.dial ? [piece.dial] : []));
      return dials.filter((dial) => !known.has(dial)).map((dial) => `${platform.id} ${verdict.verdict}: ${dial}`);
    });
    expect(offenders).toEqual([]);
  });

  it('a line that only sends or calls out is never offered for calling', () => {
    const sends = /短信|外呼|营销|彩铃/;
    const offenders = CASES.flatMap(({ verdict }) =>
      contactsFor(verdict, registry).filter(({ number }) => sends.test(showable.get(digitsOf(number))?.usedFor ?? '')),
    );
    expect(offenders).toEqual([]);
  });
});

it('gives the public lines of a scam that names nobody', () => {
  expect(contactsFor(verdictOf(), registry).map(({ number }) => number)).toEqual(['96110', '110']);
});
