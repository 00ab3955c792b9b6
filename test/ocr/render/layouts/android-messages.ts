import { conversation, escapeHtml, type Layout } from '../layout.js';
import type { Scene } from '../scene.js';

const style = ({ dark, fontSize }: Scene): string => `
  body { background: ${dark ? '#121212' : '#fafafa'}; color: ${dark ? '#e6e6e6' : '#1b1b1b'}; font-family: "Noto Sans CJK SC"; }
  .bar { position: absolute; top: 6px; left: 16px; right: 16px; display: flex; justify-content: space-between; font-size: 12px; }
  .head { height: 84px; }
  .arrow { position: absolute; left: 16px; top: 38px; font-size: 20px; }
  .who { position: absolute; left: 46px; top: 36px; font-size: 19px; }
  .more { position: absolute; right: 18px; top: 36px; font-size: 20px; }
  .when { text-align: center; font-size: 12px; color: #888; margin: 10px 0 6px; }
  .row { display: flex; margin: 4px 16px 10px; }
  .row.own { justify-content: flex-end; }
  .bubble { max-width: 78%; padding: 10px 14px; border-radius: 20px; background: ${dark ? '#2a2d30' : '#fff'}; border: 1px solid ${dark ? '#2a2d30' : '#e2e2e2'}; font-size: ${fontSize}px; line-height: 1.45; overflow-wrap: anywhere; white-space: pre-wrap; }
  .own .bubble { background: ${dark ? '#0b4a6f' : '#d3e8fd'}; }
  .bubble a { color: ${dark ? '#8ab4f8' : '#1a63c9'}; text-decoration: underline; }
  .code { display: block; width: 160px; margin-top: 8px; background: #fff; }
  .typing { position: absolute; bottom: 0; left: 0; right: 0; height: 56px; background: ${dark ? '#1e1e1e' : '#efefef'}; color: #8a8a8a; padding: 18px 16px; box-sizing: border-box; font-size: 14px; }`;

/** Messages of a plain Android: the sender beside an arrow, an outlined bubble, the SIM card beside the time. */
export const androidMessages: Layout = {
  name: 'android-messages',
  shows: 'chat',
  time: 'above',
  style,
  draw(scene, codes) {
    return `<div class="bar"><span>${scene.clock}</span><span>HD 5G 76%</span></div>
      <div class="head"><div class="arrow">←</div><div class="who">${escapeHtml(scene.title)}</div><div class="more">⋮</div></div>
      ${conversation(scene, codes, { time: (words) => `${words} · 卡1`, message: (bubble) => bubble })}
      <div class="typing">短信/彩信</div>`;
  },
};
