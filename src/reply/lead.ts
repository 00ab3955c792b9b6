import type { Claim, ClaimBasis, Finding } from '../checks/types.js';
import { foldText } from '../notice/fold.js';
import type { DetailKind } from '../notice/types.js';
import type { Verdict } from '../verdict/types.js';
import { nameIn } from './names.js';
import { shorten } from './quote.js';
import { readLine } from './read-from-picture.js';
import type { WarnedAction } from './required-wording.js';
import { quoted, type Telling } from './telling.js';
import type { Line } from './types.js';
import type { Wording } from './wording.js';

/** Actions named in a headline: two that this message invites to, and never to pay. */
const MOST_ACTIONS = 3;

const LEADS_AWAY: ReadonlySet<string> = new Set(['diversion']);

function findsAgainst({ findings }: Verdict, match: (finding: Finding) => boolean): boolean {
  return findings.some((finding) => finding.leaning === 'scam' && !finding.facts.softened && match(finding));
}

const holds = ({ notice }: Verdict, ...kinds: DetailKind[]): boolean => notice.details.some(({ kind }) => kinds.includes(kind));

/** Links and numbers that turned out to be the platform's own are no danger by themselves. */
const isForeign = ({ findings }: Verdict, family: 'link' | 'number'): boolean =>
  findings.some((finding) => finding.family === family && finding.leaning !== 'genuine' && finding.id !== 'number.public-line');

/** What this message could talk a reader into, gravest first. */
const INVITES: readonly (readonly [WarnedAction, (verdict: Verdict) => boolean])[] = [
  ['code', (verdict) => findsAgainst(verdict, ({ family }) => family === 'credential')],
  ['install', (verdict) => holds(verdict, 'installer_file') || findsAgainst(verdict, ({ family }) => family === 'install')],
  ['meeting', (verdict) => holds(verdict, 'meeting_id')],
  ['link', (verdict) => verdict.notice.deepLinks.length > 0 || isForeign(verdict, 'link')],
  [
    'contact',
    (verdict) =>
      holds(verdict, 'qq', 'wechat', 'alipay_account') || findsAgainst(verdict, ({ family }) => LEADS_AWAY.has(family)),
  ],
  ['call', (verdict) => isForeign(verdict, 'number')],
];

function warnedActions(verdict: Verdict): WarnedAction[] {
  const invited = INVITES.filter(([, invites]) => invites(verdict)).map(([action]) => action);
  return [...invited.slice(0, MOST_ACTIONS - 1), 'pay'];
}

/** “open the link, add the contact or send money”. */
function joined(actions: readonly string[], wording: Wording): string {
  const last = actions.length > 1 ? wording.text('dont.last_join') : '';
  return `${actions.slice(0, -1).join(wording.text('dont.join'))}${last}${actions.at(-1) ?? ''}`;
}

/** What not to do, then what the message is. */
export function headlineOf({ verdict, wording }: Telling): string {
  if (verdict.verdict === 'not_a_notice') return wording.text(`headline.not_a_notice.${characterOf(verdict)}`);
  const dont = warnedActions(verdict).map((action) => wording.text(`dont.${action}`));
  return wording.text(`headline.${verdict.verdict}`, { dont: joined(dont, wording) });
}

/** A text that is not a notice is described by what it is; a notice or a transaction never is one of these. */
const characterOf = ({ character }: Verdict): string =>
  character === 'notice' || character === 'transaction' ? 'chat' : character;

/** The name as the message writes it, unless it is the record's own. */
function nameAsWritten({ claim, notice }: Verdict): string | null {
  if (!claim?.span) return null;
  const written = notice.source.slice(claim.span.start, claim.span.end);
  return foldText(written).text === foldText(claim.platform.name).text ? null : shorten(written);
}

/** How a name is brought up, as the wording has it: claimed, mentioned in passing, or guessed from the sender or the subject alone. */
const SAYS: Readonly<Record<ClaimBasis, 'says.claims' | 'says.likely' | 'says.mentions' | 'says.sender' | 'says.topic'>> = {
  signature: 'says.claims',
  self_introduction: 'says.claims',
  opening: 'says.claims',
  misread_signature: 'says.likely',
  mention: 'says.mentions',
  service: 'says.mentions',
  sender: 'says.sender',
  topic: 'says.topic',
};

function claimed(claim: Claim, { verdict, registry, wording }: Telling): Line {
  const key = SAYS[claim.basis];
  const platform = nameIn(wording.language, claim.platform.name, registry);
  const written = nameAsWritten(verdict);
  return written === null
    ? wording.line(key, { platform })
    : wording.line([`${key}_as`, key], { platform, signature: quoted([written], wording) });
}

/** Who the message says it comes from: a name that anybody can type. */
function whoItSays(telling: Telling): Line {
  const { verdict, wording } = telling;
  if (verdict.claim) return claimed(verdict.claim, telling);
  const [signature] = verdict.notice.signatures;
  if (!signature) return wording.line('says.nobody');
  const name = shorten(verdict.notice.source.slice(signature.span.start, signature.span.end));
  return wording.line('says.unlisted', { signature: quoted([name], wording) });
}

/** The first lines: what the sender may answer, who the message says it is, what the verdict rests on, and what was read from a picture. */
export function leadOf(telling: Telling): Line[] {
  const { verdict, wording } = telling;
  const lines =
    verdict.verdict === 'not_a_notice'
      ? [...wording.lines(`lead.not_a_notice.${characterOf(verdict)}`)]
      : [...wording.lines(`lead.${verdict.verdict}`), whoItSays(telling), wording.line(`decision.${verdict.decidedBy}`)];
  return [...lines, readLine(telling)].filter((line) => line.length > 0);
}
