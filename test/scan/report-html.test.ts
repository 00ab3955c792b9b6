import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderScanHtml } from '../../src/scan/report-html.js';
import { summaryLines } from '../../src/scan/summary.js';
import { recordedRegistry } from '../recorded-registry.js';
import { lure, message, scanned } from './findings.js';

const registry = recordedRegistry();

describe.each(['zh', 'en'] as const)('the report of a scan in %s', (language) => {
  it('gives reasons, official contacts and what was not sent anywhere', async () => {
    const html = renderScanHtml(await scanned([lure(1, { sender: '15400001234' })]), registry, language);
    expect(html).toContain('<article class="scam">');
    expect(html).toContain('href="tel:95118"');
    expect(html).toContain('jd-huanqing1[.]top');
    expect(html).toContain(registry.wording(language)['scan.private']);
  });

  it('runs no script, fetches nothing and links to official contacts alone', async () => {
    const hostile = message(
      '<script>alert(1)</script>【京东金融】" onload="x" http://jd-evil.top/?a=<b> 您的白条已逾期，加微信 jdzy8866',
      {
        sender: '"><img src=x>',
      },
    );
    const html = renderScanHtml(await scanned([hostile]), registry, language);
    expect(html).not.toMatch(/<script|<img|onload="|jd-evil\.top/);
    expect(html).toContain("default-src 'none'");
    for (const [, address = ''] of html.matchAll(/href="([^"]*)"/g))
      expect(address).toMatch(/^(?:tel:\d+|https:\/\/[a-z0-9.-]+\/)$/);
  });

  it('says so when there is nothing to list, and that this proves nothing', async () => {
    const lines = summaryLines(await scanned([]), registry, language);
    expect(lines.join(' ')).toContain(registry.wording(language)['scan.nothing_listed']);
  });
});

it('holds no tag that a message brought, whatever it says', async () => {
  const parts = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '&',
    '<b>',
    '</article>',
    '\u202e',
    '\u0000',
    '\n',
    '您的白条已逾期',
    'http://a.example',
    '&lt;',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(parts, { maxLength: 30 }), fc.array(parts, { maxLength: 4 }), async (words, sender) => {
      const html = renderScanHtml(await scanned([message(words.join(''), { sender: sender.join('') })]), registry, 'zh');
      const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag));
      expect(tags.has('b')).toBe(false);
      expect(html.match(/<article/g) ?? []).toHaveLength(html.match(/<\/article>/g)?.length ?? 0);
      expect(html).not.toMatch(/[\u202e\u0000]/);
    }),
    { numRuns: 100 },
  );
});
