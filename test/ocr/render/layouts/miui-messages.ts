import { conversation, escapeHtml, type Layout } from '../layout.js';
import type { Message, Scene } from '../scene.js';

const style = ({ dark, fontSize }: Scene): string => `
  body { background: ${dark ? '#000' : '#fff'}; color: ${dark ? '#ddd' : '#111'}; font-family: "Liberation Sans", "Noto Sans CJK SC"; }
  .bar { position: absolute; top: 8px; left: 22px; right: 22px; display: flex; justify-content: space-between; font-size: 13px; }
  .head { height: 96px; text-align: center; padding-top: 40px; box-sizing: border-box; }
  .arrow { position: absolute; left: 18px; top: 42px; font-size: 20px; }
  .who { font-size: 18px; } .kind { font-size: 11px; color: #999; }
  .call { position: absolute; right: 18px; top: 44px; font-size: 13px; }
  .when { text-align: center; font-size: 12px; color: #999; margin: 14px 0 8px; }
  .row { display: flex; flex-wrap: wrap; margin: 4px 18px 4px; }
  .row.own { justify-content: flex-end; }
  .bubble { max-width: 82%; padding: 12px 16px; border-radius: 16px; background: ${dark ? '#262626' : '#f2f2f2'}; font-size: ${fontSize}px; line-height: 1.5; word-break: break-all; white-space: pre-wrap; }
  .own .bubble { background: ${dark ? '#1d4e2c' : '#d8f2df'}; }
  .bubble a { color: ${dark ? '#5b9dff' : '#0d6fe8'}; }
  .code { display: block; width: 140px; margin-top: 8px; background: #fff; }
  .chips { flex-basis: 100%; margin: 8px 0 4px; font-size: 13px; color: #0d6fe8; }
  .chips span { border: 1px solid ${dark ? '#333' : '#ddd'}; border-radius: 12px; padding: 4px 10px; margin-right: 8px; }
  .typing { position: absolute; bottom: 24px; left: 60px; right: 60px; height: 40px; border-radius: 20px; background: ${dark ? '#222' : '#f4f4f4'}; color: #aaa; padding: 9px 16px; box-sizing: border-box; font-size: 15px; }`;

function chipsBelow({ words: { text }, from }: Message): string {
  if (from !== 'sender') return '';
  if (/验证码/.test(text)) return '<div class="chips"><span>复制验证码</span></div>';
  return /\.[a-z]{2,}/.test(text) ? '<div class="chips"><span>查看更多</span><span>举报</span></div>' : '';
}

/** Messages of a Xiaomi: the sender in the middle with 短信 below, buttons under the bubble. */
export const miuiMessages: Layout = {
  name: 'miui-messages',
  shows: 'chat',
  time: 'above',
  style,
  draw(scene, codes) {
    return `<div class="bar"><span>${scene.clock}</span><span>5G 64</span></div>
      <div class="head"><div class="arrow">←</div><div class="who">${escapeHtml(scene.title)}</div><div class="kind">通知短信</div><div class="call">呼叫</div></div>
      ${conversation(scene, codes, { time: (words) => words, message: (bubble, message) => bubble + chipsBelow(message) })}
      <div class="typing">发送短信</div>`;
  },
};
