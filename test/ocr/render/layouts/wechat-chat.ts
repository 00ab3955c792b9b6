import { conversation, escapeHtml, type Layout } from '../layout.js';
import type { Scene } from '../scene.js';

const style = ({ dark, fontSize }: Scene): string => `
  body { background: ${dark ? '#111' : '#ededed'}; color: ${dark ? '#d5d5d5' : '#111'}; font-family: "Liberation Sans", "Noto Sans CJK SC"; }
  .bar { position: absolute; top: 10px; left: 22px; right: 22px; display: flex; justify-content: space-between; font-size: 14px; }
  .head { height: 88px; border-bottom: 1px solid ${dark ? '#222' : '#d9d9d9'}; text-align: center; font-weight: bold; font-size: 17px; padding-top: 50px; box-sizing: border-box; }
  .back { position: absolute; left: 14px; top: 48px; font-size: 17px; } .more { position: absolute; right: 18px; top: 46px; font-size: 20px; }
  .when { text-align: center; font-size: 12px; color: #9a9a9a; margin: 14px 0 10px; }
  .row { display: flex; margin: 8px 12px 14px; gap: 12px; }
  .row.own { flex-direction: row-reverse; }
  .face { width: 40px; height: 40px; border-radius: 5px; background: #78aa98; flex: none; }
  .own .face { background: #b0886a; }
  .bubble { max-width: 66%; padding: 10px 12px; border-radius: 5px; background: ${dark ? '#2c2c2c' : '#fff'}; font-size: ${fontSize}px; line-height: 1.4; overflow-wrap: anywhere; white-space: pre-wrap; }
  .own .bubble { background: ${dark ? '#3eb575' : '#95ec69'}; color: #0a0a0a; }
  .bubble a { color: ${dark ? '#7d90a9' : '#576b95'}; }
  .code { display: block; width: 150px; margin-top: 8px; background: #fff; }
  .typing { position: absolute; bottom: 0; left: 0; right: 0; height: 78px; background: ${dark ? '#1e1e1e' : '#f7f7f7'}; }
  .field { position: absolute; left: 52px; right: 100px; top: 9px; height: 38px; border-radius: 5px; background: ${dark ? '#2c2c2c' : '#fff'}; }`;

/** A chat in WeChat: a friend, pictures beside the bubbles, own ones green. */
export const wechatChat: Layout = {
  name: 'wechat-chat',
  shows: 'chat',
  time: 'none',
  style,
  draw(scene, codes) {
    return `<div class="bar"><span>${scene.clock}</span><span>5G 90</span></div>
      <div class="head"><span class="back">‹ 6</span><span>${escapeHtml(scene.title)}</span><span class="more">⋯</span></div>
      ${conversation(scene, codes, { time: (words) => words, message: (bubble) => `<div class="face"></div>${bubble}` })}
      <div class="typing"><div class="field"></div></div>`;
  },
};
