import { CITATION_STRENGTHS } from '../checks/conduct/cite-rule.js';
import { CONDUCT_TOPICS, HELP_READERS } from '../registry/vocabulary.js';
import { VERDICTS } from '../verdict/types.js';
import { BUTTONS } from './buttons.js';
import { LETTER_SENTENCES } from './letter-wording.js';
import { PAGE_SENTENCES } from './page-wording.js';
import { SCAN_SENTENCES } from './scan-wording.js';

/** Facts that fill a sentence: those that are always there, and those that may be missing. */
interface Facts {
  readonly always: readonly string[];
  readonly sometimes: readonly string[];
}

const facts = (always: string, sometimes = ''): Facts => ({
  always: always.split(' ').filter(Boolean),
  sometimes: sometimes.split(' ').filter(Boolean),
});

/**
 * Every finding id with what its sentence may name. `official` is missing when no such contact may be shown; a
 * sentence that uses it has a shorter one under `<key>.bare`.
 */
const FINDINGS: Readonly<Record<string, Facts>> = {
  'link.userinfo': facts('host shown'),
  'link.encoded-ip': facts('host'),
  'link.ip-address': facts('host'),
  'link.mixed-script': facts('host shown'),
  'link.hidden-address': facts('host'),
  'link.installer': facts('host'),
  'link.carries-another': facts('host carried'),
  'link.lookalike.embedded-host': facts('host imitates platform', 'official'),
  'link.lookalike.confusable': facts('host imitates platform', 'official'),
  'link.lookalike.brand-in-host': facts('host imitates platform', 'official'),
  'link.lookalike.one-edit': facts('host imitates platform', 'official'),
  'link.lookalike.other-suffix': facts('host imitates platform', 'official'),
  'link.reported-fake': facts('host', 'claims'),
  'link.not-on-record': facts('host'),
  'link.read-like-official': facts('host', 'platform official'),
  'link.unread': facts('', 'quote'),
  'link.not-the-platforms': facts('host platform', 'official'),
  'link.not-the-platforms-throwaway': facts('host platform', 'official suffix'),
  'link.throwaway-suffix': facts('host', 'suffix'),
  'link.official': facts('host platform'),
  'link.official-short': facts('host platform'),
  'link.listed-unverified': facts('host platform'),
  'link.generic-shortener': facts('host', 'owner'),
  'link.user-content': facts('host', 'owner'),
  'link.restricted-suffix': facts('host', 'suffix'),
  'link.other-platform': facts('host', 'owner'),
  'number.overseas': facts('number', 'area'),
  'number.disguised-prefix': facts('number'),
  'number.dressed-up-mobile': facts('number'),
  'number.mobile-as-service-line': facts('number platform'),
  'number.not-on-record': facts('number'),
  'number.not-the-platforms': facts('number platform', 'official'),
  'number.other-institution': facts('number', 'holder platform official'),
  'number.official': facts('number platform'),
  'number.listed-unverified': facts('number platform'),
  'number.retired': facts('number platform', 'replacement'),
  'number.others-line': facts('number', 'holder'),
  'number.public-line': facts('number', 'holder'),
  'number.reported-fake': facts('number', 'claims'),
  'sender.not-given': facts(''),
  'sender.overseas': facts('sender', 'area'),
  'sender.email': facts('sender'),
  'sender.plus-86-before-code': facts('sender'),
  'sender.spoofed-prefix': facts('sender'),
  'sender.private-mobile': facts('sender platform'),
  'sender.device-number': facts('sender platform'),
  'sender.no-such-number': facts('sender'),
  'sender.sms-port': facts('sender'),
  'sender.listed-port': facts('sender platform'),
  'sender.others-port': facts('sender holder'),
  'sender.listed': facts('sender', 'platform'),
  'sender.reported-fake': facts('sender', 'claims'),
  'sender.relays': facts('sender', 'holder'),
  'sender.other-institution': facts('sender', 'holder platform official'),
  'signature.unlicensed-consumer-finance': facts('signature'),
  'signature.reported-fake': facts('signature', 'claims'),
  'signature.never-used': facts('signature platform'),
  'signature.speaks-as-another': facts('signature speaker'),
  'community.seen': facts('people'),
  'community.seen-bad': facts('people'),
  'community.address-seen': facts('people'),
  'lure.private-account': facts('quote', 'platform'),
  'lure.private-contact': facts('quote kind', 'platform'),
  'lure.payment-code': facts('quote kind', 'platform'),
  'lure.contact-code': facts('quote kind', 'platform'),
  /** Stands for every `pattern.<id>`: the record itself says why. */
  pattern: facts('quote why'),
  'pattern.warned': facts('quote'),
  /** The rest of a sentence whose quote stands in front of it already. */
  'pattern.again': facts('why'),
  'lure.private-account.again': facts(''),
  'lure.private-contact.again': facts('kind'),
};

const CONTACT_KINDS = ['qq', 'wechat', 'alipay', 'alipay_account', 'meeting_id'] as const;
const OTHER_CHARACTERS = ['code', 'warning', 'advert', 'question', 'chat', 'empty'] as const;
const WARNED_ACTIONS = ['code', 'install', 'meeting', 'link', 'contact', 'call', 'pay'] as const;
export type WarnedAction = (typeof WARNED_ACTIONS)[number];

const TELEGRAM_COMMANDS = ['start', 'help', 'check', 'lookup', 'complain', 'language', 'privacy', 'delete'] as const;

const DECISIONS = [
  'decisive-finding',
  'two-strong-findings',
  'lure-through-false-door',
  'lure-to-unknown-door',
  'one-strong-finding',
  'several-medium-findings',
  'conversation',
  'picture-of-a-link',
  'picture-of-a-code',
  'other-mail',
  'leads-only-to-the-claimed',
  'nothing-decisive',
] as const;

const GRAVE = VERDICTS.filter((verdict) => verdict !== 'not_a_notice');

/** What is said in the conversation besides answers to notices: `talk.<id>`, the first line as the headline. */
const TALKS = [
  'welcome',
  'welcome_group',
  'help',
  'commands',
  'thanks',
  'acknowledged',
  'greeting',
  'abuse',
  'human',
  'privacy',
  'too_many',
  'nothing_to_erase',
  'exported',
  'language',
  'ask_sender',
  'ask_full_text',
  'ask_platform',
  'ask_lookup',
  'sender_without_notice',
  'unknown',
  'unknown_sender',
  'nothing_given',
  'notice_gone',
  'noted_role.borrower',
  'noted_role.relative',
  'wrong',
  'wrong_without_notice',
  'failed',
  'still_reading',
  ...['none', 'too_large', 'not_a_picture', 'unsupported_format', 'no_text', 'unclear', 'busy', 'broken'].map(
    (why) => `picture.${why}`,
  ),
  ...['sticker', 'voice', 'video', 'file', 'location', 'contact', 'mini_program', 'transfer', 'call', 'other'].map(
    (what) => `unsupported.${what}`,
  ),
  'letter_choose',
] as const;
const TALK_BUTTONS = ['menu', 'lookup', 'erase', 'export'] as const;

/** Everything else that a reply says, with what fills it. */
const SENTENCES: Readonly<Record<string, Facts>> = {
  'headline.scam': facts('dont'),
  'headline.suspicious': facts('dont'),
  'headline.unverified': facts('dont'),
  'headline.consistent': facts(''),
  ...Object.fromEntries(OTHER_CHARACTERS.map((character) => [`headline.not_a_notice.${character}`, facts('')])),
  ...Object.fromEntries(OTHER_CHARACTERS.map((character) => [`lead.not_a_notice.${character}`, facts('')])),
  ...Object.fromEntries(GRAVE.filter((verdict) => verdict !== 'unverified').map((verdict) => [`lead.${verdict}`, facts('')])),
  ...Object.fromEntries(WARNED_ACTIONS.map((action) => [`dont.${action}`, facts('')])),
  'dont.join': facts(''),
  'dont.last_join': facts(''),
  ...Object.fromEntries(DECISIONS.map((decision) => [`decision.${decision}`, facts('')])),
  'says.claims': facts('platform'),
  'says.likely': facts('platform'),
  'says.likely_as': facts('platform signature'),
  'says.mentions': facts('platform'),
  'says.claims_as': facts('platform signature'),
  'says.mentions_as': facts('platform signature'),
  'says.sender': facts('platform'),
  'says.topic': facts('platform'),
  'says.unlisted': facts('signature'),
  'says.nobody': facts(''),
  'read.picture': facts('read'),
  'read.picture_asked': facts('read'),
  'read.sender': facts('sender'),
  'read.links': facts('links'),
  'read.codes': facts('codes'),
  ...Object.fromEntries(VERDICTS.map((verdict) => [`title.why.${verdict}`, facts('')])),
  ...Object.fromEntries(CONDUCT_TOPICS.map((topic) => [`conduct.topic.${topic}`, facts('')])),
  ...Object.fromEntries(CITATION_STRENGTHS.map((strength) => [`conduct.cite.${strength}`, facts('title article')])),
  'conduct.breach': facts('topic citation'),
  'conduct.breach.quoted': facts('topic citation quote'),
  'conduct.still_owed': facts(''),
  'conduct.proper': facts(''),
  'title.conduct': facts(''),
  'title.conduct.doubted': facts(''),
  'title.conduct.proper': facts(''),
  'note.several': facts('count'),
  'note.truncated': facts(''),
  'title.each': facts(''),
  ...Object.fromEntries(VERDICTS.map((verdict) => [`each.${verdict}`, facts('quote')])),
  'note.again_same': facts(''),
  'note.again_changed': facts(''),
  'title.checked': facts(''),
  'title.contacts': facts(''),
  'title.steps': facts(''),
  'checked.proves_nothing': facts(''),
  ...Object.fromEntries(CONTACT_KINDS.map((kind) => [`contact_kind.${kind}`, facts('')])),
  'contact.confirmed': facts('name number source day'),
  'contact.likely': facts('name number source day'),
  'contact.none': facts('platform'),
  'contact.compiled': facts(''),
  'contact.service': facts('platform'),
  'contact.card_service': facts('platform'),
  'contact.group_service': facts('platform'),
  'step.paid': facts(''),
  'step.keep': facts(''),
  'step.verify': facts(''),
  'step.verify_app': facts(''),
  'step.verify_nobody': facts(''),
  'step.relative': facts(''),
  'step.relative_maybe': facts(''),
  'step.never_promise': facts(''),
  'step.borrower': facts(''),
  'step.real_debt': facts(''),
  ...Object.fromEntries(Object.keys(BUTTONS).map((ask) => [`ask.${ask}`, facts('')])),
  ...Object.fromEntries(
    Object.values(BUTTONS)
      .flat()
      .map((button) => [`button.${button}`, facts('')]),
  ),
  ...Object.fromEntries(TALKS.map((id) => [`talk.${id}`, facts('')])),
  'talk.erased': facts('count'),
  'talk.letter': facts('title'),
  'talk.letter_question': facts('question'),
  'title.letter_text': facts(''),
  ...Object.fromEntries(TALK_BUTTONS.map((button) => [`button.${button}`, facts('')])),
  'quote.open': facts(''),
  'quote.close': facts(''),
  'list.join': facts(''),
  day: facts('iso year month date'),
  footer: facts('day'),
  ...Object.fromEntries(Object.entries(LETTER_SENTENCES).map(([key, names]) => [key, facts(names)])),
  ...Object.fromEntries(Object.entries(PAGE_SENTENCES).map(([key, names]) => [key, facts(names)])),
  'chat.prompt': facts(''),
  'chat.greeting': facts(''),
  'chat.working': facts(''),
  'chat.saved': facts('file'),
  'chat.not_saved': facts(''),
  'chat.goodbye': facts(''),
  'wechat.choose': facts(''),
  'wechat.choose_in_group': facts(''),
  'wechat.copy_follows': facts(''),
  'start.example': facts(''),
  'start.next': facts('address'),
  'help.cite': facts('citations'),
  'help.cite.join': facts(''),
  'help.source': facts('title', 'publisher'),
  'help.footer': facts('day'),
  'help.title.contacts': facts(''),
  'help.next': facts(''),
  'help.progress': facts('at count'),
  'help.nearest': facts(''),
  'help.nearest.question': facts(''),
  'help.none': facts(''),
  'help.none.question': facts(''),
  ...Object.fromEntries(HELP_READERS.map((reader) => [`help.menu.${reader}`, facts('')])),
  'help.menu.question': facts(''),
  ...Object.fromEntries([...HELP_READERS, 'questions'].map((group) => [`help.list.${group}`, facts('')])),
  'help.list.how': facts(''),
  'help.choose': facts(''),
  ...Object.fromEntries(TELEGRAM_COMMANDS.map((command) => [`telegram.command.${command}`, facts('')])),
  'telegram.inline.title': facts(''),
  'telegram.inline.hint': facts(''),
  'telegram.inline.text': facts('bot'),
  'mcp.conduct.if_genuine': facts(''),
  'mcp.conduct.none_seen': facts(''),
  'mcp.letter.unfit': facts(''),
  ...Object.fromEntries(Object.entries(SCAN_SENTENCES).map(([key, names]) => [key, facts(names)])),
  'scan.progress': facts('percent count', 'left'),
};

const ALL: Readonly<Record<string, Facts>> = {
  ...Object.fromEntries(Object.entries(FINDINGS).map(([id, known]) => [`finding.${id}`, known])),
  ...SENTENCES,
};

/** Keys that every language must have. */
export const REQUIRED_KEYS: readonly string[] = Object.keys(ALL);

export const factsOf = (key: string): Facts => ALL[key] ?? facts('');
