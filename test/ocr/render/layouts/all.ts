import type { Layout } from '../layout.js';
import { androidMessages } from './android-messages.js';
import { bareBubble } from './bare-bubble.js';
import { harmonyMessages } from './harmony-messages.js';
import { iosMessages } from './ios-messages.js';
import { iosNotifications } from './ios-notifications.js';
import { lockScreen } from './lock-screen.js';
import { miuiMessages } from './miui-messages.js';
import { notificationShade } from './notification-shade.js';
import { wechatChat } from './wechat-chat.js';

/** Every layout by its name. A new one is a file beside these and a line here. */
export const LAYOUTS: ReadonlyMap<string, Layout> = new Map(
  [
    iosMessages,
    androidMessages,
    miuiMessages,
    harmonyMessages,
    lockScreen,
    iosNotifications,
    notificationShade,
    wechatChat,
    bareBubble,
  ].map((layout) => [layout.name, layout]),
);
