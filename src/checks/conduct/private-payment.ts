import type { Detail } from '../../notice/types.js';
import { codesThat } from '../known-codes.js';
import { breachByWording, breachOfGroup } from './breach.js';
import { toldDetails } from './told-details.js';
import type { Breach, ConductCheck, Spoken } from './types.js';

/** A whole card number (尾号1234 is the reader's own) or an Alipay account. A company's account number looks like neither. */
const isPrivateAccount = ({ kind, value }: Detail): boolean => kind === 'alipay_account' || value.length >= 13;
const PAYS_INTO = /转|汇|打款|打入|存入|还到|还至|付到|付至|收款|户名|缴/;

function breachByAccount(spoken: Spoken): Breach | null {
  const account = toldDetails(spoken, new Set(['bank_card', 'alipay_account'])).find(isPrivateAccount);
  return account && PAYS_INTO.test(spoken.text) ? breachOfGroup('private-account', account.span, spoken) : null;
}

/** A personal collection code beside a demand says where the money is to go without any word. */
function breachByCode(spoken: Spoken): Breach | null {
  const [code] = codesThat('payment', spoken.subject);
  return code ? breachOfGroup('private-account', code.span, spoken) : null;
}

export const privatePayment: ConductCheck = {
  topic: 'private_payment',
  asks: 'Is the debt to be paid to a private account, a collection code or over a private chat?',
  run: (spoken) => breachByWording('private_payment', spoken) ?? breachByAccount(spoken) ?? breachByCode(spoken),
};
