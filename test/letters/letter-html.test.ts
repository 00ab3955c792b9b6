import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterFileName } from '../../src/letters/file-name.js';
import { renderLetterHtml } from '../../src/letters/letter-html.js';
import { LETTERS, type Letter } from '../../src/letters/types.js';
import { blocksOf, everyLetter, factsOf, letterOf, NOTHING_KNOWN, RUDE, SCAM } from './cases.js';
import { type Element, elementsOf, elementsWithTag, readHtml, textOf } from './html-tree.js';

const documentOf = (letter: Letter): Element => readHtml(renderLetterHtml(letter));

/** Every attribute that a letter needs, by tag. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  html: ['lang'],
  meta: ['charset', 'http-equiv', 'content', 'name'],
  a: ['href'],
  p: ['class'],
  ol: ['class'],
  ul: ['class'],
  div: ['class'],
  input: ['type', 'autocomplete'],
  span: ['class', 'role', 'contenteditable', 'aria-label'],
};
const TAGS = 'html head meta title style body aside main footer h1 h2 p ol ul li label input span a dl div dt dd pre bdi'.split(
  ' ',
);

/** What stands in a document that no letter puts there. */
const foreignIn = (root: Element): string[] =>
  [...elementsOf(root)].slice(1).flatMap(({ tag, attributes }) => {
    if (!TAGS.includes(tag)) return [`<${tag}>`];
    return Object.keys(attributes)
      .filter((name) => !ATTRIBUTES[tag]?.includes(name))
      .map((name) => `<${tag} ${name}>`);
  });

const HOSTILE = [
  '<script>alert(1)</script>',
  '</pre></main><img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  "' autofocus onfocus='alert(1)",
  '&lt;b&gt; &amp;amp; &#x3c;i&#x3e;',
  '<!-- --!> <![CDATA[ ]]> <?php ?>',
  '</style><style>*{display:none}',
  '\u202e\u2066<b>\u2069\u0000\u0007\u001b[31m',
  '{{constructor}} {platform} {line:110} {blank}',
  'javascript:alert(1)',
];
const hostile = fc.oneof(
  fc.array(fc.constantFrom(...HOSTILE), { maxLength: 4 }).map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary', maxLength: 120 }),
);

describe('a letter as a document', () => {
  it('is whole and strict markup with nothing foreign in it, whatever the letter', () => {
    for (const { name, letter } of everyLetter()) expect(foreignIn(documentOf(letter)), name).toEqual([]);
    for (const id of LETTERS) expect(foreignIn(documentOf(letterOf(id, NOTHING_KNOWN))), id).toEqual([]);
  });

  it('runs no script and fetches nothing', () => {
    const html = renderLetterHtml(letterOf('regulator', factsOf(SCAM)));
    const root = readHtml(html);
    const policy = elementsWithTag(root, 'meta').find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy');
    expect(policy?.attributes.content).toContain("default-src 'none'");
    const [style = root] = elementsWithTag(root, 'style');
    expect(textOf(style)).not.toMatch(/url\(|@import|@font-face|expression/i);
    expect(html).not.toMatch(/https?:\/\//);
  });

  it('links official numbers only, and only those in the box that is not printed', () => {
    const root = documentOf(letterOf('police', factsOf(SCAM)));
    const [box = root] = elementsWithTag(root, 'aside');
    expect(elementsWithTag(root, 'a').map(({ attributes }) => attributes.href)).toEqual([
      'tel:110',
      'tel:96110',
      'tel:110',
      'tel:96110',
    ]);
    expect(elementsWithTag(box, 'a')).toHaveLength(4);
    expect(textOf(box)).toContain('另存为 PDF');
    expect(textOf(elementsWithTag(root, 'style')[0] ?? root)).toMatch(/@media print \{[\s\S]*aside, footer \{ display: none; \}/);
  });

  it('says its language and its title', () => {
    const root = documentOf(letterOf('platform', factsOf(RUDE), 'en'));
    expect(elementsWithTag(root, 'html')[0]?.attributes.lang).toBe('en');
    expect(elementsWithTag(root, 'title').map(textOf)).toEqual(['Complaint about a collection message']);
    expect(elementsWithTag(documentOf(letterOf('platform', factsOf(RUDE))), 'html')[0]?.attributes.lang).toBe('zh-Hans');
  });

  it('has a box for every request and a line for every blank', () => {
    const letter = letterOf('platform', factsOf(RUDE));
    const root = documentOf(letter);
    const ticks = blocksOf(letter, 'list').filter(({ style }) => style === 'ticks');
    const boxes = elementsWithTag(root, 'input');
    expect(boxes).toHaveLength(ticks.flatMap(({ items }) => items).length);
    expect(boxes.every(({ attributes }) => attributes.type === 'checkbox')).toBe(true);
    const lines = [...elementsOf(root)].filter(({ attributes }) => attributes.class === 'blank');
    expect(lines.length).toBeGreaterThanOrEqual(blocksOf(letter, 'blank').length + 2);
    expect(lines.every(({ children }) => children.length === 0)).toBe(true);
  });

  it('shows the message as it stands, links and numbers too', () => {
    const text = `${SCAM}\n客服 4000-000-123  <b>&amp;</b>`;
    const [message] = elementsWithTag(documentOf(letterOf('police', factsOf(text))), 'pre');
    expect(message && textOf(message)).toBe(`${SCAM}\n客服 4000-000-123 <b>&amp;</b>`);
  });
});

describe('a hostile text in a document', () => {
  it('stays text: nothing of it becomes markup, an attribute or a change of direction', () => {
    fc.assert(
      fc.property(
        hostile,
        hostile,
        fc.constantFrom(...LETTERS),
        fc.constantFrom('zh' as const, 'en' as const),
        (text, sender, id, language) => {
          const letter = letterOf(id, factsOf({ text: `【${text}】${RUDE}${text}`, sender }), language);
          const html = renderLetterHtml(letter);
          const root = readHtml(html);
          expect(foreignIn(root)).toEqual([]);
          expect(html.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
          const shown = elementsWithTag(root, 'pre').map(textOf);
          expect(shown).toEqual(blocksOf(letter, 'verbatim').map((block) => block.text));
        },
      ),
      { numRuns: 120 },
    );
  });

  it('stays text in every part of a letter, wherever it might come from', () => {
    for (const text of HOSTILE) {
      const line = [{ kind: 'verbatim', text } as const, { kind: 'text', text } as const];
      const letter: Letter = {
        id: 'platform',
        language: 'zh',
        title: text,
        handIn: [
          [
            { kind: 'text', text },
            { kind: 'official', text, dial: text },
            { kind: 'official', text, host: text },
          ],
        ],
        around: { handIn: text, print: text, defanged: text, basis: text },
        blocks: [
          { kind: 'addressee', line },
          { kind: 'heading', text },
          { kind: 'paragraph', line },
          { kind: 'list', style: 'ticks', items: [line] },
          { kind: 'list', style: 'plain', items: [line] },
          { kind: 'fact', label: text, line },
          { kind: 'verbatim', label: text, text },
          { kind: 'blank', label: text, lines: 2 },
          { kind: 'signature', labels: [text] },
        ],
      };
      const root = documentOf(letter);
      expect(foreignIn(root)).toEqual([]);
      expect(elementsWithTag(root, 'a')).toEqual([]);
      expect(elementsWithTag(root, 'bdi').length).toBe(5);
    }
  });
});

describe('the reader of markup that these tests rest on', () => {
  it.each([
    '<p>a<b</p>',
    '<p>a & b</p>',
    '<p>a',
    '<p></div>',
    '<p class=a></p>',
    '<p>1 > 0</p>',
    '<p a="1" a="2"></p>',
    '<P></P>',
    '<p>&nbsp;</p>',
  ])('refuses %s', (html) => {
    expect(() => readHtml(html)).toThrow();
  });

  it('reads what is right', () => {
    const root = readHtml('<!doctype html>\n<p class="a&quot;b">x &lt;b&gt; &amp;amp;<input type="checkbox"></p>');
    expect(textOf(root).trim()).toBe('x <b> &amp;');
    expect(elementsWithTag(root, 'p')[0]?.attributes).toEqual({ class: 'a"b' });
  });
});

it('gives files names that are safe everywhere and tell the letters apart', () => {
  const names = LETTERS.flatMap((id) => (['zh', 'en'] as const).map((language) => letterFileName({ id, language })));
  expect(new Set(names).size).toBe(LETTERS.length * 2);
  expect(names.filter((name) => !/^[a-z0-9-]{4,40}\.html$/.test(name))).toEqual([]);
  expect(names).toContain('complaint-12378.html');
});
