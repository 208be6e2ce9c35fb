import type { OrderStory } from "../story.ts";

const none = { title: "Ohne Steuer", percent: "0" };

/** Each stands for something that happens to a shop sooner or later. */
export const particularOrders: readonly OrderStory[] = [
  {
    number: 2001,
    by: "lena",
    daysAgo: 8,
    shipping: "4.90",
    lines: [
      ["muetze-nordlicht/Petrol", 1],
      ["becher-skagen", 2],
      ["wolldecke-vinter", 1],
    ],
  },
  {
    number: 2002,
    by: "jonas",
    daysAgo: 11,
    shipping: "4.90",
    code: { title: "MOIN10", percent: "10" },
    lines: [
      ["regenjacke-storm/L", 1],
      ["thermosflasche-bris/Moos", 1],
      ["becher-skagen", 3],
    ],
  },
  {
    number: 2003,
    by: "mira",
    daysAgo: 14,
    shipping: "4.90",
    lines: [
      ["kessel-damp/Tanne", 1, { off: { title: "Herbstpreis", percent: "15" } }],
      ["becher-skagen", 1],
    ],
  },
  {
    number: 2004,
    by: "paul",
    daysAgo: 16,
    shipping: "4.90",
    code: { title: "LICHT20", amount: "20.00" },
    lines: [
      ["laterne-fyr", 1, { off: { title: "Lagerplatz", amount: "9.00" } }],
      ["kerzenhalter-lys", 2],
      ["vase-is", 1],
    ],
    note: "Bitte beim Nachbarn abgeben",
  },
  {
    number: 2005,
    by: "mira",
    daysAgo: 21,
    shipping: "4.90",
    lines: [
      ["rucksack-fjell/Rost", 1],
      ["thermosflasche-bris/Granit", 2],
    ],
    refunds: [{ daysAgo: 7, lines: [[1, 1]], note: "Deckel undicht" }],
  },
  { number: 2006, by: "greta", daysAgo: 101, shipping: "4.90", lines: [["schneidebrett-eiche/groß", 1]] },
  {
    number: 2007,
    by: "frieda",
    daysAgo: 6,
    shipping: "4.90",
    lines: [
      ["schale-skar", 4],
      ["vase-is", 1],
    ],
  },
  {
    number: 2008,
    email: "markt@example.com",
    daysAgo: 5,
    lines: [["laterne-fyr", 1]],
    tags: ["pos"],
    note: "Auf dem Wintermarkt verkauft",
  },
  {
    number: 2009,
    by: "reto",
    daysAgo: 12,
    tax: { title: "MwSt. 8,1 %", percent: "8.1" },
    currency: { code: "CHF", rate: "0.94" },
    shipping: "12.00",
    lines: [
      ["wolldecke-vinter", 1, { price: "115.00" }],
      ["muetze-nordlicht/Rost", 2, { price: "38.50" }],
    ],
  },
  {
    number: 2010,
    by: "ingrid",
    daysAgo: 13,
    tax: none,
    currency: { code: "NOK", rate: "11.62" },
    shipping: "149.00",
    lines: [
      ["kerzenhalter-lys", 1, { price: "720.00" }],
      ["becher-skagen", 4, { price: "215.00" }],
    ],
  },
  {
    number: 2011,
    by: "jonas",
    daysAgo: 9,
    shipping: "4.90",
    giftCard: "50.00",
    lines: [
      ["laterne-fyr", 1],
      ["becher-skagen", 1],
    ],
  },
  {
    number: 2012,
    by: "anton",
    daysAgo: 10,
    shipping: "4.90",
    storeCredit: "30.00",
    lines: [["kessel-damp/Schnee", 1]],
  },
  {
    number: 2013,
    by: "anton",
    daysAgo: 1,
    shipping: "4.90",
    sent: false,
    lines: [["schneidebrett-eiche/klein", 2]],
  },
  {
    number: 2014,
    by: "frieda",
    daysAgo: 17,
    shipping: "4.90",
    sent: false,
    cancelled: { daysAgo: 16, reason: "CUSTOMER" },
    lines: [["regenjacke-storm/S", 1]],
  },
  {
    number: 2015,
    by: "thea",
    daysAgo: 15,
    company: "Hotel Düne GmbH",
    shipping: "19.00",
    lines: [
      ["wolldecke-vinter", 10, { off: { title: "Handelsrabatt", percent: "25" } }],
      ["becher-skagen", 40, { off: { title: "Handelsrabatt", percent: "25" } }],
    ],
  },
];
