import type { OrderStory } from "../story.ts";

const none = { title: "非課税", percent: "0" };

/** The rest of a few months, with a few surprises left in. */
export const everydayOrders: readonly OrderStory[] = [
  {
    number: 3016,
    by: "mei",
    daysAgo: 18,
    shipping: "660",
    lines: [
      ["furoshiki-midori", 1],
      ["kou-set", 1],
    ],
  },
  { number: 3017, by: "haru", daysAgo: 40, shipping: "660", lines: [["mannenhitsu/細字", 1]] },
  {
    number: 3018,
    by: "aoi",
    daysAgo: 4,
    shipping: "660",
    sent: [{ daysAgo: 3, lines: [0] }],
    lines: [
      ["note-asagiri/無地", 2],
      ["kyusu-tokoname", 1],
    ],
  },
  {
    number: 3019,
    by: "sakura",
    daysAgo: 25,
    freeShipping: true,
    shipping: "660",
    code: { title: "MITTSU", percent: "33.33" },
    lines: [
      ["washi-letter", 1],
      ["note-asagiri/罫線", 1],
      ["tenugui-nami", 1],
    ],
  },
  {
    number: 3020,
    by: "daichi",
    daysAgo: 22,
    shipping: "1100",
    giftCard: "1000",
    storeCredit: "800",
    lines: [["hashi-sakura", 2]],
  },
  { number: 3021, by: "sora", daysAgo: 6, shipping: "660", lines: [["yunomi-pair", 1]] },
  {
    number: 3022,
    by: "kenji",
    daysAgo: 32,
    shipping: "660",
    lines: [
      ["ichirinzashi", 1],
      ["meshiwan-ame/小", 1],
    ],
    refunds: [
      {
        daysAgo: 21,
        lines: [
          [0, 1],
          [1, 1],
        ],
        shipping: "full",
        note: "配送中の破損",
      },
    ],
  },
  { number: 3023, by: "mei", daysAgo: 3, shipping: "660", sent: 2, lines: [["note-asagiri/罫線", 7]] },
  { number: 3024, by: "ren", daysAgo: 27, shipping: "660", arrived: 14, lines: [["mannenhitsu/中字", 1]] },
  {
    number: 3025,
    by: "yui",
    daysAgo: 46,
    shipping: "660",
    lines: [["tenugui-nami", 3, { off: { title: "三枚でお得", amount: "500" } }]],
  },
  { number: 3026, by: "haru", daysAgo: 66, shipping: "660", lines: [["furoshiki-midori", 1]] },
  {
    number: 3027,
    by: "kenji",
    daysAgo: 2,
    shipping: "660",
    sent: false,
    test: true,
    tags: ["test"],
    lines: [["washi-letter", 1]],
  },
  {
    number: 3028,
    by: "sora",
    daysAgo: 19,
    code: { title: "TOMO50", percent: "50" },
    lines: [
      ["kyusu-tokoname", 1],
      ["ink-yofuke", 1],
    ],
  },
  {
    number: 3029,
    by: "olivia",
    daysAgo: 28,
    tax: none,
    currency: { code: "USD", rate: "0.0066" },
    shipping: "18.00",
    lines: [["ichirinzashi", 1, { price: "38.00" }]],
    refunds: [{ daysAgo: 11, lines: [[0, 1]], note: "Arrived cracked" }],
  },
  {
    number: 3030,
    by: "aoi",
    daysAgo: 5,
    free: true,
    code: { title: "ARIGATO", percent: "100" },
    lines: [["washi-letter", 1]],
    note: "お礼の品",
  },
];
