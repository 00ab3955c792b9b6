/**
 * Messages to measure with, all invented: chats, reminders, scams, adverts, account messages and long ones, in the
 * proportions in which people meet them. They measure time; nothing is judged by them.
 */

const NAMES = ['李某', '王女士', '陈先生', '周某某', '吴小姐', '郑先生', '小赵', '孙女士'];
const PLATFORMS = ['京东金融', '支付宝', '招商银行', '美团', '工商银行', '度小满', '中国移动', '马上消费'];
const AMOUNTS = ['286.50元', '1,940元', '¥3200', '12800.00元', '5万元', '699元', '40,060.17元', '908元'];
const DAYS = ['3天', '15天', '47天', '92天', '7日', '30日', '一周', '60天'];
const MOBILES = [
  '15400001111',
  '154-0000-2222',
  '154 0000 3333',
  '15400004444',
  '１５４００００５５５５',
  '15400006666',
  '154 00007777',
  '15400008888',
];
const LINES = ['4000-000-101', '4000000202', '400-000-0303', '95118', '95188', '0000-95555', '4000000404', '4000-000-505'];
const LINKS = [
  'huankuan-zhuanqu.example',
  'https://pay.dingdan.example/q?id=88213',
  'jd-xieshang-lizi.top',
  'http://t.example/Ab3xQ',
  'm.zhengxin-xiufu.example/login',
  'kefu。zhifu。example',
  'https://jianmian.lizi-qianbao.example/a/b/c?u=1&v=2',
  'www.fenqi-lizi.example',
];
const CHATS = ['lizi8866', 'kefu_lizi01', 'hk-lizi-77', 'fawu2233', 'lizi5588', 'xieshang09', 'lizi_vip', 'zy6677'];

const TEMPLATES = [
  // Chats and questions.
  '妈，晚上不回家吃饭了，冰箱里的菜你们先热一下',
  '刚才那个电话是谁打的？你别理他，先问问我',
  '周六一起去看房吗？我约了下午三点',
  '这个{platform}的短信是真的吗，要不要打回去',
  '我舅舅借了钱不还，现在催到我这里来了怎么办',
  '收到，明天把发票一起带过去，顺便把{amount}转给你',
  '你帮我看一下这个号码{mobile}是不是骗子',
  '好的',
  // Reminders as lenders write them.
  '【{platform}】尊敬的客户，您本期账单应还{amount}，还款日为本月25日，请保持账户余额充足。详询{line}。',
  '【{platform}】{name}您好，您的借款已逾期{days}，请尽快登录官方App还款，以免影响征信。如已还款请忽略。',
  '【{platform}】温馨提示：您尾号0000的借款将于明日自动扣款{amount}，如有疑问请致电{line}。',
  '您好，这里是{platform}委托机构，请转告{name}尽快与我们联系，电话{mobile}。打扰之处请谅解。',
  '【{platform}】您的分期账单{amount}已生成，可在App内查看明细，本条短信不含链接。',
  // Collection that breaks the rules, and scams that look like it.
  '【{platform}】{name}您好，您的亲属已严重逾期{days}，今日16点前不处理将上门走访并起诉。点击{link}协商减免，或加专员微信{chat}',
  '最后通知：{name}涉嫌恶意拖欠{amount}，我司已移交法务部立案，请于今日内致电{mobile}处理，逾期后果自负！',
  '您的家人在{platform}欠款{amount}，再不还我们就打给单位和村委会，联系{mobile}，别逼我们走到那一步',
  '【{platform}】检测到您的账户存在异常借款，请立即点击{link}注销，否则将影响征信。客服微信：{chat}',
  '尊敬的用户，您的百万保障服务今日到期，到期后每月自动扣费{amount}，如需取消请添加客服微信{chat}办理。',
  '征信逾期记录可申请修复，{days}内消除，先办理后付款，详情{link}，加V信 {chat}',
  '您的贷款{amount}已审批通过，因银行卡号填写有误被冻结，请先缴纳解冻金，添加QQ 1000000001 处理',
  '通知：您有一张法院传票未签收，请下载附件 http://fayuan.lizi.example/cp.apk 查看案件编号，过期自动缺席判决',
  '老师您好，我是教务处新来的，麻烦加一下我的微信{chat}，有个费用要您先垫付{amount}',
  '【快递】您的包裹在运输途中破损，请加理赔专员微信{chat}，赔付{amount}，今日有效',
  '恭喜您获得{platform}备用金额度{amount}，点击 {link} 激活，回T退订',
  // Adverts.
  '【例子商城】年中大促，全场满减，爆款低至五折，详戳{link}，拒收请回复R',
  '【例子超市】会员日来啦，鸡蛋特价，满99减20，到店再送纸巾一包，退订回T',
  '【例子健身】周年庆充值有礼，充{amount}送三个月，名额有限，详询{line} 退订回TD',
  '新楼盘开盘诚邀莅临，首付{amount}起，咨询热线{line}，退订回T',
  // Account messages and codes.
  '【{platform}】您尾号0000的账户于今日10:24支出人民币{amount}，余额8,210.33元。',
  '【{platform}】验证码 482913，5分钟内有效，请勿告知他人。如非本人操作请致电{line}。',
  '【例子快递】您的包裹已到例子驿站，取件码 3-2-0815，请于今日20点前领取，联系电话{mobile}。',
  '【例子航空】您预订的航班因天气原因延误至16:40，给您带来不便敬请谅解，客服{line}。',
  '您的账户收到转账{amount}，付款方{name}，备注：还上个月的饭钱。',
  // Warnings.
  '【反诈提醒】凡是要求您转账到“安全账户”、缴纳解冻金的都是诈骗，请勿点击陌生链接，如有疑问请拨打96110。',
  '【{platform}】谨防冒充客服：我们不会以任何理由要求您共享屏幕或添加私人微信，官方客服电话{line}。',
  // Forwarded records and traditional characters.
  '发件人：10690000000001\n时间：2026-11-20 09:12\n【{platform}】{name}，您的借款逾期{days}，请尽快处理，回电{mobile}',
  '這個短信你幫我看一下：您的帳戶已逾期{days}，請立即點擊{link}還款，聯繫客服{line}',
  '您 的 亲 属 欠 款 {amount} 未 还 ， 我 公 司 将 于 明 日 上 门 ， 请 联 系 {mobile}',
  // Long ones.
  '【{platform}】{name}您好：经多次提醒，您名下合同编号LZ20260000的借款本金{amount}及利息仍未归还，截至今日已逾期{days}。根据合同约定，我司有权宣布全部借款提前到期，并就剩余本息、罚息及为实现债权支出的费用一并主张。为避免影响您的个人信用，请您于三日内登录官方App完成还款；如确有困难，可致电{line}申请协商分期，我们会根据您的实际情况制定方案。本短信仅发送给借款人本人，如您并非{name}，请忽略并删除，对您造成的打扰我们深表歉意。',
  '各位家长：近期有不法分子混入班级群，更换老师头像后以收取资料费、餐费为由发送收款码，金额多为{amount}。请大家注意：学校收费只走官方缴费平台，不会在群里发二维码；凡是要求私下转账、添加陌生微信{chat}、点击{link}填写银行卡和验证码的，一律不要相信，并第一时间打电话向班主任核实。已经转账的家长请保留聊天记录和转账凭证，立即拨打110报警，越早止付越可能挽回损失。请相互转告，谢谢配合。',
];

const SLOTS: Readonly<Record<string, readonly string[]>> = {
  name: NAMES,
  platform: PLATFORMS,
  amount: AMOUNTS,
  days: DAYS,
  mobile: MOBILES,
  line: LINES,
  link: LINKS,
  chat: CHATS,
};

const VARIANTS = 8;

/** Fills the slots of a template; each slot turns at another (odd) speed, so that their combinations differ. */
function fill(template: string, variant: number): string {
  let slot = 0;
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const values = SLOTS[name] ?? [];
    slot += 1;
    return values[(variant * (2 * slot - 1) + slot) % values.length] ?? '';
  });
}

/** Every template in several fillings, without repetitions. */
export function inventedMessages(): string[] {
  const all = TEMPLATES.flatMap((template) => Array.from({ length: VARIANTS }, (_, variant) => fill(template, variant)));
  return [...new Set(all)];
}

const BODIES = TEMPLATES.filter((template) => !template.includes('\n')).map((template) => template.replace(/【[^】]*】/g, ''));

/** One message of exactly `length` characters, put together from invented sentences, links and numbers among them. */
export function longMessage(length: number, slots: 'as they come' | 'no links or numbers'): string {
  const parts: string[] = [];
  for (let turn = 0, total = 0; total <= length; turn += 1) {
    const template = BODIES[(turn * 7) % BODIES.length] ?? '';
    const part = fill(slots === 'as they come' ? template : template.replace(/\{(?:mobile|line|link|chat)\}/g, '原渠道'), turn);
    parts.push(slots === 'as they come' ? part : part.replace(/[\w:/.-]{6,}/g, ''));
    total += (parts.at(-1)?.length ?? 0) + 1;
  }
  return parts.join('，').slice(0, length);
}
