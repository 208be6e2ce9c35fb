import type { OrderStory } from "../story.ts";

const none = { title: "非課税", percent: "0" };

/** Each stands for something that happens to a shop sooner or later. */
export const particularOrders: readonly OrderStory[] = [
  {
    number: 3001,
    by: "haru",
    daysAgo: 7,
    shipping: "660",
    lines: [
      ["kyusu-tokoname", 1],
      ["note-asagiri/罫線", 2],
      ["tenugui-nami", 1],
    ],
  },
  {
    number: 3002,
    by: "yui",
    daysAgo: 10,
    shipping: "660",
    code: { title: "HAJIMETE10", percent: "10" },
    lines: [
      ["mannenhitsu/細字", 1],
      ["washi-letter", 3],
      ["furoshiki-midori", 1],
    ],
  },
  {
    number: 3003,
    by: "ren",
    daysAgo: 13,
    shipping: "660",
    lines: [
      ["meshiwan-ame/大", 2, { off: { title: "秋の器市", percent: "15" } }],
      ["hashi-sakura", 1],
    ],
  },
  {
    number: 3004,
    by: "aoi",
    daysAgo: 15,
    shipping: "660",
    code: { title: "KUMO500", amount: "500" },
    lines: [
      ["ichirinzashi", 1, { off: { title: "展示品", amount: "551" } }],
      ["note-asagiri/無地", 3],
    ],
    note: "贈りもの用に包んでください",
  },
  {
    number: 3005,
    by: "yui",
    daysAgo: 20,
    shipping: "660",
    lines: [
      ["yunomi-pair", 1],
      ["tenugui-nami", 3],
    ],
    refunds: [{ daysAgo: 6, lines: [[1, 1]], note: "色違いのため" }],
  },
  { number: 3006, by: "sakura", daysAgo: 98, shipping: "660", lines: [["kou-set", 1]] },
  {
    number: 3007,
    by: "sora",
    daysAgo: 6,
    shipping: "660",
    lines: [
      ["ink-yofuke", 2],
      ["mannenhitsu/中字", 1],
    ],
  },
  {
    number: 3008,
    email: "tento@example.com",
    daysAgo: 5,
    lines: [
      ["hashi-sakura", 1],
      ["washi-letter", 2],
    ],
    tags: ["pos"],
    note: "店頭販売",
  },
  {
    number: 3009,
    by: "olivia",
    daysAgo: 12,
    tax: none,
    currency: { code: "USD", rate: "0.0066" },
    shipping: "18.00",
    lines: [
      ["kyusu-tokoname", 1, { price: "59.95" }],
      ["furoshiki-midori", 2, { price: "21.50" }],
    ],
  },
  {
    number: 3010,
    by: "mateo",
    daysAgo: 14,
    tax: none,
    currency: { code: "EUR", rate: "0.0061" },
    shipping: "19.00",
    code: { title: "CIAO5", percent: "5" },
    lines: [
      ["mannenhitsu/中字", 1, { price: "104.00" }],
      ["note-asagiri/罫線", 3, { price: "8.35" }],
    ],
  },
  {
    number: 3011,
    by: "ren",
    daysAgo: 8,
    shipping: "660",
    giftCard: "3000",
    lines: [
      ["ichirinzashi", 1],
      ["tenugui-nami", 1],
    ],
  },
  { number: 3012, by: "mei", daysAgo: 9, shipping: "660", storeCredit: "1500", lines: [["yunomi-pair", 1]] },
  { number: 3013, by: "daichi", daysAgo: 1, shipping: "1100", sent: false, lines: [["meshiwan-ame/小", 2]] },
  {
    number: 3014,
    by: "kenji",
    daysAgo: 16,
    shipping: "660",
    sent: false,
    cancelled: { daysAgo: 15, reason: "CUSTOMER" },
    lines: [
      ["kou-set", 1],
      ["washi-letter", 1],
    ],
  },
  {
    number: 3015,
    by: "chiyo",
    daysAgo: 17,
    company: "旅館もり",
    shipping: "2200",
    lines: [
      ["meshiwan-ame/大", 20, { off: { title: "卸価格", percent: "30" } }],
      ["hashi-sakura", 20, { off: { title: "卸価格", percent: "30" } }],
    ],
  },
];
