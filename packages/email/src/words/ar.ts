import type { Words } from "./words.ts";

export const ar: Words = {
  hello: (name) => (name ? `مرحبًا ${name}،` : "مرحبًا،"),
  about: ({ shop, order, number }) =>
    `تصلك هذه الرسالة لأنك أعدت منتجًا إلى ${shop}: الطلب ${order}، الإرجاع ${number}.`,
  seeReturn: "عرض الإرجاع",
  storeCreditIssued: {
    subject: ({ total, shop }) => `رصيد متجر بقيمة ${total} من ${shop}`,
    headline: "وصل رصيدك في المتجر",
    lead: ({ shop, order }) => `أضافه ${shop} إلى حسابك مقابل إرجاعك من الطلب ${order}.`,
    refund: "المبلغ المسترد",
    bonus: "مكافأة",
    total: "رصيد المتجر",
    balance: ({ digits }) => (digits ? `رصيد حسابك ··${digits}` : "رصيد حسابك"),
    bonusUntil: (date) => `المكافأة صالحة حتى ${date}.`,
    refundUntil: (date) => `المبلغ المسترد صالح حتى ${date}.`,
    refundNeverExpires: "المبلغ المسترد لا تنتهي صلاحيته.",
    creditNeverExpires: "لا تنتهي صلاحيته.",
    howTitle: "كيف تستخدمه",
    how: ({ shop, currency }) => [
      `سجّل الدخول إلى ${shop} عبر الزر أدناه وبالبريد الإلكتروني الذي وصلتك عليه هذه الرسالة. لا يظهر الرصيد دون تسجيل الدخول.`,
      `تسوّق كالمعتاد. عند الدفع بعملة ${currency} اختر رصيد المتجر، فيدفع كل ما يكفيه.`,
    ],
    button: "استخدم رصيدك",
  },
  returnReceived: {
    subject: ({ order, shop }) => `استلمنا طلب إرجاع الطلب ${order} · ${shop}`,
    headline: "استلمنا طلبك",
    lead: ({ shop, order }) => `استلم ${shop} طلب الإرجاع الخاص بالطلب ${order}.`,
    next: ({ shop }) => `سيراجعه ${shop} ويكتب إليك. لا يلزمك فعل شيء حتى ذلك الحين.`,
    asCredit: "رصيد المتجر الذي اخترته",
    asPayment: "المبلغ المسترد الذي اخترته",
  },
  returnApproved: {
    subject: ({ order, shop }) => `تمت الموافقة على إرجاع الطلب ${order} · ${shop}`,
    headline: "تمت الموافقة على إرجاعك",
    lead: ({ shop, order }) => `وافق ${shop} على إرجاعك من الطلب ${order}.`,
    nextCredit: "سنكتب إليك فور إضافة رصيد المتجر إلى حسابك.",
    nextPayment: "يعود المبلغ إلى وسيلة الدفع التي استخدمتها. تحتاج البنوك غالبًا إلى بضعة أيام.",
    asCredit: "رصيد المتجر",
    asPayment: "المبلغ المسترد",
  },
  returnDeclined: {
    subject: ({ order, shop }) => `بخصوص إرجاع الطلب ${order} · ${shop}`,
    headline: "لم يُقبل إرجاعك",
    lead: ({ shop, order }) => `لم يتمكن ${shop} من قبول إرجاعك من الطلب ${order}.`,
    reason: "السبب",
    next: ({ shop }) => `إن كنت ترى أن هذا خطأ، فردّ على هذه الرسالة وسيراجعه ${shop} من جديد.`,
  },
  signIn: {
    subject: ({ host }) => `تسجيل الدخول إلى ${host}`,
    headline: "تسجيل الدخول إلى Kept",
    lead: ({ host }) => `استخدم هذا الزر لتسجيل الدخول إلى ${host}.`,
    button: "تسجيل الدخول",
    once: "يعمل مرة واحدة ولمدة قصيرة.",
    notYou: "إن لم تطلب ذلك فتجاهل هذه الرسالة. لا يمكن لأحد تسجيل الدخول من دونها.",
  },
};
