import { foldText } from '../notice/fold.js';
import type { Registry } from '../registry/types.js';

/** Longer texts are no look-up. Folded characters. */
const LONGEST = 48;
const LONE_HOST = /^(?:https?:\/\/)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#:]\S*)?$/u;
const ADDRESS = /(?:https?:\/\/)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?#:][\x21-\x7e]*)?|(?:\+|00)?\d(?:[ -]?\d){2,19}/g;

/** Opens a look-up whatever follows. */
const COMMANDS_LOOKUP = /^(?:查一下|查下|查查|查询|帮我查|帮查|查|look up|lookup|check)\s*/;
/** What people ask about a number or an address. */
const ASKS_WHOSE =
  /是谁|谁的|哪里的|哪儿的|哪家|什么号码|什么电话|哪个平台|哪个公司|哪个银行|是不是|官方|官网|客服|真的吗|真的假的|可信|安全吗|能点吗|能打吗|能接吗|正规吗|的吗|whose|who is|who owns|is this|is it|official|real|legit/;
/** `京东金融的客服电话是多少` */
const ASKS_LINE =
  /^(?:请问|问一下|问下|麻烦问下|想问下)?(?:一下)?(.{2,16}?)的?(?:官方|人工|全国|24小时)*(?:客服|服务|官方|投诉|咨询|联系)?(?:电话|热线|号码|官网|网址|网站|联系方式|客服)(?:号码|号)?(?:是)?(?:多少|什么|哪个|几|几号|有吗|呢|啊)*[?。!]*$/;
const ASKS_LINE_EN =
  /^(?:what is|what's|whats)?\s*(?:the )?(?:official )?(?:phone |hotline |customer service )?(?:number|hotline|website|site|line)\s+(?:of|for)\s+(.{2,30}?)[?.!]*$/;

function addressIn(folded: string): string | null {
  const [first, ...more] = [...folded.matchAll(ADDRESS)];
  return first && more.length === 0 ? first[0] : null;
}

function nameAskedFor(folded: string, registry: Registry): string | null {
  const name = (ASKS_LINE.exec(folded)?.[1] ?? ASKS_LINE_EN.exec(folded)?.[1])?.trim();
  if (!name) return null;
  return registry.bySignature(name).length > 0 || registry.bySpelling(name).length > 0 ? name : null;
}

/**
 * What a short text asks to look up: an address alone or with a question around it, `查 95188`, the name of a platform
 * alone or in a question for its telephone. Null when it asks something else.
 */
export function readLookupQuestion(text: string, registry: Registry): string | null {
  const folded = foldText(text).text.trim();
  if (folded.length > LONGEST || folded.includes('\n') || folded === '') return null;
  if (LONE_HOST.test(folded) && !/^\d+(?:\.\d+)?$/.test(folded)) return text.trim();
  const command = COMMANDS_LOOKUP.exec(folded)?.[0];
  if (command && folded.length > command.length) return folded.slice(command.length);
  const address = addressIn(folded);
  if (address) return address.length === folded.length || ASKS_WHOSE.test(folded) ? address : null;
  return registry.bySignature(folded).length > 0 ? folded : nameAskedFor(folded, registry);
}
