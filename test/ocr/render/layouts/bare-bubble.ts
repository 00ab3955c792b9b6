import { type Layout, words } from '../layout.js';
import { messagesOf, type Scene } from '../scene.js';

const style = ({ dark, fontSize }: Scene): string => `
  body { background: ${dark ? '#222' : '#f4f4f4'}; color: ${dark ? '#eee' : '#111'}; font-family: "Noto Sans CJK SC"; }
  .words { padding: 14px 16px; font-size: ${fontSize}px; line-height: 1.45; overflow-wrap: anywhere; white-space: pre-wrap; }
  .code { display: block; width: 150px; margin-top: 8px; background: #fff; }`;

/** A bubble that somebody cut out of a screenshot: words and nothing around them. */
export const bareBubble: Layout = {
  name: 'bare-bubble',
  shows: 'bare',
  time: 'none',
  style,
  draw(scene, codes) {
    return messagesOf(scene)
      .map((message, part) => words(message, part, codes, 'words'))
      .join('\n');
  },
};
