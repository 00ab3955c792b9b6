import type { Claim, Finding } from '../../src/checks/types.js';
import { foldText } from '../../src/notice/fold.js';
import type { Notice, Span } from '../../src/notice/types.js';
import type { Registry } from '../../src/registry/types.js';
import type { Verdict } from '../../src/verdict/types.js';

/** Where some words stand in a text; throws when they do not. */
export function spanOf(source: string, words: string): Span {
  const start = source.indexOf(words);
  if (start < 0) throw new Error(`'${words}' is not in '${source}'`);
  return { start, end: start + words.length };
}

export function noticeOf(source: string, rest: Partial<Notice> = {}): Notice {
  const body = foldText(source);
  return {
    source,
    bodySpan: { start: 0, end: source.length },
    body,
    remark: '',
    wrapped: false,
    sender: null,
    signatures: [],
    links: [],
    deepLinks: [],
    codes: [],
    fromPicture: false,
    phones: [],
    details: [],
    receivedAt: null,
    role: null,
    ...rest,
  };
}

export function findingOf(id: string, rest: Partial<Finding> = {}): Finding {
  const family = id.split('.')[0] as Finding['family'];
  return { id, family, leaning: 'scam', strength: 'strong', span: null, facts: {}, ...rest };
}

export function claimOf(id: string, registry: Registry, basis: Claim['basis'] = 'signature'): Claim {
  const platform = registry.platform(id);
  if (!platform) throw new Error(`no record '${id}'`);
  return { platform, basis, span: null };
}

/** A verdict by hand: the parts of a reply are tested apart from the checks that lead to it. */
export const verdictOf = (rest: Partial<Verdict> = {}): Verdict => ({
  verdict: 'scam',
  decidedBy: 'decisive-finding',
  claim: null,
  character: 'notice',
  findings: [],
  conduct: [],
  passesOnProperly: false,
  mentionsDebt: true,
  ask: 'none',
  notice: noticeOf('您的贷款已逾期，请尽快还款'),
  ...rest,
});
