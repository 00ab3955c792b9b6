import type { NumberClass, NumberingPlan, NumberReading } from '../notice/types.js';
import type { NumberingData } from './compile-numbering.js';
import { type Spelling, spellCandidate, spellSender } from './number-spelling.js';
import {
  type Area,
  indexAreas,
  indexOperators,
  indexRules,
  LONGEST_PREFIX,
  leading,
  type Rule,
  START,
} from './numbering-index.js';
import { type OverseasNumber, readOverseas } from './overseas-number.js';

export { compileNumbering, type NumberingData, type NumberingFiles } from './compile-numbering.js';

type Prefix = NumberReading['prefix'];

/** What a domestic number is, and whether running text may hold it on its own. */
interface Domestic {
  readonly reading: NumberReading;
  readonly inText: boolean;
}

const MOBILE = /^1[3-9]\d{9}$/;
/** Classes that no phone shows with a country code: they are dialled inside the country only. */
const INSIDE_ONLY: ReadonlySet<NumberClass> = new Set(['bank_or_service_code', 'public_service', 'service_400_800']);
const HAS_OPERATOR: ReadonlySet<NumberClass> = new Set(['mobile', 'virtual_operator_mobile', 'iot']);
const SHORT_CODES: ReadonlySet<NumberClass> = new Set(['bank_or_service_code', 'public_service']);

const reading = (numberClass: NumberClass, national: string, prefix: Prefix): NumberReading => ({
  class: numberClass,
  national,
  prefix,
});

const withPrefix = (read: NumberReading, prefix: Prefix): NumberReading =>
  prefix === null
    ? read
    : { ...read, class: INSIDE_ONLY.has(read.class) && !read.areaCode ? 'spoofed_prefix' : read.class, prefix };

const overseas = ({ digits, country }: OverseasNumber, prefix: Prefix): NumberReading => ({
  class: 'overseas',
  national: digits,
  prefix,
  ...(country === null ? {} : { area: country }),
});

class Plan implements NumberingPlan {
  readonly #rules: readonly (readonly Rule[])[];
  readonly #operators: readonly (string | undefined)[];
  readonly #areas: ReadonlyMap<number, Area>;

  constructor(data: NumberingData) {
    this.#rules = indexRules(data);
    this.#operators = indexOperators(data);
    this.#areas = indexAreas(data);
  }

  classifySender(sender: string): NumberReading {
    const spelled = spellSender(sender);
    if (spelled.kind === 'number') {
      return spelled.spelling.digits.includes('*') ? this.#readMasked(spelled.spelling) : this.#readSender(spelled.spelling);
    }
    return reading(spelled.kind === 'email' ? 'email' : spelled.kind === 'name' ? 'alphanumeric' : 'invalid', '', null);
  }

  classifyInText(candidate: string): NumberReading | null {
    const spelling = spellCandidate(candidate);
    if (!spelling) return null;
    const { digits, plus } = spelling;
    if (plus || digits.startsWith('00')) {
      const read = this.#readPrefixed(spelling);
      return this.#standsInText(read) ? read : null;
    }
    const domestic = this.#domestic(digits);
    if (domestic) return domestic.inText ? domestic.reading : null;
    // A bare 86 is a country code only before a mobile: elsewhere it starts order and account numbers.
    if (digits.startsWith('86') && MOBILE.test(digits.slice(2))) return this.#readMainland(spelling, 2, '+86');
    return null;
  }

  /** Order numbers begin with 00 as well, so what stands behind it must be a number that people dial. */
  #standsInText({ class: numberClass, prefix, national }: NumberReading): boolean {
    if (numberClass === 'invalid') return false;
    if (numberClass === 'overseas') return prefix === '+' || readOverseas(national)?.possible === true;
    if (numberClass !== 'spoofed_prefix') return true;
    const domestic = this.#domestic(national);
    return domestic?.inText === true && domestic.reading.class !== 'public_service';
  }

  /** Reads a number with hidden digits by its shape, and gives the hidden digits back as they stood. */
  #readMasked({ digits, ...rest }: Spelling): NumberReading {
    const shape = this.#readSender({ ...rest, digits: digits.replaceAll('*', '0') });
    return { ...shape, national: digits.slice(digits.length - shape.national.length) };
  }

  #readSender(spelling: Spelling): NumberReading {
    const { digits, plus } = spelling;
    if (plus || digits.startsWith('00')) return this.#readPrefixed(spelling);
    const domestic = this.#domestic(digits);
    if (domestic && !this.#isLocal(domestic)) return domestic.reading;
    if (digits.startsWith('86')) {
      const mainland = this.#readMainland(spelling, 2, '+86');
      if (mainland.class !== 'invalid') return mainland;
    }
    if (domestic) return domestic.reading;
    const abroad = digits.length >= 10 ? readOverseas(digits) : null;
    return abroad?.valid ? overseas(abroad, null) : reading('invalid', digits, null);
  }

  /** A number written with `+` or 00 in front. */
  #readPrefixed(spelling: Spelling): NumberReading {
    const { digits, plus } = spelling;
    if (plus && digits.startsWith('86')) return this.#readMainland(spelling, 2, '+86');
    if (!plus && digits.startsWith('0086')) return this.#readMainland(spelling, 4, '0086');
    if (plus && digits.startsWith('00')) return this.#readDoublePrefix(digits);
    return plus ? this.#readForeign(digits, '+') : this.#readForeign(digits.slice(2), '00');
  }

  /** `+0095533`: both spellings of an international prefix at once, which no exchange produces. */
  #readDoublePrefix(digits: string): NumberReading {
    const bare = digits.replace(/^0+/, '');
    const national = bare.startsWith('86') && this.#domestic(bare.slice(2)) ? bare.slice(2) : bare;
    return reading(national.length < 3 ? 'invalid' : 'spoofed_prefix', national, '+00');
  }

  /** Digits behind `+` or 00 that do not begin with 86. */
  #readForeign(digits: string, prefix: '+' | '00'): NumberReading {
    const abroad = readOverseas(digits);
    if (abroad?.valid) return overseas(abroad, prefix);
    const domestic = this.#domestic(digits);
    if (domestic && !this.#isLocal(domestic)) {
      // Some phones put a + before a 106 port; before anything else that is dialled at home it is a forged number.
      const numberClass = domestic.reading.class === 'sms_port_106' ? 'sms_port_106' : 'spoofed_prefix';
      return { ...domestic.reading, class: numberClass, prefix };
    }
    return abroad ? overseas(abroad, prefix) : reading('invalid', digits, prefix);
  }

  /** Digits behind the country code of mainland China, which takes `skip` of them. */
  #readMainland({ digits, cuts }: Spelling, skip: number, prefix: '+86' | '0086'): NumberReading {
    const rest = digits.slice(skip);
    // +86 10 6200 0000 is a landline of Beijing, +861062000000 a port: only the separator tells.
    const areaEnd = cuts.find((cut) => cut > skip);
    const written = areaEnd === undefined || rest.startsWith('0') ? null : this.#landlineAfter(rest, areaEnd - skip);
    if (written) return withPrefix(written, prefix);
    const domestic = this.#domestic(rest);
    if (domestic && !this.#isLocal(domestic)) return withPrefix(domestic.reading, prefix);
    const trunk = rest.startsWith('0') ? null : this.#domestic(`0${rest}`);
    return trunk ? withPrefix(trunk.reading, prefix) : reading('invalid', rest, prefix);
  }

  #landlineAfter(rest: string, areaLength: number): NumberReading | null {
    if (!this.#areas.has(leading(rest, areaLength))) return null;
    const domestic = this.#domestic(`0${rest}`);
    return domestic?.reading.class === 'landline' ? domestic.reading : null;
  }

  #isLocal({ reading: read }: Domestic): boolean {
    return read.class === 'landline' && !read.national.startsWith('0');
  }

  /** A number as it is dialled inside the country; null when no rule explains it. */
  #domestic(digits: string): Domestic | null {
    if (digits.startsWith('0')) return this.#withTrunkZero(digits);
    const rule = this.#rule(digits);
    if (!rule) return null;
    const operator = HAS_OPERATOR.has(rule.class) ? this.#operators[leading(digits, LONGEST_PREFIX)] : undefined;
    const read: NumberReading =
      operator === undefined
        ? reading(rule.class, digits, null)
        : { class: rule.class, national: digits, prefix: null, operator };
    return { reading: read, inText: rule.inText };
  }

  #rule(digits: string): Rule | undefined {
    const bucket = this.#rules[leading(digits, START)];
    if (bucket) for (const rule of bucket) if (rule.fits.test(digits)) return rule;
    return undefined;
  }

  /** 0 + mobile (the old long-distance spelling), area code + local number, or area code + service code. */
  #withTrunkZero(digits: string): Domestic | null {
    if (digits.startsWith('00')) return null;
    if (digits.startsWith('1', 1) && MOBILE.test(digits.slice(1))) return this.#domestic(digits.slice(1));
    // 010 and 02x are complete after three digits, every other code after four; written without its 0, none repeats.
    const area = this.#areas.get(leading(digits, 3)) ?? this.#areas.get(leading(digits, 4));
    if (!area) return null;
    const local = digits.slice(area.code.length);
    const rule = local.startsWith('0') ? undefined : this.#rule(local);
    if (rule && SHORT_CODES.has(rule.class)) {
      return {
        reading: { class: rule.class, national: local, prefix: null, areaCode: area.code, area: area.name },
        inText: rule.inText && local.length >= 5,
      };
    }
    const landline = this.#rule(digits);
    if (!landline || !area.localDigits.includes(local.length)) return null;
    return { reading: { class: landline.class, national: digits, prefix: null, area: area.name }, inText: landline.inText };
  }
}

/**
 * The numbering plan of mainland China over compiled data; libphonenumber answers only for numbers of other
 * countries. A reading says what a number looks like, never who is behind it: callers can show any number.
 */
export const createNumberingPlan = (data: NumberingData): NumberingPlan => new Plan(data);
