import type { OrderStory } from "../story.ts";

const texas = { title: "TX State and City Tax", percent: "8.25" };
const newYork = { title: "NY State and City Tax", percent: "8.875" };
const california = { title: "CA State and County Tax", percent: "10.25" };
const none = { title: "No tax", percent: "0" };

/** Each stands for something that happens to a shop sooner or later. */
export const particularOrders: readonly OrderStory[] = [
  {
    number: 1001,
    by: "ada",
    daysAgo: 9,
    tax: texas,
    shipping: "8.00",
    lines: [
      ["meadow-shirt/M", 2],
      ["thistle-tote", 1],
      ["poppy-scarf", 1],
    ],
  },
  {
    number: 1002,
    by: "grace",
    daysAgo: 12,
    shipping: "6.00",
    code: { title: "WELCOME10", percent: "10" },
    lines: [
      ["wild-rose-dress/S", 1],
      ["ribbed-socks/36–40", 3],
      ["lavender-napkins", 1],
    ],
  },
  {
    number: 1003,
    by: "katherine",
    daysAgo: 15,
    shipping: "6.00",
    lines: [
      ["moss-cardigan/L", 1, { off: { title: "Autumn markdown", percent: "15" } }],
      ["ribbed-socks/36–40", 2],
    ],
  },
  {
    number: 1004,
    by: "maya",
    daysAgo: 18,
    tax: newYork,
    shipping: "8.00",
    code: { title: "GARDEN15", amount: "15.00" },
    lines: [
      ["clay-trousers/8", 1, { off: { title: "Second look", amount: "7.00" } }],
      ["meadow-shirt/S", 3],
    ],
    note: "Leave with the doorman",
  },
  {
    number: 1005,
    by: "octavia",
    daysAgo: 20,
    tax: california,
    shipping: "8.00",
    lines: [
      ["fern-overshirt/M", 1],
      ["meadow-shirt/M", 2],
    ],
    refunds: [{ daysAgo: 6, lines: [[1, 1]], note: "Sent back in store" }],
  },
  {
    number: 1006,
    by: "rachel",
    daysAgo: 94,
    shipping: "6.00",
    lines: [
      ["garden-apron/Moss", 1],
      ["straw-hat/S/M", 1],
    ],
  },
  {
    number: 1007,
    by: "zora",
    daysAgo: 7,
    shipping: "6.00",
    lines: [
      ["sample-kimono/One size", 1],
      ["thistle-tote", 2],
    ],
  },
  {
    number: 1008,
    email: "walkin@example.com",
    daysAgo: 5,
    tax: texas,
    lines: [
      ["straw-hat/L/XL", 1],
      ["poppy-scarf", 1],
    ],
    tags: ["pos"],
    note: "Sold at the market stall",
  },
  {
    number: 1009,
    by: "emma",
    daysAgo: 11,
    tax: none,
    currency: { code: "EUR", rate: "0.92" },
    shipping: "14.00",
    lines: [
      ["wild-rose-dress/M", 1, { price: "89.00" }],
      ["lavender-napkins", 2, { price: "29.95" }],
    ],
  },
  {
    number: 1010,
    by: "noor",
    daysAgo: 13,
    tax: none,
    currency: { code: "KWD", rate: "0.307" },
    shipping: "4.500",
    code: { title: "EID12", percent: "12" },
    lines: [
      ["moss-cardigan/S", 1, { price: "25.790" }],
      ["poppy-scarf", 3, { price: "11.055" }],
    ],
  },
  {
    number: 1011,
    by: "grace",
    daysAgo: 8,
    shipping: "6.00",
    giftCard: "40.00",
    lines: [
      ["clay-trousers/10", 1],
      ["thistle-tote", 1],
    ],
  },
  {
    number: 1012,
    by: "octavia",
    daysAgo: 10,
    tax: california,
    shipping: "8.00",
    storeCredit: "25.00",
    lines: [["moss-cardigan/M", 1]],
  },
  { number: 1013, by: "zora", daysAgo: 1, shipping: "6.00", sent: false, lines: [["garden-apron/Clay", 2]] },
  {
    number: 1014,
    by: "georgia",
    daysAgo: 16,
    shipping: "6.00",
    sent: false,
    cancelled: { daysAgo: 15, reason: "CUSTOMER" },
    lines: [
      ["straw-hat/S/M", 1],
      ["ribbed-socks/36–40", 1],
    ],
  },
  {
    number: 1015,
    by: "june",
    daysAgo: 14,
    tax: none,
    company: "Willow Inn LLC",
    shipping: "24.00",
    lines: [
      ["lavender-napkins", 12, { off: { title: "Wholesale", percent: "20" } }],
      ["garden-apron/Moss", 6, { off: { title: "Wholesale", percent: "20" } }],
    ],
  },
];
