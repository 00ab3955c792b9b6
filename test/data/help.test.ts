import { describe, expect, it } from 'vitest';
import type { HelpPoint } from '../../src/registry/help.js';
import { linesIn } from '../../src/registry/help-texts.js';
import {
  composeFaq,
  composeGuide,
  composeInterviewAnswer,
  composeInterviewQuestion,
  composeTopics,
} from '../../src/reply/help.js';
import { helpTelling, pointLine } from '../../src/reply/help-telling.js';
import type { Language, Line, ReplyBody } from '../../src/reply/types.js';
import { flatten } from '../../src/reply/wording.js';
import { recordedRegistry } from '../recorded-registry.js';

const registry = recordedRegistry();
const { help } = registry;
const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** Every answer that help texts give, with a name for a failure to show. */
function repliesIn(language: Language): [name: string, reply: ReplyBody][] {
  return help.all().flatMap(({ id }): [string, ReplyBody][] => {
    const guide = help.guide(id);
    const interview = help.interview(id);
    const faq = help.faq(id);
    if (guide) return [[id, composeGuide(guide, registry, language)]];
    if (faq) return [[id, composeFaq(faq, registry, language)]];
    if (!interview) return [];
    return [
      ...interview.questions.map((question): [string, ReplyBody] => [
        `${id} ${question.id}`,
        composeInterviewQuestion(interview, question.id, registry, language),
      ]),
      ...Object.keys(interview.answers).map((answer): [string, ReplyBody] => [
        `${id} ${answer}`,
        composeInterviewAnswer(interview, answer, registry, language),
      ]),
    ];
  });
}
const REPLIES = LANGUAGES.flatMap(repliesIn);

/** Names of the replies with what is wrong with each. */
const offenders = (faultsOf: (reply: ReplyBody) => readonly string[]): string[] =>
  REPLIES.flatMap(([name, reply]) => faultsOf(reply).map((fault) => `${name} (${reply.language}): ${fault}`));

const POINTS: readonly HelpPoint[] = help
  .all()
  .flatMap(({ id }) => [
    ...(help.guide(id)?.sections ?? []).flatMap(({ points }) => points),
    ...Object.values(help.interview(id)?.answers ?? {}).flatMap(({ sections }) => sections.flatMap(({ points }) => points)),
    ...(help.faq(id)?.answer ?? []),
  ]);

const linesOf = (reply: ReplyBody): readonly Line[] => [
  ...reply.lead,
  ...reply.sections.filter(({ id }) => id !== 'contacts').flatMap(({ lines }) => lines),
];
/** What a phone would dial; and what none would: days in the titles of sources, and the number of the one standard that is cited. */
const NUMBER = /\d(?:[ -]?\d){4,}|(?<!\d)1(?:1[0249]|2[02])(?!\d)/g;
const NO_NUMBER = /20\d\d-\d\d(?:-\d\d)?|GB\/T 45251-2025/g;
const digitsOf = (text: string): string => text.replace(/\D/g, '');

describe('every answer of the help texts', () => {
  it('is there in both languages', () => {
    expect(REPLIES.length).toBeGreaterThan(0);
    expect(
      offenders(({ headline, lead, sections, question }) =>
        headline && (lead.length + sections.length > 0 || question?.text) ? [] : ['empty'],
      ),
    ).toEqual([]);
  });

  it('has buttons with labels, and with ids that every channel takes', () => {
    const faults = ({ question }: ReplyBody): string[] =>
      (question?.buttons ?? [])
        .filter(
          ({ id, label }) =>
            label === '' || Buffer.byteLength(id) > 64 || !/^(?:help:[a-z0-9-]+|ask(?::[a-z0-9-]+){3})$/.test(id),
        )
        .map(({ id }) => id);
    expect(offenders(faults)).toEqual([]);
  });

  it('names no number but those of records, with source and day at its end', () => {
    const faults = (reply: ReplyBody): string[] => {
      const listed = new Set(
        reply.contacts.filter(({ source, checked }) => source && checked).map(({ number }) => digitsOf(number)),
      );
      const dials = linesOf(reply)
        .flat()
        .flatMap((piece) => (piece.kind === 'official' ? [piece.dial ?? ''] : []));
      const written = [reply.headline, ...linesOf(reply).map(flatten)].flatMap(
        (text) => text.replaceAll(NO_NUMBER, '').match(NUMBER) ?? [],
      );
      return [...dials, ...written.map(digitsOf)].filter((number) => !listed.has(number));
    };
    expect(offenders(faults)).toEqual([]);
  });

  it('has a number for every {line:…}', () => {
    const bare = POINTS.flatMap(({ text }) => linesIn(text.zh)).filter(
      (id) =>
        !REPLIES.some(([, reply]) =>
          reply.contacts.some(({ number }) => registry.platform(id)?.contacts.some(({ value }) => value === number)),
        ),
    );
    expect(bare).toEqual([]);
    expect(
      offenders((reply) =>
        linesOf(reply)
          .map(flatten)
          .filter((text) => /[{}]/.test(text)),
      ),
    ).toEqual([]);
  });

  it('draws every contact that it lists', () => {
    const faults = ({ contacts, sections }: ReplyBody): string[] => {
      const drawn = sections.find(({ id }) => id === 'contacts')?.lines ?? [];
      return contacts.filter(({ number }) => !drawn.some((line) => flatten(line).includes(number))).map(({ number }) => number);
    };
    expect(offenders(faults)).toEqual([]);
  });
});

describe('every point of the help texts', () => {
  it('cites each rule and source that it rests on, two at most', () => {
    const faults = POINTS.flatMap((point) =>
      LANGUAGES.flatMap((language) => {
        const line = flatten(pointLine(point, helpTelling(registry, language)));
        const cited = [
          ...point.rules.map((id) => registry.conduct.rule(id)?.cite[language] ?? `no rule ${id}`),
          ...point.sources.map(({ title }) => title),
        ];
        return cited.slice(0, 2).filter((citation) => !line.includes(citation));
      }),
    );
    expect(faults).toEqual([]);
  });
});

describe('the menu', () => {
  it.each(['relative', 'borrower', null] as const)('offers something to %s, and only texts that are theirs', (reader) => {
    const topics = help.menu(reader);
    expect(topics.length).toBeGreaterThan(0);
    expect(topics.filter((topic) => reader !== null && topic.for !== reader && topic.for !== 'anyone')).toEqual([]);
    expect(composeTopics(reader, registry, 'zh').question?.buttons).toHaveLength(topics.length);
  });
});
