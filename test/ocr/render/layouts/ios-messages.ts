import { conversation, escapeHtml, type Layout } from '../layout.js';
import type { Scene } from '../scene.js';

const style = ({ dark, fontSize }: Scene): string => `
  body { background: ${dark ? '#000' : '#fff'}; color: ${dark ? '#fff' : '#000'}; font-family: "Liberation Sans", "Noto Sans CJK SC"; }
  .bar { position: absolute; top: 14px; left: 26px; right: 26px; display: flex; justify-content: space-between; font: 600 16px "Liberation Sans"; }
  .head { height: 128px; background: ${dark ? '#1c1c1e' : '#f6f6f6'}; border-bottom: 1px solid ${dark ? '#333' : '#c8c8cc'}; text-align: center; }
  .back { position: absolute; left: 10px; top: 58px; color: #0a84ff; font-size: 20px; }
  .face { width: 46px; height: 46px; border-radius: 50%; background: #a4a6b0; margin: 0 auto; position: relative; top: 50px; margin-bottom: 54px; }
  .who { font-size: 12px; display: inline-block; margin-top: 4px; }
  .when { text-align: center; font-size: 11px; color: #8e8e93; margin: 14px 0 6px; line-height: 16px; }
  .row { display: flex; margin: 2px 12px 6px; }
  .row.own { justify-content: flex-end; }
  .bubble { max-width: 74%; padding: 8px 14px; border-radius: 18px; background: ${dark ? '#26262a' : '#e9e9eb'}; font-size: ${fontSize}px; line-height: 1.29; overflow-wrap: anywhere; white-space: pre-wrap; }
  .own .bubble { background: #34c759; color: #fff; }
  .bubble a { text-decoration: underline; }
  .code { display: block; width: 150px; margin-top: 8px; background: #fff; }
  .typing { position: absolute; bottom: 30px; left: 56px; right: 20px; height: 34px; border: 1px solid ${dark ? '#444' : '#ccc'}; border-radius: 17px; color: #8e8e93; padding: 6px 14px; box-sizing: border-box; font-size: 15px; }
  .plus { position: absolute; bottom: 32px; left: 16px; font-size: 24px; color: #8e8e93; }`;

/** Messages of an iPhone: the sender small below a round picture, times in the middle. */
export const iosMessages: Layout = {
  name: 'ios-messages',
  shows: 'chat',
  time: 'above',
  style,
  draw(scene, codes) {
    return `<div class="bar"><span>${scene.clock}</span><span>5G 87</span></div>
      <div class="head"><div class="back">‹ 12</div><div class="face"></div><div class="who">${escapeHtml(scene.title)}</div></div>
      ${conversation(scene, codes, { time: (words) => `<div>短信/彩信</div><div>${words}</div>`, message: (bubble) => bubble })}
      <div class="plus">+</div><div class="typing">短信/彩信</div>`;
  },
};
