import type { Words } from "./words.ts";

export const en: Words = {
  hello: (name) => (name ? `Hello ${name},` : "Hello,"),
  about: ({ shop, order, number }) =>
    `You get this letter because you returned something to ${shop}: order ${order}, return ${number}.`,
  seeReturn: "See your return",
  storeCreditIssued: {
    subject: ({ total, shop }) => `${total} store credit from ${shop}`,
    headline: "Your store credit is here",
    lead: ({ shop, order }) => `${shop} has added it to your account, for your return from order ${order}.`,
    refund: "Refund",
    bonus: "Bonus",
    total: "Store credit",
    balance: ({ digits }) => (digits ? `Balance of your account ··${digits}` : "Balance of your account"),
    bonusUntil: (date) => `The bonus is valid until ${date}.`,
    refundUntil: (date) => `The refund is valid until ${date}.`,
    refundNeverExpires: "The refund never expires.",
    creditNeverExpires: "It never expires.",
    howTitle: "How to use it",
    how: ({ shop, currency }) => [
      `Sign in at ${shop} with the button below and the e-mail address this letter came to. Without signing in, the credit does not show.`,
      `Shop as usual. At checkout in ${currency} choose Store credit, and it pays for as much as it can.`,
    ],
    button: "Use your credit",
  },
  returnReceived: {
    subject: ({ order, shop }) => `We have your return request for order ${order} · ${shop}`,
    headline: "We have your request",
    lead: ({ shop, order }) => `${shop} got your return request for order ${order}.`,
    next: ({ shop }) => `${shop} looks at it and writes to you. There is nothing you need to do until then.`,
    asCredit: "Store credit you chose",
    asPayment: "Refund you chose",
  },
  returnApproved: {
    subject: ({ order, shop }) => `Your return of order ${order} is approved · ${shop}`,
    headline: "Your return is approved",
    lead: ({ shop, order }) => `${shop} accepted your return from order ${order}.`,
    goods: {
      kept: "Nothing has to be sent back: you keep the items.",
      sent: "Send the items back: your store credit is issued as soon as they are on their way. Add the tracking number on your return’s page.",
      arrived: "Send the items back: your store credit is issued once they have arrived.",
      inspected: "Send the items back: your store credit is issued once the shop has looked at them.",
    },
    nextCredit: "We write again as soon as the store credit is in your account.",
    nextPayment: "The money goes back to how you paid. Banks often need a few days to show it.",
    partly: "Not everything was accepted. Your return’s page says what, and why.",
    asCredit: "Store credit",
    asPayment: "Refund",
  },
  returnDeclined: {
    subject: ({ order, shop }) => `About your return of order ${order} · ${shop}`,
    headline: "Your return was not accepted",
    lead: ({ shop, order }) => `${shop} could not accept your return from order ${order}.`,
    reason: "Reason",
    next: ({ shop }) => `If you think this is a mistake, answer this letter, and ${shop} looks again.`,
  },
  creditReversed: {
    subject: ({ amount, shop }) => `${amount} of store credit was taken back · ${shop}`,
    headline: "Store credit was taken back",
    lead: ({ shop, order }) =>
      `${shop} took back store credit that you were given for your return from order ${order}.`,
    taken: "Taken back",
  },
  bonusExpiresSoon: {
    subject: ({ left, date, shop }) => `${left} of your store credit ends on ${date} · ${shop}`,
    headline: "Your bonus ends soon",
    lead: ({ shop, date }) => `The bonus ${shop} gave you can be spent until ${date}.`,
    left: "Bonus left to spend",
    rest: "Only the bonus ends. The rest of your store credit stays yours.",
  },
  messageWritten: {
    subject: ({ number, shop }) => `A message about your return ${number} · ${shop}`,
    headline: "There is a message for you",
    lead: ({ shop, order, number }) =>
      `${shop} wrote to you about your return ${number} from order ${order}:`,
    next: ({ shop }) => `Answer on your return’s page: there ${shop} reads what you write.`,
    answer: "Answer",
    readOn: "Read on and answer",
  },
  orderCode: {
    subject: ({ code, shop }) => `${code} is your code for ${shop}`,
    headline: "Your code",
    lead: ({ shop, order }) => `Enter this code to see order ${order} on the returns page of ${shop}.`,
    code: "One-time code",
    once: ({ minutes }) => `It works once, for ${minutes} minutes, in the browser that asked for it.`,
    notYou: ({ shop }) =>
      `${shop} never asks for it by phone or message. If you did not ask for it, you can forget this letter: without it nobody sees your order.`,
  },
  signIn: {
    subject: ({ host }) => `Sign in to ${host}`,
    headline: "Sign in to Kept",
    lead: ({ host }) => `Use this button to sign in to ${host}.`,
    button: "Sign in",
    once: "It works once, and for a short time.",
    notYou: "If you did not ask for it, you can forget this letter. Nobody can sign in without it.",
  },
};
