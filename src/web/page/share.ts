import { html } from 'hono/html';
import { nameIn } from '../../reply/names.js';
import { tell } from '../../reply/telling.js';
import { reasonsAmong } from '../../reply/told.js';
import type { Reply } from '../../reply/types.js';
import { flatten } from '../../reply/wording.js';
import type { Verdict } from '../../verdict/types.js';
import { tellingOf } from './evidence.js';
import { partsOf } from './headline.js';
import { lineIcon } from './icons.js';
import type { Html, View } from './view.js';

/** More than this is not read in a chat. */
const MOST_POINTS = 3;

/**
 * What speaks against a message in words that give nobody away: hosts in it, and what the records say of such lures.
 * Other words of the message may name the family or the debt.
 */
function pointsOf(verdict: Verdict, view: View): string[] {
  const telling = tellingOf(verdict, view);
  return reasonsAmong(verdict.findings)
    .flatMap((told) => {
      const { finding } = told;
      const why = view.registry.pattern(finding.facts.pattern ?? '')?.why[view.settings.language];
      if (why) return [why];
      return finding.id.startsWith('link.') && finding.facts.host ? [flatten(tell(told, telling))] : [];
    })
    .slice(0, MOST_POINTS);
}

/** What the picture for the family shows, for the browser to draw. It names nobody but the institution. */
export function shareHtml(verdict: Verdict, reply: Reply, view: View): Html | '' {
  if (verdict.verdict === 'not_a_notice') return '';
  const { say } = view;
  const [contact] = reply.contacts;
  const { action, verdict: verdictName } = partsOf(reply);
  const shown = {
    name: say('name'),
    verdict: reply.verdict,
    title: verdictName ?? action,
    action: verdictName === null ? '' : action,
    claims: verdict.claim
      ? say('share.claims', { platform: nameIn(view.settings.language, verdict.claim.platform.name, view.registry) })
      : '',
    points: pointsOf(verdict, view),
    call: contact ? `${contact.name} ${contact.number}` : '',
    callTitle: contact ? view.wording.text('title.contacts') : '',
    footer: flatten(reply.footer),
  };
  return html`<section class="part part-share" hidden data-share="${JSON.stringify(shown)}"><h3>${say('share')}</h3><p>${say('share.text')}</p>
<button type="button" class="quiet-button" data-share-button>${lineIcon('share')}${say('share.button')}</button><p class="hint" data-share-done hidden>${say('share.saved')}</p></section>`;
}
