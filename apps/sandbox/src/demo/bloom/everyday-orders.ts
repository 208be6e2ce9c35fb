import type { OrderStory } from "../story.ts";

const texas = { title: "TX State and City Tax", percent: "8.25" };
const newYork = { title: "NY State and City Tax", percent: "8.875" };
const california = { title: "CA State and County Tax", percent: "10.25" };
const none = { title: "No tax", percent: "0" };

/** The rest of a few months, with a few surprises left in. */
export const everydayOrders: readonly OrderStory[] = [
  {
    number: 1016,
    by: "margaret",
    daysAgo: 17,
    tax: { title: "HST", percent: "13" },
    currency: { code: "CAD", rate: "1.37" },
    shipping: "18.00",
    lines: [
      ["fern-overshirt/L", 1, { price: "104.00" }],
      ["ribbed-socks/36–40", 2, { price: "22.00" }],
    ],
  },
  {
    number: 1017,
    by: "ada",
    daysAgo: 38,
    tax: texas,
    shipping: "8.00",
    lines: [
      ["moss-cardigan/M", 1],
      ["lavender-napkins", 1],
    ],
  },
  {
    number: 1018,
    by: "maya",
    daysAgo: 4,
    tax: newYork,
    shipping: "8.00",
    sent: [{ daysAgo: 3, lines: [0] }],
    lines: [
      ["poppy-scarf", 2],
      ["straw-hat/S/M", 1],
    ],
  },
  {
    number: 1019,
    by: "katherine",
    daysAgo: 26,
    freeShipping: true,
    shipping: "6.00",
    code: { title: "LATEFALL", percent: "33.33" },
    lines: [
      ["meadow-shirt/M", 3],
      ["ribbed-socks/36–40", 1],
      ["thistle-tote", 1],
    ],
  },
  {
    number: 1020,
    by: "rachel",
    daysAgo: 22,
    shipping: "6.00",
    giftCard: "15.00",
    storeCredit: "10.00",
    lines: [
      ["garden-apron/Clay", 1],
      ["meadow-shirt/L", 1],
    ],
  },
  { number: 1021, by: "georgia", daysAgo: 6, shipping: "6.00", lines: [["fern-overshirt/S", 1]] },
  {
    number: 1022,
    by: "octavia",
    daysAgo: 31,
    tax: california,
    shipping: "8.00",
    lines: [
      ["wild-rose-dress/M", 1],
      ["straw-hat/S/M", 1],
    ],
    refunds: [
      {
        daysAgo: 18,
        lines: [
          [0, 1],
          [1, 1],
        ],
        shipping: "full",
        note: "Parcel arrived damaged",
      },
    ],
  },
  { number: 1023, by: "grace", daysAgo: 3, shipping: "6.00", sent: 2, lines: [["thistle-tote", 5]] },
  {
    number: 1024,
    by: "zora",
    daysAgo: 28,
    shipping: "6.00",
    arrived: 19,
    lines: [
      ["clay-trousers/12", 1],
      ["meadow-shirt/XL", 1],
    ],
  },
  {
    number: 1025,
    by: "maya",
    daysAgo: 45,
    tax: newYork,
    shipping: "8.00",
    lines: [["moss-cardigan/S", 2, { off: { title: "Two for less", amount: "25.01" } }]],
  },
  { number: 1026, by: "ada", daysAgo: 63, tax: texas, shipping: "8.00", lines: [["straw-hat/S/M", 1]] },
  {
    number: 1027,
    by: "katherine",
    daysAgo: 2,
    shipping: "6.00",
    sent: false,
    test: true,
    tags: ["test"],
    lines: [["ribbed-socks/41–45", 1]],
  },
  {
    number: 1028,
    by: "georgia",
    daysAgo: 19,
    code: { title: "FRIENDS50", percent: "50" },
    lines: [
      ["wild-rose-dress/L", 1],
      ["sample-kimono/One size", 1],
    ],
  },
  {
    number: 1029,
    by: "emma",
    daysAgo: 27,
    tax: none,
    currency: { code: "EUR", rate: "0.92" },
    shipping: "14.00",
    lines: [["poppy-scarf", 1, { price: "33.00" }]],
    refunds: [{ daysAgo: 9, lines: [[0, 1]], note: "Wrong colour sent" }],
  },
  {
    number: 1030,
    by: "rachel",
    daysAgo: 5,
    free: true,
    code: { title: "THANKYOU", percent: "100" },
    lines: [["ribbed-socks/36–40", 1]],
    note: "A gift for a loyal customer",
  },
];
