import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import type { z } from 'zod';
import { conductInstrument, conductPhrasesFile } from './conduct-records.js';
import type { Problem } from './data-error.js';
import { faqRecord, helpGuide, helpMenuFile, helpWordsFile, interviewRecord } from './help-records.js';
import { intentsFile } from './intent-records.js';
import { letterRecord } from './letter-records.js';
import {
  abusedSuffixesFile,
  areaCodesFile,
  licencesFile,
  misreadingsFile,
  mobilePrefixesFile,
  numberingFile,
  paymentCodesFile,
  platformRecord,
  reportedFakesFile,
  scamRecord,
  serviceCodesFile,
  shortLinksFile,
  vocabularyFile,
  wordingFile,
} from './records.js';

/** One file under data/; `path` is relative to the project, with forward slashes. */
export interface DataFile {
  readonly path: string;
  readonly text: string;
}

const SINGLE_FILES = {
  'data/numbering/plan.yaml': numberingFile,
  'data/numbering/mobile-prefixes.yaml': mobilePrefixesFile,
  'data/numbering/area-codes.yaml': areaCodesFile,
  'data/numbering/service-codes.yaml': serviceCodesFile,
  'data/lists/short-links.yaml': shortLinksFile,
  'data/lists/abused-suffixes.yaml': abusedSuffixesFile,
  'data/lists/reported-fakes.yaml': reportedFakesFile,
  'data/lists/consumer-finance-licences.yaml': licencesFile,
  'data/lists/misreadings.yaml': misreadingsFile,
  'data/lists/payment-codes.yaml': paymentCodesFile,
  'data/lists/vocabulary.yaml': vocabularyFile,
  'data/lists/intents.yaml': intentsFile,
  'data/lists/help-menu.yaml': helpMenuFile,
  'data/lists/help-words.yaml': helpWordsFile,
  'data/conduct/phrases.yaml': conductPhrasesFile,
  'data/wording/zh.yaml': wordingFile,
  'data/wording/en.yaml': wordingFile,
} as const;
type SinglePath = keyof typeof SINGLE_FILES;

const FOLDERS = {
  'data/platforms/': platformRecord,
  'data/scams/': scamRecord,
  'data/conduct/': conductInstrument,
  'data/help/': helpGuide,
  'data/interviews/': interviewRecord,
  'data/faq/': faqRecord,
  'data/letters/': letterRecord,
} as const;
type Folder = keyof typeof FOLDERS;

type Parsed = { [Path in SinglePath]?: z.infer<(typeof SINGLE_FILES)[Path]> };

export interface Records {
  readonly platforms: readonly z.infer<typeof platformRecord>[];
  readonly scams: readonly z.infer<typeof scamRecord>[];
  readonly conduct: readonly z.infer<typeof conductInstrument>[];
  readonly help: readonly z.infer<typeof helpGuide>[];
  readonly interviews: readonly z.infer<typeof interviewRecord>[];
  readonly faq: readonly z.infer<typeof faqRecord>[];
  readonly letters: readonly z.infer<typeof letterRecord>[];
  readonly single: Parsed;
}

/** Where a value stands in its file: `contacts[0].value`. */
export const fieldOf = (path: readonly PropertyKey[]): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');

function explain(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.expected === 'string' && typeof issue.input === 'number') {
    return `${issue.input} is a bare number; write it in quotes`;
  }
  if (issue.code === 'unrecognized_keys') return `unknown ${issue.keys.join(', ')}; remove it or check the spelling`;
  return issue.message;
}

/** What a file holds; null when it could not be read as it should, with what is wrong. */
interface Reading {
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

/** Days stay strings: only the core types are read. */
function readFile(schema: z.ZodType, { path, text }: DataFile): Reading {
  let value: unknown;
  try {
    value = load(text, { schema: CORE_SCHEMA });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const line = error.mark ? ` (line ${error.mark.line + 1})` : '';
    return { value: null, problems: [{ file: path, field: '', message: `not readable as YAML: ${error.reason}${line}` }] };
  }
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return { value: result.data, problems: [] };
  const problems = result.error.issues.map((issue) => ({ file: path, field: fieldOf(issue.path), message: explain(issue) }));
  return { value: null, problems };
}

/** Reading takes far longer than all other checks: a file is read once, however often the records are put together anew. */
const readings = new WeakMap<DataFile, Reading>();

function check<T>(schema: z.ZodType<T>, file: DataFile, problems: Problem[]): T | null {
  const reading = readings.get(file) ?? readFile(schema, file);
  readings.set(file, reading);
  problems.push(...reading.problems);
  return reading.value as T | null;
}

const stemOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.yaml$/, '');

function checkStem(record: { id: string }, file: DataFile, problems: Problem[]): void {
  if (record.id === stemOf(file.path)) return;
  problems.push({ file: file.path, field: 'id', message: `'${record.id}' must equal the file's name, '${stemOf(file.path)}'` });
}

/**
 * Parses every file and checks its shape. All problems of all files come back at once; records of broken files are
 * left out, so that later checks may go on with the rest.
 */
export function readRecords(files: readonly DataFile[]): { records: Records; problems: Problem[] } {
  const problems: Problem[] = [];
  const found: { [F in Folder]: { id: string }[] } = {
    'data/platforms/': [],
    'data/scams/': [],
    'data/conduct/': [],
    'data/help/': [],
    'data/interviews/': [],
    'data/faq/': [],
    'data/letters/': [],
  };
  const single: Record<string, unknown> = {};
  for (const file of files) {
    const folder = (Object.keys(FOLDERS) as Folder[]).find((name) => file.path.startsWith(name));
    if (file.path in SINGLE_FILES) {
      single[file.path] = check<unknown>(SINGLE_FILES[file.path as SinglePath], file, problems);
    } else if (folder) {
      const record = check<{ id: string }>(FOLDERS[folder], file, problems);
      if (!record) continue;
      checkStem(record, file, problems);
      found[folder].push(record);
    } else {
      problems.push({ file: file.path, field: '', message: 'no record is expected here; see data/README.md for the places' });
    }
  }
  for (const path of Object.keys(SINGLE_FILES)) {
    if (!(path in single)) problems.push({ file: path, field: '', message: 'is missing' });
  }
  const records = {
    platforms: found['data/platforms/'],
    scams: found['data/scams/'],
    conduct: found['data/conduct/'],
    help: found['data/help/'],
    interviews: found['data/interviews/'],
    faq: found['data/faq/'],
    letters: found['data/letters/'],
    single,
  } as unknown as Records;
  return { records, problems };
}
