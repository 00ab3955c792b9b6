import { foldText } from '../../notice/fold.js';
import { isRemark, LOOKS_LIKE_NOTICE } from '../../notice/remark.js';

/** In signs: what people say in passing is short. */
const LONGEST_REMARK = 16;

/** Without what a person says about the messages that he passes on, unless that is all there is. `isFriend`: a person is talking. */
export function withoutRemarks<T extends { readonly text: string }>(said: readonly T[], isFriend: boolean): readonly T[] {
  const hasNotice = said.some(({ text }) => looksLikeNotice(text));
  const isAside = ({ text }: T): boolean =>
    isRemark(foldText(text).text, true) || (isFriend && hasNotice && text.length <= LONGEST_REMARK && !looksLikeNotice(text));
  const rest = said.filter((one) => !isAside(one));
  return rest.length > 0 ? rest : said;
}

const looksLikeNotice = (text: string): boolean => LOOKS_LIKE_NOTICE.test(foldText(text).text);
