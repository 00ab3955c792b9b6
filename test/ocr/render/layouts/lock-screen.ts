import { cards, escapeHtml, type Layout } from '../layout.js';
import type { Scene } from '../scene.js';
import { lockScreenDay } from '../shown-time.js';

const style = ({ dark, fontSize }: Scene): string => `
  body { background: linear-gradient(165deg, #26425f, #6b4569 55%, #cf875e); color: #fff; font-family: "Liberation Sans", "Noto Sans CJK SC"; }
  .clock { text-align: center; font-size: 72px; padding-top: 70px; line-height: 80px; }
  .date { text-align: center; font-size: 18px; margin-bottom: 30px; }
  .card { margin: 8px 12px; padding: 11px 15px; border-radius: 20px; background: ${dark ? 'rgba(34,34,38,.93)' : 'rgba(244,242,246,.92)'}; color: ${dark ? '#f2f2f2' : '#111'}; }
  .top { display: flex; justify-content: space-between; font-size: 12px; opacity: .75; margin-bottom: 3px; }
  .from { font-weight: bold; font-size: ${fontSize - 1}px; line-height: 1.4; }
  .words { font-size: ${fontSize - 1}px; line-height: 1.4; overflow-wrap: anywhere; white-space: pre-wrap; }
  .code { display: block; width: 120px; margin-top: 8px; background: #fff; }
  .torch { position: absolute; bottom: 34px; width: 44px; height: 44px; border-radius: 50%; background: rgba(20,20,24,.5); left: 44px; }`;

/** A lock screen of an iPhone with notifications. */
export const lockScreen: Layout = {
  name: 'lock-screen',
  shows: 'shade',
  time: 'beside',
  style,
  draw(scene, codes) {
    const shown = cards(
      scene,
      codes,
      (words, message) =>
        `<div class="top"><span>信息</span><span>${escapeHtml(message.shownTime ?? '')}</span></div><div class="from">${escapeHtml(message.shownSender)}</div>${words}`,
    );
    return `<div class="clock">${scene.clock}</div><div class="date">${lockScreenDay(scene.day)}</div>${shown}<div class="torch"></div>`;
  },
};
