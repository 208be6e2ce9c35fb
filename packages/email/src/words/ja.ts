import type { Words } from "./words.ts";

export const ja: Words = {
  hello: (name) => (name ? `${name} 様` : "お客様"),
  about: ({ shop, order, number }) =>
    `このメールは、${shop} への返品（ご注文 ${order}、返品 ${number}）についてお送りしています。`,
  seeReturn: "返品の状況を見る",
  storeCreditIssued: {
    subject: ({ total, shop }) => `${shop}より、${total}のストアクレジットのお知らせ`,
    headline: "ストアクレジットが届きました",
    lead: ({ shop, order }) => `ご注文 ${order} の返品について、${shop} がお客様のアカウントに追加しました。`,
    refund: "返金分",
    bonus: "ボーナス",
    total: "ストアクレジット",
    balance: ({ digits }) => (digits ? `アカウント ··${digits} の残高` : "アカウントの残高"),
    bonusUntil: (date) => `ボーナスの有効期限は${date}です。`,
    refundUntil: (date) => `返金分の有効期限は${date}です。`,
    refundNeverExpires: "返金分に有効期限はありません。",
    creditNeverExpires: "有効期限はありません。",
    howTitle: "ご利用方法",
    how: ({ shop, currency }) => [
      `下のボタンから、このメールが届いたメールアドレスで ${shop} にログインしてください。ログインしないと、クレジットは表示されません。`,
      `いつものようにお買い物をして、お支払い（${currency}）の画面でストアクレジットを選ぶと、残高の分だけ支払いに使われます。`,
    ],
    button: "クレジットを使う",
  },
  returnReceived: {
    subject: ({ order, shop }) => `ご注文 ${order} の返品リクエストを受け付けました · ${shop}`,
    headline: "返品リクエストを受け付けました",
    lead: ({ shop, order }) => `${shop} は、ご注文 ${order} の返品リクエストを受け取りました。`,
    next: ({ shop }) => `${shop} が確認のうえご連絡します。それまでお手続きは必要ありません。`,
    asCredit: "お選びのストアクレジット",
    asPayment: "お選びの返金",
  },
  returnApproved: {
    subject: ({ order, shop }) => `ご注文 ${order} の返品が承認されました · ${shop}`,
    headline: "返品が承認されました",
    lead: ({ shop, order }) => `${shop} がご注文 ${order} の返品を承認しました。`,
    goods: {
      kept: "返送は不要です。商品はそのままお手元にお持ちください。",
      sent: "商品をご返送ください。発送が確認されしだい、ストアクレジットが付与されます。追跡番号は返品のページでご入力ください。",
      arrived: "商品をご返送ください。到着しだい、ストアクレジットが付与されます。",
      inspected: "商品をご返送ください。ショップによる確認が済みしだい、ストアクレジットが付与されます。",
    },
    nextCredit: "ストアクレジットがアカウントに追加され次第、あらためてお知らせします。",
    nextPayment: "お支払い方法に返金されます。反映まで数日かかることがあります。",
    partly: "一部は承認されませんでした。内訳と理由は返品のページでご確認いただけます。",
    asCredit: "ストアクレジット",
    asPayment: "返金",
  },
  returnDeclined: {
    subject: ({ order, shop }) => `ご注文 ${order} の返品について · ${shop}`,
    headline: "返品をお受けできませんでした",
    lead: ({ shop, order }) => `${shop} はご注文 ${order} の返品をお受けできませんでした。`,
    reason: "理由",
    next: ({ shop }) => `誤りと思われる場合は、このメールにご返信ください。${shop} がもう一度確認します。`,
  },
  creditReversed: {
    subject: ({ amount, shop }) => `ストアクレジット${amount}が取り消されました · ${shop}`,
    headline: "ストアクレジットが取り消されました",
    lead: ({ shop, order }) => `${shop}は、ご注文${order}の返品に対するストアクレジットを取り消しました。`,
    taken: "取り消された金額",
  },
  bonusExpiresSoon: {
    subject: ({ left, date, shop }) => `ストアクレジットのうち${left}の有効期限は${date}です · ${shop}`,
    headline: "まもなくボーナスの有効期限です",
    lead: ({ shop, date }) => `${shop}のボーナスは${date}までご利用いただけます。`,
    left: "ボーナスの残り",
    rest: "期限があるのはボーナスだけです。残りのストアクレジットはそのままご利用いただけます。",
  },
  messageWritten: {
    subject: ({ number, shop }) => `返品 ${number} についてのメッセージ · ${shop}`,
    headline: "メッセージが届いています",
    lead: ({ shop, order, number }) =>
      `ご注文 ${order} の返品 ${number} について、${shop} からメッセージが届きました。`,
    next: ({ shop }) => `ご返信は返品のページからお送りください。${shop} が確認します。`,
    answer: "返信する",
    readOn: "続きを読んで返信する",
  },
  orderCode: {
    subject: ({ code, shop }) => `${shop}の確認コード：${code}`,
    headline: "確認コード",
    lead: ({ shop, order }) => `${shop}の返品ページでこのコードを入力すると、注文${order}が表示されます。`,
    code: "コード",
    once: ({ minutes }) => `コードは1回だけ、${minutes}分間、申請したブラウザでのみ有効です。`,
    notYou: ({ shop }) =>
      `${shop}が電話やメッセージでコードをお尋ねすることはありません。お心当たりがない場合は、このメールを無視してください。コードがなければ注文は誰にも表示されません。`,
  },
  signIn: {
    subject: ({ host }) => `${host} へのログイン`,
    headline: "Kept にログイン",
    lead: ({ host }) => `このボタンから ${host} にログインできます。`,
    button: "ログイン",
    once: "一度だけ、短い時間だけ使えます。",
    notYou:
      "お心当たりがない場合は、このメールを無視してください。このメールがなければ誰もログインできません。",
  },
};
