import { conversation, escapeHtml, type Layout } from '../layout.js';
import type { Message, Scene } from '../scene.js';

const style = ({ dark, fontSize }: Scene): string => `
  body { background: ${dark ? '#0d0d0d' : '#f1f3f5'}; color: ${dark ? '#e5e5e5' : '#191919'}; font-family: "Noto Sans CJK SC"; }
  .bar { position: absolute; top: 8px; left: 20px; right: 20px; display: flex; justify-content: space-between; font-size: 12px; }
  .head { height: 92px; }
  .arrow { position: absolute; left: 16px; top: 42px; font-size: 20px; }
  .face { position: absolute; left: 48px; top: 40px; width: 36px; height: 36px; border-radius: 50%; background: #6c9be0; color: #fff; text-align: center; line-height: 36px; font-size: 16px; }
  .who { position: absolute; left: 96px; top: 40px; font-size: 17px; font-weight: 500; }
  .kind { position: absolute; left: 96px; top: 64px; font-size: 11px; color: #888; }
  .more { position: absolute; right: 16px; top: 42px; font-size: 20px; }
  .when { text-align: center; font-size: 11px; color: #8a8a8a; margin: 12px 0 8px; }
  .row { margin: 6px 14px 12px; display: flex; flex-direction: column; align-items: flex-start; }
  .row.own { align-items: flex-end; }
  .bubble { max-width: 80%; padding: 10px 14px; border-radius: 4px 18px 18px 18px; background: ${dark ? '#202224' : '#fff'}; font-size: ${fontSize}px; line-height: 1.42; overflow-wrap: anywhere; white-space: pre-wrap; box-sizing: border-box; }
  .own .bubble { background: ${dark ? '#1f4b87' : '#c9e2ff'}; border-radius: 18px 4px 18px 18px; }
  .bubble a { color: ${dark ? '#5291ff' : '#0a59f7'}; }
  .code { display: block; width: 150px; margin-top: 8px; background: #fff; }
  .below { font-size: 11px; color: #8a8a8a; margin: 4px 4px 0; }
  .typing { position: absolute; bottom: 20px; left: 56px; right: 56px; height: 40px; border-radius: 20px; background: ${dark ? '#1c1c1c' : '#fff'}; color: #999; padding: 9px 16px; box-sizing: border-box; font-size: 15px; }`;

const hourBelow = ({ shownTime }: Message): string =>
  shownTime === null ? '' : `<div class="below">${escapeHtml(shownTime)}</div>`;

/** Messages of HarmonyOS: a coloured letter beside the sender, days in the middle, the hour below each bubble. */
export const harmonyMessages: Layout = {
  name: 'harmony-messages',
  shows: 'chat',
  time: 'above',
  style,
  draw(scene, codes) {
    return `<div class="bar"><span>${scene.clock}</span><span>5G 58%</span></div>
      <div class="head"><div class="arrow">←</div><div class="face">${escapeHtml(scene.title.slice(0, 1))}</div><div class="who">${escapeHtml(scene.title)}</div><div class="kind">信息</div><div class="more">⋮</div></div>
      ${conversation(scene, codes, { time: (words) => words, message: (bubble, message) => bubble + hourBelow(message) })}
      <div class="typing">短信</div>`;
  },
};
