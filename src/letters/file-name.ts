import type { Letter, LetterId } from './types.js';

const STEMS: Readonly<Record<LetterId, string>> = {
  platform: 'complaint-platform',
  regulator: 'complaint-12378',
  local_bureau: 'complaint-local-bureau',
  cyberspace_office: 'complaint-cyberspace-office',
  spam_report: 'report-12321',
  police: 'report-police',
};

/** A name for the letter as an HTML file, safe in any file system: `complaint-12378.html`, `complaint-12378-en.html`. */
export const letterFileName = ({ id, language }: Pick<Letter, 'id' | 'language'>): string =>
  `${STEMS[id]}${language === 'zh' ? '' : `-${language}`}.html`;
