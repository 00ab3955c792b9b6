import { cards, escapeHtml, type Layout } from '../layout.js';
import type { Scene } from '../scene.js';

const style = ({ dark, fontSize }: Scene): string => `
  body { background: ${dark ? '#15171a' : '#dfe4ec'}; color: ${dark ? '#eee' : '#1a1a1a'}; font-family: "Noto Sans CJK SC"; }
  .bar { display: flex; justify-content: space-between; font-size: 13px; padding: 10px 20px 0; }
  .day { padding: 14px 20px 10px; font-size: 15px; }
  .tiles { display: flex; justify-content: space-around; padding: 4px 10px 16px; font-size: 11px; text-align: center; }
  .tiles i { display: block; width: 44px; height: 44px; border-radius: 50%; background: ${dark ? '#33383f' : '#fff'}; margin: 0 auto 4px; }
  .card { margin: 7px 12px; padding: 12px 16px; border-radius: 22px; background: ${dark ? '#26292e' : '#fbfcff'}; }
  .top { font-size: 12px; color: #808080; margin-bottom: 3px; }
  .from { font-weight: bold; font-size: ${fontSize - 2}px; line-height: 1.45; }
  .words { font-size: ${fontSize - 2}px; line-height: 1.45; overflow-wrap: anywhere; white-space: pre-wrap; }
  .code { display: block; width: 120px; margin-top: 8px; background: #fff; }
  .acts { font-size: 13px; color: #3a7bfd; margin-top: 8px; }
  .acts span { margin-right: 24px; }
  .clear { text-align: center; font-size: 13px; margin-top: 14px; color: #777; }`;

const BUTTONS = '<div class="acts"><span>标记为已读</span><span>回复</span></div>';
const TILES = ['WLAN', '蓝牙', '移动数据', '手电筒'].map((name) => `<div><i></i>${name}</div>`).join('');

/** The notifications that are pulled down on an Android, with quick settings above and buttons below. */
export const notificationShade: Layout = {
  name: 'notification-shade',
  shows: 'shade',
  time: 'beside',
  style,
  draw(scene, codes) {
    const shown = cards(
      scene,
      codes,
      (words, message) =>
        `<div class="top">短信 · ${escapeHtml(message.shownTime ?? '')}</div><div class="from">${escapeHtml(message.shownSender)}</div>${words}${BUTTONS}`,
    );
    return `<div class="bar"><span>${scene.clock}</span><span>HD 5G 71%</span></div><div class="tiles">${TILES}</div>${shown}<div class="clear">全部清除</div>`;
  },
};
