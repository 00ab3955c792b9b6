import { foldText } from '../notice/fold.js';
import type { Platform, Registry } from './types.js';

export interface Resolved {
  readonly platforms: readonly Platform[];
  /** The name is theirs; otherwise they are guesses, best first. */
  readonly sure: boolean;
}

const MOST_GUESSES = 5;
/** What people type around a name when they ask: 请问花呗的客服电话是多少. */
const BEFORE = /^(?:请问|请|帮我|帮忙|我想|想|查一下|查查|查询|查|问一下|问)/;
const AFTER =
  /(?:的|官方|客服|人工|服务|投诉|联系|电话|热线|号码|号|官网|网址|网站|方式|短信|公司|平台|是|多少|什么|哪个|哪家|谁|真|假|正规|靠谱|可靠|骗子|诈骗|骗人|怎么|打|吗|呢|么|吧|[?？!！。.,，\s])$/;

/** Takes the asking away, word by word from both ends; what is left is the name, or '' when nothing else was there. */
function withoutAsking(text: string): string {
  let name = text;
  for (let before = ''; before !== name; ) {
    before = name;
    name = name.replace(BEFORE, '').replace(AFTER, '');
  }
  return name;
}

const once = (platforms: readonly Platform[]): Platform[] => [...new Set(platforms)].slice(0, MOST_GUESSES);

function exactly(name: string, registry: Registry): readonly Platform[] {
  const named = registry.bySignature(name);
  if (named.length > 0) return named;
  const record = registry.platform(name);
  if (record) return [record];
  const calledSo = ({ nameEn, operator }: Platform): boolean =>
    [nameEn, operator].some((text) => text && foldText(text).text === name);
  return registry.bySpelling(name).filter(calledSo);
}

/** Finds the records that a folded name means: exactly, without the words of a question around it, spelled otherwise, or alike. */
export function resolveName(folded: string, registry: Registry): Resolved {
  const bare = withoutAsking(folded);
  for (const name of new Set([folded, bare])) {
    const platforms = exactly(name, registry);
    if (platforms.length > 0) return { platforms: once(platforms), sure: true };
  }
  const spelled = registry.bySpelling(bare);
  if (spelled.length > 0) return { platforms: once(spelled), sure: false };
  const inside = registry
    .lexical(foldText(folded))
    .names.flatMap(({ platformId, signatureOnly }) => (signatureOnly ? [] : (registry.platform(platformId) ?? [])));
  const alike = registry.byLikeness(bare);
  return { platforms: once([...inside, ...alike]), sure: false };
}
