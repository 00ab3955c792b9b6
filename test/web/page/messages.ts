/** Invented messages, one for each kind of answer. */
export const FRAUD =
  '【京东金融】张女士您好，您的亲属李某白条已严重逾期，今日16点前不处理将上门走访并起诉。点击 jd-huankuan.top 协商减免，或加专员微信 jdzy8866';
export const UNCLEAR = '您好，您有一笔欠款尚未处理，请尽快联系我们，谢谢。';
export const LISTED = '【京东金融】您的白条本期账单已出，请在京东金融App内查看，如有疑问请拨打95118。';
export const CODE = '【京东】验证码 4839，您正在登录，请勿告诉他人。';
