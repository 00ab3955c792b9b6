import type { z } from 'zod';
import type { NumberClass } from '../notice/types.js';
import type { areaCodesFile, mobilePrefixesFile, numberingFile, serviceCodesFile } from './records.js';

/** The four files of data/numbering/, already checked for their shape. */
export interface NumberingFiles {
  readonly plan: z.infer<typeof numberingFile>;
  readonly mobilePrefixes: z.infer<typeof mobilePrefixesFile>;
  readonly areaCodes: z.infer<typeof areaCodesFile>;
  readonly serviceCodes: z.infer<typeof serviceCodesFile>;
}

export interface NumberingRule {
  readonly id: string;
  /** Source of a regular expression over a whole national number; linear by `findNumberingProblems`. */
  readonly pattern: string;
  readonly class: NumberClass;
  /** A number of this kind may stand in running text on its own. */
  readonly inText: boolean;
}

/** The numbering plan as plain JSON. Who holds a service code is not in here: that belongs to the registry's numbers. */
export interface NumberingData {
  /** The first rule that fits decides. */
  readonly rules: readonly NumberingRule[];
  /** Operator by prefix of a mobile or IoT number; the longest prefix decides. */
  readonly operators: Readonly<Record<string, string>>;
  /** By area code with its leading 0: province and city, and how many digits a local number has there. */
  readonly areas: Readonly<Record<string, { readonly name: string; readonly localDigits: readonly number[] }>>;
}

const areaName = (province: string, city: string): string => (province === city ? city : province + city);

/** Turns the files into what `createNumberingPlan` takes. Operators of tier `unverified` are left out. */
export function compileNumbering({ plan, mobilePrefixes, areaCodes }: NumberingFiles): NumberingData {
  const trusted = mobilePrefixes.entries.filter(({ tier }) => tier !== 'unverified');
  return {
    rules: plan.rules.map(({ id, pattern, class: numberClass, in_text }) => ({
      id,
      pattern,
      class: numberClass,
      inText: in_text,
    })),
    operators: Object.fromEntries(trusted.map(({ prefix, operator }) => [prefix, operator])),
    areas: Object.fromEntries(
      areaCodes.entries.map(({ code, province, city, local_digits }) => [
        code,
        { name: areaName(province, city), localDigits: local_digits },
      ]),
    ),
  };
}
