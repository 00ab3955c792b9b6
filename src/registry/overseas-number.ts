import { createRequire } from 'node:module';
import type * as Library from 'libphonenumber-js/max';

let loaded: typeof Library | undefined;

/** Loaded when the first number from abroad is met: few texts hold one, and its metadata take longer to load than a check. */
function library(): typeof Library {
  loaded ??= createRequire(import.meta.url)('libphonenumber-js/max') as typeof Library;
  return loaded;
}

/** A number of another country, as E.164 digits without `+`. */
export interface OverseasNumber {
  readonly digits: string;
  /** ISO 3166-1 alpha-2; null for the codes of no country (+800, +882). */
  readonly country: string | null;
  /** The national plan of that country knows such a number. */
  readonly valid: boolean;
  /** The length is one that numbers of that country have. */
  readonly possible: boolean;
}

/** E.164: at most 15 digits with the calling code. Nothing dialled from abroad is shorter than 7. */
const SHORTEST = 7;
const LONGEST = 15;

/** Whose a shared calling code is when the number does not tell: the largest country under it. */
const MAIN_COUNTRY: Readonly<Record<string, string>> = {
  '1': 'US',
  '7': 'RU',
  '39': 'IT',
  '44': 'GB',
  '47': 'NO',
  '61': 'AU',
  '212': 'MA',
  '262': 'RE',
  '290': 'SH',
  '358': 'FI',
  '590': 'GP',
  '599': 'CW',
};

let countries: ReadonlyMap<string, string> | undefined;

/** Calling codes and the country that each is taken for. */
function countryByCode(): ReadonlyMap<string, string> {
  const { getCountries, getCountryCallingCode } = library();
  countries ??= new Map(
    getCountries().map((country) => {
      const code = getCountryCallingCode(country);
      return [code, MAIN_COUNTRY[code] ?? country];
    }),
  );
  return countries;
}

function countryOf(digits: string): string | null {
  for (let length = 1; length <= 3; length += 1) {
    const country = countryByCode().get(digits.slice(0, length));
    if (country) return country;
  }
  return null;
}

/** Reads digits that begin with a calling code other than 86; null when no country has it or the length is impossible. */
export function readOverseas(digits: string): OverseasNumber | null {
  if (digits.length < SHORTEST || digits.length > LONGEST || digits.startsWith('86')) return null;
  const parsed = library().parsePhoneNumberFromString(`+${digits}`);
  const country = parsed?.country ?? countryOf(digits);
  if (parsed?.isValid()) return { digits, country, valid: true, possible: true };
  return country === null ? null : { digits, country, valid: false, possible: parsed?.isPossible() === true };
}
