/** What chat clients and phones turn into links, wider than any of them. */
const TAPPABLE: readonly (readonly [string, RegExp])[] = [
  ['address', /[\p{L}\p{N}\p{M}\p{Emoji_Presentation}_%)-][.．｡․][\p{L}\p{N}-]*\p{L}/u],
  ['address with an ideographic dot', /[a-z0-9]。[a-z0-9-]*[a-z]/iu],
  ['numeric address', /\d+\.\d+\.\d+/],
  ['scheme', /\b(?!hxxps?:)[a-z][a-z0-9+.-]*:\/\//i],
  ['bare scheme', /\b(?:mailto|tel|sms|weixin|tg|javascript):/i],
  ['number', /\p{Nd}{5,}/u],
  ['spaced number', /\p{Nd}(?:[ \-–—()（）.]{0,2}\p{Nd}){6,}/u],
  ['mention, topic or command', /(?:^|[\s（(「“])(?:[@#/][\p{L}_]|\$\p{L})/u],
  ['mailbox', /[\w.-]@[\w-]/],
];

const DAY = /20\d\d-\d\d-\d\d/g;

/** Everything in a text that some client would make tappable, as `kind: the words`. Days of our own are left out. */
export function tappableIn(text: string): string[] {
  const rest = text.replace(DAY, '');
  return TAPPABLE.flatMap(([kind, pattern]) => {
    const found = pattern.exec(rest);
    return found ? [`${kind}: ${found[0]}`] : [];
  });
}
