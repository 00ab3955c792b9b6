import { describe, expect, it } from 'vitest';
import { applyChoice, letterQuestions } from '../../src/letters/questions.js';
import { LETTERS, type LetterFacts, type LetterId } from '../../src/letters/types.js';
import { recordedRegistry } from '../recorded-registry.js';
import { factsOf, NOTHING_KNOWN, RUDE, SCAM } from './cases.js';

const registry = recordedRegistry();
const questions = (id: LetterId, facts: LetterFacts): string[] =>
  letterQuestions(id, facts, registry, 'zh').map((question) => question.id);

describe('the questions before a letter', () => {
  it('are who writes, whether they asked that it stop, and who got the message', () => {
    expect(questions('platform', factsOf(RUDE))).toEqual(['role', 'asked_to_stop', 'received_by']);
    expect(questions('spam_report', factsOf(RUDE))).toEqual([]);
  });

  it('leave out what is known, and what would change nothing', () => {
    expect(questions('platform', factsOf(RUDE, { role: 'relative', receivedBy: 'self' }))).toEqual(['asked_to_stop']);
    expect(questions('platform', factsOf(RUDE, { role: 'borrower' }))).toEqual(['received_by']);
    expect(questions('platform', factsOf(SCAM, { role: 'relative' }))).toEqual(['received_by']);
  });

  it.each(LETTERS)('of the letter to %s end when each has been answered, whatever is chosen', (id) => {
    for (const at of [0, 1]) {
      let facts = factsOf(RUDE);
      for (const { id: question, choices } of letterQuestions(id, facts, registry, 'zh')) {
        facts = applyChoice(facts, question, choices[at]?.id ?? '');
      }
      expect(questions(id, facts)).toEqual([]);
    }
  });

  it('have words for everything in both languages', () => {
    for (const language of ['zh', 'en'] as const) {
      for (const { ask, choices } of letterQuestions('platform', NOTHING_KNOWN, registry, language)) {
        expect(ask).not.toBe('');
        expect(choices.length).toBeGreaterThan(2);
        expect(choices.filter(({ label }) => label === '')).toEqual([]);
      }
    }
  });
});

describe('a choice', () => {
  it('becomes a fact', () => {
    expect(applyChoice(NOTHING_KNOWN, 'role', 'borrower')).toEqual({ ...NOTHING_KNOWN, role: 'borrower' });
    expect(applyChoice(NOTHING_KNOWN, 'asked_to_stop', 'no')).toEqual({ ...NOTHING_KNOWN, askedToStop: false });
    expect(applyChoice(NOTHING_KNOWN, 'received_by', 'other')).toEqual({ ...NOTHING_KNOWN, receivedBy: 'other' });
  });

  it.each([
    ['role', 'unsure'],
    ['role', 'neighbour'],
    ['age', 'old'],
    ['constructor', 'name'],
    ['role', 'toString'],
  ])('%s: %s changes nothing', (question, choice) => {
    expect(applyChoice(NOTHING_KNOWN, question, choice)).toBe(NOTHING_KNOWN);
  });
});
