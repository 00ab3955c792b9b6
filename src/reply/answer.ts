import type { Finding } from '../checks/types.js';
import type { Registry } from '../registry/types.js';
import type { Checked, Verdict, VerdictName } from '../verdict/types.js';
import { composePaste } from './compose-paste.js';
import { contactsFor } from './contacts.js';
import type { Language, OfficialContact, Reply } from './types.js';

/** One verdict as other programs read it: the object of `--json`, `--jsonl` and the HTTP API. */
export interface Answer {
  readonly verdict: VerdictName;
  readonly decided_by: string;
  /** Record id of the claimed platform. */
  readonly platform: string | null;
  readonly findings: readonly {
    id: string;
    leaning: Finding['leaning'];
    strength: Finding['strength'];
    quote: string | null;
    facts: Readonly<Record<string, string>>;
  }[];
  readonly conduct: readonly string[];
  /** Every host found, lower case, punycode. */
  readonly links: readonly string[];
  /** Digits as written, a leading + dropped. */
  readonly phones: readonly string[];
  readonly sender_class: string | null;
  readonly contacts: readonly OfficialContact[];
  /** The text was read from a picture: letters may be misread. */
  readonly from_picture?: true;
  /** Those of `links` that QR codes hold: exact, even in a picture. */
  readonly links_from_codes?: readonly string[];
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];

function picturePart({ notice: { fromPicture, codes, links } }: Verdict): Pick<Answer, 'from_picture' | 'links_from_codes'> {
  const fromCodes = links.filter(({ origin }) => origin === 'code').map(({ host }) => host);
  return {
    ...(fromPicture ? { from_picture: true } : {}),
    ...(codes.length > 0 ? { links_from_codes: unique(fromCodes) } : {}),
  };
}

/** Spells a verdict out for programs. Quotes are the person's own words. */
export function answerOf(verdict: Verdict, registry: Registry): Answer {
  const { notice } = verdict;
  return {
    verdict: verdict.verdict,
    decided_by: verdict.decidedBy,
    platform: verdict.claim?.platform.id ?? null,
    findings: verdict.findings.map(({ id, leaning, strength, span, facts }) => ({
      id,
      leaning,
      strength,
      quote: span && notice.source.slice(span.start, span.end),
      facts,
    })),
    conduct: verdict.conduct.map(({ topic }) => topic),
    links: unique(notice.links.map(({ host }) => host)),
    phones: unique(notice.phones.map(({ digits }) => digits)),
    sender_class: notice.sender?.reading.class ?? null,
    contacts: contactsFor(verdict, registry),
    ...picturePart(verdict),
  };
}

/** Of a paste: the gravest notice's answer, with all of them under `notices` when there are several. */
export interface PasteAnswer extends Answer {
  readonly notices?: readonly Answer[];
  /** Not everything was read. */
  readonly truncated?: true;
}

/** The answer to a paste for programs, as one line of `--jsonl`. */
export function answerPaste(checked: Checked, registry: Registry): PasteAnswer {
  return {
    ...answerOf(checked.gravest, registry),
    ...(checked.notices.length > 1 ? { notices: checked.notices.map((verdict) => answerOf(verdict, registry)) } : {}),
    ...(checked.truncated ? { truncated: true as const } : {}),
  };
}

/** The same with what a person would be told: the object of `--json` and of the HTTP API. */
export const answerInFull = (
  checked: Checked,
  registry: Registry,
  language: Language,
): PasteAnswer & { readonly reply: Reply } => ({
  ...answerPaste(checked, registry),
  reply: composePaste(checked, registry, language),
});
