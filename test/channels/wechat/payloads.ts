const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** One entry of merged messages, as WeChat writes it. */
export const entry = (sender: string, text: string, kind = '1'): string =>
  `<dataitem datatype="${kind}" dataid="0a1b"><cdnencryver>1</cdnencryver><datadesc>${escaped(text)}</datadesc>` +
  `<sourcename>${escaped(sender)}</sourcename><sourcetime>2026-11-20 22:31</sourcetime></dataitem>`;

export const recordInfo = (entries: readonly string[]): string =>
  `<recordinfo><title>聊天记录</title><desc>…</desc><datalist count="${entries.length}">${entries.join('\n')}</datalist></recordinfo>`;

/** Merged messages as a puppet delivers them: XML whose `recorditem` holds XML as text. */
export const chatHistory = (title: string, entries: readonly string[], wrap: 'cdata' | 'escaped' = 'cdata'): string => {
  const record = recordInfo(entries);
  const item = wrap === 'cdata' ? `<![CDATA[${record}]]>` : escaped(record);
  return (
    `<?xml version="1.0"?>\n<msg>\n\t<appmsg appid="" sdkver="0">\n\t\t<title>${escaped(title)}</title>\n\t\t<des>…</des>` +
    `<type>19</type><url>https://support.example/</url><recorditem>${item}</recorditem></appmsg></msg>`
  );
};
