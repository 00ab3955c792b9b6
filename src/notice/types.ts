/** A half-open range of UTF-16 offsets into the text exactly as it was given to `readNotices`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The matching copy of a text: what patterns are matched against, with a way back to the original.
 * `text` is lower-cased, NFKC-folded, simplified, and free of invisible characters and of spaces between
 * Chinese characters. Every finding quotes the original through `toOriginal`, never this copy.
 */
export interface Folded {
  readonly text: string;
  /** The original range that a range of `text` came from. */
  toOriginal(start: number, end: number): Span;
}

/**
 * Classes of a number, as a sender or inside a text. The numbering plan of the registry answers them.
 * `invalid` is a string of digits that no class explains.
 */
export type NumberClass =
  | 'bank_or_service_code'
  | 'public_service'
  | 'sms_port_106'
  | 'service_400_800'
  | 'mobile'
  | 'virtual_operator_mobile'
  | 'iot'
  | 'landline'
  | 'overseas'
  | 'spoofed_prefix'
  | 'email'
  | 'alphanumeric'
  | 'invalid';

/** What the numbering plan says of one number. */
export interface NumberReading {
  readonly class: NumberClass;
  /** Digits that identify the number nationally: no +86/0086, no separators. For overseas numbers: country code and number. */
  readonly national: string;
  /** Which spelling of an international prefix stood before it, if any. */
  readonly prefix: '+' | '00' | '+86' | '0086' | '+00' | null;
  /** Area code in front of a number, such as 0755 before 95555. */
  readonly areaCode?: string;
  readonly operator?: string;
  /** Province and city of an area code, or the country of an overseas number (ISO 3166-1 alpha-2). */
  readonly area?: string;
}

/** The port through which reading asks about numbers; the registry implements it. */
export interface NumberingPlan {
  /** Classifies a whole sender string: digits in any spelling, an e-mail address, letters. */
  classifySender(sender: string): NumberReading;
  /** Classifies the digits of a candidate number in running text (may start with `+`); null when it is no telephone number. */
  classifyInText(candidate: string): NumberReading | null;
}

export interface Sender {
  /** As given: an argument, or found in the pasted text. */
  readonly raw: string;
  readonly reading: NumberReading;
  /** Where it stood, when it was found in the text. */
  readonly span: Span | null;
}

export interface Signature {
  /** Folded content of the brackets. */
  readonly name: string;
  readonly at: 'head' | 'tail' | 'inside';
  /** Of the name without its brackets. */
  readonly span: Span;
}

/** Where an address was found: in words that came as text, in what was read from a picture, or in a QR code beside it, which is exact. */
export type LinkOrigin = 'text' | 'picture' | 'code';

/** How a link was written; `plain` is an ordinary address. */
export type LinkDisguise =
  | 'spelled_dot'
  | 'spaced'
  | 'masked_scheme'
  | 'invisible_characters'
  | 'full_width'
  | 'userinfo'
  | 'encoded_ip';

export interface Link {
  /** Lower case, punycode (`xn--…`), no port, no userinfo. */
  readonly host: string;
  /** Same host in Unicode; equals `host` for ASCII. */
  readonly hostUnicode: string;
  /** eTLD+1 by the Public Suffix List (private registries ignored); null for an IP address. */
  readonly domain: string | null;
  readonly publicSuffix: string | null;
  readonly scheme: string | null;
  readonly port: string | null;
  /** Path, query and fragment as written, folded; '' when none. */
  readonly path: string;
  readonly isIp: boolean;
  /** The host offers a file that installs an app (path ends in .apk, .ipa, .exe, .mobileconfig). */
  readonly isInstaller: boolean;
  /** The part before `@`, when the address carries one: what the reader is meant to see. */
  readonly userinfo: string | null;
  readonly disguises: readonly LinkDisguise[];
  /** Another address carried inside this one's query (`?goto=http://…`), host only. */
  readonly carries: string | null;
  /** The host mixes scripts inside one label, such as Cyrillic с in сcb.com. */
  readonly mixedScript: boolean;
  readonly origin: LinkOrigin;
  readonly span: Span;
}

/** A link that opens an app instead of a site: alipays://, weixin://, taobao://. */
export interface DeepLink {
  readonly scheme: string;
  readonly span: Span;
}

/** A QR code beside a text that was read from a picture. */
export interface Code {
  /** Exactly as encoded: an address, an app's own link, or any other text. */
  readonly content: string;
  readonly span: Span;
}

export interface Phone {
  /** Digits only, as written: a leading + dropped, 00 kept; an extension left out. */
  readonly digits: string;
  readonly reading: NumberReading;
  readonly extension: string | null;
  readonly span: Span;
}

/** Things in a text that are neither links nor phone numbers but matter to a check. */
export type DetailKind =
  | 'bank_card'
  | 'qq'
  | 'wechat'
  | 'alipay_account'
  | 'meeting_id'
  | 'email'
  | 'amount'
  | 'deadline'
  | 'days_overdue'
  | 'case_number'
  | 'contract_number'
  | 'id_number'
  | 'verification_code'
  | 'installer_file';

export interface Detail {
  readonly kind: DetailKind;
  /** Folded value: digits for numbers, lower case for ids, fen for amounts. */
  readonly value: string;
  readonly span: Span;
}

export type Role = 'relative' | 'borrower';

/** What was forwarded, as read. Plain facts; nothing here is a judgement. */
export interface Notice {
  /** The whole input that every span refers to; behind a text that was read from a picture, a line for each QR code. */
  readonly source: string;
  /** The part of `source` that is the message itself, without the wrapper and the forwarder's own words. */
  readonly bodySpan: Span;
  /** The matching copy of the body; its `toOriginal` answers in offsets of `source`. */
  readonly body: Folded;
  /** The text was read from a picture: letters may be misread, digits hardly ever. */
  readonly fromPicture: boolean;
  /** Words of the person who forwards it (their question), folded; '' when there are none. */
  readonly remark: string;
  /** A share format, a sender line or a chat record stood around the body: it was forwarded, not typed. */
  readonly wrapped: boolean;
  readonly sender: Sender | null;
  readonly signatures: readonly Signature[];
  readonly links: readonly Link[];
  readonly deepLinks: readonly DeepLink[];
  /** QR codes beside it; their addresses stand among the links too. */
  readonly codes: readonly Code[];
  readonly phones: readonly Phone[];
  readonly details: readonly Detail[];
  /** ISO 8601 as given or as found in the wrapper; null when unknown. Local times are Asia/Shanghai. */
  readonly receivedAt: string | null;
  readonly role: Role | null;
  /** What others forwarded before; absent when nobody did or nobody was asked. */
  readonly seen?: Seen | undefined;
}

/** How many others something was seen by. The person who asks is never among them. */
export interface Tally {
  /** Different people within the last `SEEN_DAYS` days. */
  readonly people: number;
  /** Different days on which. */
  readonly days: number;
  /** How much they count: somebody new counts half, and of one day's crowd only a few count. */
  readonly weight: number;
}

/** The days that a tally looks back. */
export const SEEN_DAYS = 7;

/** Sightings like this notice, of others. */
export interface Seen {
  /** Of nearly the same wording. `judged`: what most of them were found to be, or that an operator corrected it. */
  readonly wording: (Tally & { readonly judged: 'bad' | 'open' | 'corrected' }) | null;
  /** Of one of its unlisted hosts or numbers, in notices that were found bad. */
  readonly address: Tally | null;
}

/** The picture that a text was read from. */
export interface NoticePicture {
  /** What the QR codes beside the text hold, exactly as encoded. */
  readonly codes: readonly string[];
  /** The words have been given as text since: only the codes are the picture's. */
  readonly copied?: boolean | undefined;
}

export interface NoticeInput {
  readonly text: string;
  readonly sender?: string | undefined;
  readonly receivedAt?: string | undefined;
  readonly role?: Role | undefined;
  /** Present when the text was read from a picture. */
  readonly picture?: NoticePicture | undefined;
  /** What was seen before, one for each notice of the text in its order. */
  readonly seen?: readonly (Seen | null)[] | undefined;
}

/** Longest text that is read, in UTF-16 units; the rest is cut off and `truncated` says so. A long SMS is under 1 000. */
export const TEXT_CAP = 8_000;

/** Most QR codes that are read beside one text. */
export const CODES_CAP = 5;

/** Longest content of a QR code that is read, in UTF-16 units. The largest code holds under 3 000 bytes. */
export const CODE_CAP = 3_000;

/** Most notices that are taken from one paste. */
export const NOTICES_CAP = 10;

export interface Reading {
  /** In the order of the paste; at least one: an empty text gives one empty notice. */
  readonly notices: readonly Notice[];
  /** The input was longer than `TEXT_CAP`, or held more than `NOTICES_CAP` notices: not everything was read. */
  readonly truncated: boolean;
}
