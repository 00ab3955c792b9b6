import { escaped, htmlHead, officialHtml } from '../letters/html-text.js';
import type { Registry } from '../registry/types.js';
import { composePaste } from '../reply/compose-paste.js';
import { defang } from '../reply/defang.js';
import type { Language, Line, Reply, Section } from '../reply/types.js';
import { flatten, type Wording, wordingIn } from '../reply/wording.js';
import { REPORT_STYLE } from './report-style.js';
import { checkMessage, type ScanResult } from './scan-inbox.js';
import { cellsOf, summaryLines } from './summary.js';
import type { Group } from './tally.js';

/** More of a message than this is not shown. Characters. */
const LONGEST_TEXT = 600;

/** What a reader of many messages needs of each; what to do next is the same for most. */
const SHOWN: ReadonlySet<Section['id']> = new Set(['each', 'why', 'conduct', 'contacts']);

const lineHtml = (line: Line): string =>
  line
    .map((piece) => {
      if (piece.kind === 'official') return officialHtml(piece);
      return piece.kind === 'quote' ? `<bdi>${escaped(piece.text)}</bdi>` : escaped(piece.text);
    })
    .join('');

function sectionHtml({ title, lines, numbered }: Section): string {
  const tag = numbered ? 'ol' : 'ul';
  return `<h3>${escaped(title)}</h3>\n<${tag}>\n${lines.map((line) => `<li>${lineHtml(line)}</li>`).join('\n')}\n</${tag}>`;
}

/** The message line by line, so that nothing in it can be tapped. */
function messageHtml(text: string): string {
  const characters = [...text];
  const shown = characters.slice(0, LONGEST_TEXT).join('') + (characters.length > LONGEST_TEXT ? '…' : '');
  return `<blockquote><bdi>${shown
    .split(/\r\n|\r|\n/)
    .map((line) => escaped(defang(line)))
    .join('\n')}</bdi></blockquote>`;
}

function metaOf(group: Group, registry: Registry, wording: Wording): string {
  const { last, sender, count } = cellsOf(group, registry, wording);
  const parts = [last, sender, group.count > 1 ? count : ''].filter((part) => part !== '' && part !== '-');
  return parts.map((part) => `<bdi>${escaped(part)}</bdi>`).join(' · ');
}

function groupHtml(group: Group, reply: Reply, registry: Registry, wording: Wording): string {
  const sections = reply.sections.filter(({ id }) => SHOWN.has(id)).map(sectionHtml);
  return [
    `<article class="${group.verdict}">`,
    `<h2>${escaped(`${reply.mark} ${reply.headline}`)}</h2>`,
    `<p class="meta">${metaOf(group, registry, wording)}</p>`,
    messageHtml(group.example.text),
    ...reply.lead.map((line) => `<p>${lineHtml(line)}</p>`),
    ...sections,
    '</article>',
  ].join('\n');
}

/**
 * What a scan found as one HTML document, the worst first, each with its reasons and official contacts. No script, nothing
 * fetched, everything escaped; to read on a screen or to print.
 */
export function renderScanHtml(result: ScanResult, registry: Registry, language: Language): string {
  const wording = wordingIn(registry, language);
  const articles = result.groups.map((group) => {
    const reply = composePaste(checkMessage(group.example, registry), registry, language);
    return { reply, html: groupHtml(group, reply, registry, wording) };
  });
  const title = wording.text('scan.title');
  const summary = summaryLines(result, registry, language).map((line) => `<p>${escaped(line)}</p>`);
  const footer = articles[0] ? [flatten(articles[0].reply.footer)] : [];
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-Hans' : 'en'}">
${htmlHead(title, REPORT_STYLE)}
<body>
<header>
<h1>${escaped(title)}</h1>
${summary.join('\n')}
</header>
<main>
${articles.map(({ html }) => html).join('\n')}
</main>
<footer>
${[...footer, wording.text('scan.private')].map((line) => `<p>${escaped(line)}</p>`).join('\n')}
</footer>
</body>
</html>
`;
}
