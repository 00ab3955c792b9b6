import { describe, expect, it } from 'vitest';
import { stepAfter } from '../../src/registry/help.js';
import { changed, GUIDE, INTERVIEW, MENU, QUESTION, registryWith, SAMPLES } from '../help-samples.js';

const { help } = registryWith(...SAMPLES, MENU);

describe('the index of help texts', () => {
  it('finds a text by its id, each in its own kind', () => {
    expect(help.guide('sample-guide')?.title.zh).toBe('样例：先做什么');
    expect(help.interview('sample-interview')?.questions.map(({ id }) => id)).toEqual(['signed', 'heir']);
    expect(help.faq('sample-question')?.answer).toHaveLength(2);
    expect(help.guide('sample-question')).toBeUndefined();
    expect(help.topic('nothing')).toBeUndefined();
  });

  it('lists guides, then interviews, then questions, and those for one reader alone', () => {
    expect(help.all().map(({ id, kind }) => `${kind} ${id}`)).toEqual([
      'guide sample-guide',
      'interview sample-interview',
      'faq sample-question',
    ]);
    expect(help.all('relative').map(({ id }) => id)).toEqual(['sample-guide']);
    expect(help.all('anyone').map(({ id }) => id)).toEqual(['sample-interview', 'sample-question']);
    expect(help.all('borrower')).toEqual([]);
  });

  it('keeps the order of the menu', () => {
    expect(help.menu('relative').map(({ id }) => id)).toEqual(['sample-interview', 'sample-guide']);
    expect(help.menu('borrower')).toEqual([]);
    expect(help.menu(null).map(({ id }) => id)).toEqual(['sample-question']);
  });

  it('gives points the sources that may be shown, and no internal evidence', () => {
    const [first, second] = help.guide('sample-guide')?.sections[1]?.points ?? [];
    expect(first?.sources).toEqual([{ title: '样例提示', publisher: '样例法院', url: null, seen: '2026-11-20' }]);
    expect(second?.sources).toEqual([]);
    expect(JSON.stringify(help.guide('sample-guide'))).not.toContain('内部旁证');
  });

  it('is empty when there are no help texts', () => {
    const none = registryWith({ ...MENU, text: 'relative: []\nborrower: []\nanyone: []\n' }).help;
    expect([none.all(), none.menu(null), none.search('样例', 'zh')]).toEqual([[], [], { kind: 'none' }]);
  });
});

describe('an interview', () => {
  const interview = help.interview('sample-interview');
  if (!interview) throw new Error('no interview');

  it.each([
    ['signed', 'yes', { kind: 'answer', id: 'owes' }],
    ['signed', 'no', { kind: 'question', id: 'heir' }],
    ['heir', 'yes', { kind: 'answer', id: 'inherits' }],
    ['heir', 'no', { kind: 'answer', id: 'free' }],
    ['heir', 'perhaps', null],
    ['married', 'yes', null],
    ['__proto__', 'yes', null],
  ])('goes on from %s: %s', (question, choice, step) => {
    expect(stepAfter(interview, question, choice)).toEqual(step);
  });
});

it('the snapshot changes when a help text changes', () => {
  const other = registryWith(changed(GUIDE, '不要回“我来还”。', '不要答应还钱。'), INTERVIEW, QUESTION, MENU);
  expect(other.hash).not.toBe(registryWith(...SAMPLES, MENU).hash);
});
