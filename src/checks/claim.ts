import { foldText } from '../notice/fold.js';
import type { Notice, Signature } from '../notice/types.js';
import type { NameHit, PatternHit, Platform, Registry, Words } from '../registry/types.js';
import type { Claim, ClaimBasis } from './types.js';

/** A name this close to the start of a text opens it, behind 您好, 尊敬的 or 紧急通知. Folded characters. */
const OPENING = 6;

function longestName(hits: readonly NameHit[]): NameHit | undefined {
  return [...hits].sort((a, b) => b.end - b.start - (a.end - a.start))[0];
}

/** The platform that a number belongs to, when it is one family's own. */
function platformOfNumber(national: string, registry: Registry): Platform | undefined {
  const [contact] = registry.number(national).contacts.filter(({ status }) => status === 'current');
  return contact && registry.platform(contact.platformId);
}

/** An ordinary word names a platform in a longer signature at its end (某市公安局) or before an office (中行客服), not in 恒丰律师事务所. */
function isWholeWith({ start, end }: NameHit, signature: string, words: Words): boolean {
  if (end === signature.length) return true;
  const offices = words.spans('announces').filter((office) => office.start >= end);
  return start === 0 && offices.some((office) => office.start === end && office.end === signature.length);
}

/** `【12381】` signs with a number; `【交行信用卡中心】` names 交通银行 although no record lists it: the longest name inside counts. */
function platformOfSignature(signature: Signature, registry: Registry): Platform | undefined {
  const [exact] = registry.bySignature(signature.name);
  if (exact) return exact;
  if (/^\d+$/.test(signature.name)) return platformOfNumber(signature.name, registry);
  const { names, words } = registry.lexical(foldText(signature.name));
  const hit = longestName(names.filter((name) => !name.signatureOnly || isWholeWith(name, signature.name, words)));
  return hit && registry.platform(hit.platformId);
}

/** An exact signature outranks one that merely holds a name; between equals the tail speaks for the sender, as in `【提醒】…【工商银行】`. */
function claimBySignature(notice: Notice, registry: Registry): Claim | null {
  if (notice.signatures.length === 0) return null;
  const found = notice.signatures.flatMap((signature) => {
    const platform = platformOfSignature(signature, registry);
    return platform ? [{ signature, platform, exact: registry.bySignature(signature.name).length > 0 }] : [];
  });
  const chosen = found.findLast(({ exact }) => exact) ?? found[0];
  return chosen ? { platform: chosen.platform, basis: 'signature', span: chosen.signature.span } : null;
}

/** Where the words stand that tell how a name is used. */
interface Cues {
  readonly announces: ReadonlySet<number>;
  readonly introductions: ReadonlySet<number>;
}

const cuesIn = (words: Words): Cues => ({
  announces: new Set(words.spans('announces').map(({ start }) => start)),
  introductions: new Set(words.spans('self_introduction').map(({ end }) => end)),
});

/** Whether one of the places lies from `from` on, at most `gap` characters away. */
function isWithin(places: ReadonlySet<number>, from: number, gap: number): boolean {
  for (let at = from; at <= from + gap; at += 1) if (places.has(at)) return true;
  return false;
}

/** An ordinary word names a platform where nothing else can be meant: 我是…, 您的…, or as the heading of a notice. */
const isMeant = (hit: NameHit, basis: ClaimBasis, { announces }: Cues): boolean =>
  !hit.signatureOnly ||
  basis === 'service' ||
  basis === 'self_introduction' ||
  (hit.start === 0 && isWithin(announces, hit.end, 8));

/** How the text uses a name: `我是抖音月付专员`, `建行通知`, `中国平安尊敬的…`, or just in passing. */
function basisOf(hit: NameHit, text: string, { announces, introductions }: Cues): ClaimBasis {
  if (isWithin(introductions, hit.start - 4, 4)) return 'self_introduction';
  if (isWithin(announces, hit.end, 2)) return 'opening';
  const owned = /(?:您的|您在|您申请的|你的)$/.test(text.slice(Math.max(0, hit.start - 4), hit.start));
  if (owned) return 'service';
  return hit.start <= OPENING ? 'opening' : 'mention';
}

/** A text that names more institutions is a list of them, and claims to be none. */
const MOST_NAMES = 40;

const RANK: readonly ClaimBasis[] = ['self_introduction', 'opening', 'service', 'mention'];

/** A name inside an address is what the address says, not what the sender says. */
function isInAddress(hit: NameHit, { body, links }: Notice): boolean {
  if (links.length === 0) return false;
  const { start } = body.toOriginal(hit.start, hit.end);
  return links.some(({ span }) => span.start <= start && start < span.end);
}

function claimByName(notice: Notice, names: readonly NameHit[], words: Words, registry: Registry): Claim | null {
  if (names.length === 0) return null;
  const { text } = notice.body;
  const cues = cuesIn(words);
  const candidates = names
    .slice(0, MOST_NAMES)
    .filter((hit) => !isInAddress(hit, notice))
    .map((hit) => ({ hit, basis: basisOf(hit, text, cues) }))
    .filter(({ hit, basis }) => isMeant(hit, basis, cues));
  for (const basis of RANK) {
    const found = candidates.find((candidate) => candidate.basis === basis);
    const platform = found && registry.platform(found.hit.platformId);
    if (found && platform) return { platform, basis, span: notice.body.toOriginal(found.hit.start, found.hit.end) };
  }
  return null;
}

/** What the phone shows as the sender is what the reader believes: a name (潍坊银行) or a hotline. It proves nothing. */
function claimBySender({ sender }: Notice, registry: Registry): Claim | null {
  if (!sender) return null;
  const platform =
    sender.reading.class === 'alphanumeric'
      ? registry.bySignature(foldText(sender.raw).text)[0]
      : platformOfNumber(sender.reading.national, registry);
  return platform ? { platform, basis: 'sender', span: null } : null;
}

/**
 * Which platform the notice says it comes from: by its signature, else by how the text introduces itself, else by
 * the name that it mentions first, last by what is shown as its sender. Null when nobody listed is named.
 */
export function claimOf(notice: Notice, names: readonly NameHit[], words: Words, registry: Registry): Claim | null {
  return claimBySignature(notice, registry) ?? claimByName(notice, names, words, registry) ?? claimBySender(notice, registry);
}

/** What such a claim rests on says less than a signature of which one character was misread. */
const BELOW_MISREAD: ReadonlySet<ClaimBasis> = new Set(['mention', 'sender', 'topic']);

/**
 * The platform that a text out of a picture is likely signed with, when the name was misread and `claim` rests on less.
 * Nobody wrote that name: it tells whom to ask, and neither confirms nor accuses.
 */
export function likelyClaimOf({ fromPicture, signatures }: Notice, claim: Claim | null, registry: Registry): Claim | null {
  if (!fromPicture || (claim !== null && !BELOW_MISREAD.has(claim.basis))) return null;
  for (const { name, at, span } of signatures) {
    const id = at === 'inside' ? null : registry.misreadings.nameBehind(name);
    const platform = id === null ? undefined : registry.platform(id);
    if (platform && platform.id !== claim?.platform.id) return { platform, basis: 'misread_signature', span };
  }
  return null;
}

/** A lure that names nobody still poses as somebody: a toll in arrears as the toll service. */
export function claimByTopic(patterns: readonly PatternHit[], registry: Registry): Claim | null {
  for (const { patternId, warnedAgainst } of patterns) {
    const posesAs = registry.pattern(patternId)?.posesAs;
    const platform = posesAs && !warnedAgainst ? registry.platform(posesAs) : undefined;
    if (platform) return { platform, basis: 'topic', span: null };
  }
  return null;
}
