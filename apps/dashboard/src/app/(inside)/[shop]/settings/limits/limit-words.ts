/** What each limit is called, and what it holds back. In the sequence in which they are shown. */
export const limitWords = {
  perReturn: { name: "One return", about: "Refund and bonus of one return together." },
  perCustomerDay: { name: "One customer, one day", about: "Everything to one customer within 24 hours." },
  perShopDay: { name: "The shop, one day", about: "Everything that leaves within 24 hours." },
  secondPersonAbove: { name: "Two people above", about: "Above it, two people press the button." },
} as const;

export type LimitName = keyof typeof limitWords;
export const limitNames = Object.keys(limitWords) as LimitName[];
