import { cards, escapeHtml, type Layout } from '../layout.js';
import type { Scene } from '../scene.js';
import { lockScreenDay } from '../shown-time.js';

const style = ({ dark, fontSize }: Scene): string => `
  body { background: linear-gradient(200deg, #1d3b35, #517a6c 60%, #b9b27e); color: #fff; font-family: "Liberation Sans", "Noto Sans CJK SC"; }
  .date { text-align: center; font-size: 19px; padding-top: 70px; }
  .clock { text-align: center; font-size: 84px; line-height: 96px; font-weight: bold; margin-bottom: 24px; }
  .card { position: relative; margin: 8px 10px; padding: 12px 14px 12px 62px; border-radius: 22px; background: ${dark ? 'rgba(40,40,44,.92)' : 'rgba(238,240,238,.93)'}; color: ${dark ? '#f4f4f4' : '#101010'}; }
  .icon { position: absolute; left: 14px; top: 50%; margin-top: -18px; width: 36px; height: 36px; border-radius: 9px; background: #32c759; }
  .top { display: flex; justify-content: space-between; align-items: baseline; }
  .from { font-weight: bold; font-size: ${fontSize - 2}px; } .time { font-size: 13px; opacity: .6; }
  .words { font-size: ${fontSize - 2}px; line-height: 1.32; overflow-wrap: anywhere; white-space: pre-wrap; }
  .code { display: block; width: 120px; margin-top: 8px; background: #fff; }`;

/** A lock screen of a newer iPhone: the sender and the time in one line, the program as an icon only. */
export const iosNotifications: Layout = {
  name: 'ios-notifications',
  shows: 'shade',
  time: 'beside',
  style,
  draw(scene, codes) {
    const shown = cards(
      scene,
      codes,
      (words, message) =>
        `<div class="icon"></div><div class="top"><span class="from">${escapeHtml(message.shownSender)}</span><span class="time">${escapeHtml(message.shownTime ?? '')}</span></div>${words}`,
    );
    return `<div class="date">${lockScreenDay(scene.day)}</div><div class="clock">${scene.clock}</div>${shown}`;
  },
};
