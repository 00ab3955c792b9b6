import type { DetailPattern } from './detail-pattern.js';
import { Trait } from './traits.js';

const CODE_CUES = ['码', '动态密码', 'otp', 'code'];
const CODE_WORD = '(?:验证码|校验码|动态码|动态密码|确认码|激活码|取款码|授权码|otp|code)';

const CODE_AFTER_WORD: DetailPattern = {
  kind: 'verification_code',
  needs: Trait.digit,
  cues: CODE_CUES,
  pattern: new RegExp(`${CODE_WORD}(?:是|为|:| |,|\\(|【|\\[|“|"){0,4}(\\d{4,8})(?![\\d.])`, 'g'),
};

const CODE_BEFORE_WORD: DetailPattern = {
  kind: 'verification_code',
  needs: Trait.digit,
  cues: CODE_CUES,
  pattern: new RegExp(
    `(?<![\\d.])(\\d{4,8})[)\\]】” ]{0,2}(?:\\(|,)?(?:是|为)?(?:您|你|本次)?的?[^,。;!\\d]{0,12}?${CODE_WORD}(?!(?:是|为|:| |\\()*\\d{4})`,
    'g',
  ),
};

/** 最高人民法院 2016 rules on case numbers: (year) court, kind of case, serial number. */
const CASE: DetailPattern = {
  kind: 'case_number',
  needs: Trait.digit,
  cues: ['号'],
  pattern: /([([〔【]\d{4}[)\]〕】][\u3400-\u9fff\d]{1,16}?\d{1,6}号)/g,
};

const CONTRACT: DetailPattern = {
  kind: 'contract_number',
  needs: Trait.digit,
  cues: ['号', '编码'],
  pattern:
    /(?:合同|借据|订单|协议|业务|案件|工单|流水|受理|贷款)(?:编?号|号码|编码|单号)(?:是|为|:| |#){0,3}([a-z0-9][a-z0-9-]{4,39})(?![a-z0-9])/g,
  value: ([, number = '']) => (/\d/.test(number) ? number : null),
};

const ID: DetailPattern = {
  kind: 'id_number',
  needs: Trait.digit,
  pattern: /(?<![\da-z])([1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx])(?![\da-z])/g,
  value: ([, number = '']) => (hasIdChecksum(number) ? number : null),
};

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643-1999: ISO 7064 MOD 11-2. */
function hasIdChecksum(number: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return '10x98765432'[sum % 11] === number[17];
}

const INSTALLER: DetailPattern = {
  kind: 'installer_file',
  needs: Trait.latin,
  cues: ['.apk', '.ipa', '.exe', '.mobileconfig'],
  pattern:
    /((?:[a-z0-9_()-](?:[a-z0-9_().-]{0,40}[a-z0-9_()-])?|[\u3400-\u9fff]{1,8})\.(?:apk|ipa|exe|mobileconfig))(?![a-z0-9])/g,
};

export const IDENTIFIER_PATTERNS: readonly DetailPattern[] = [CODE_AFTER_WORD, CODE_BEFORE_WORD, CASE, CONTRACT, ID, INSTALLER];
