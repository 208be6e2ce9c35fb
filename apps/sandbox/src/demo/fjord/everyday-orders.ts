import type { OrderStory } from "../story.ts";

const austria = { title: "USt. 20 %", percent: "20" };
const france = { title: "TVA 20 %", percent: "20" };

/** The rest of a few months, with a few surprises left in. */
export const everydayOrders: readonly OrderStory[] = [
  {
    number: 2016,
    by: "sophie",
    daysAgo: 18,
    tax: austria,
    shipping: "9.90",
    lines: [
      ["rucksack-fjell/Nachtblau", 1],
      ["muetze-nordlicht/Petrol", 1],
    ],
  },
  {
    number: 2017,
    by: "lena",
    daysAgo: 41,
    shipping: "4.90",
    lines: [
      ["vase-is", 1],
      ["kerzenhalter-lys", 1],
    ],
  },
  {
    number: 2018,
    by: "paul",
    daysAgo: 4,
    shipping: "4.90",
    sent: [{ daysAgo: 3, lines: [1] }],
    lines: [
      ["regenjacke-storm/XL", 1],
      ["thermosflasche-bris/Moos", 1],
    ],
  },
  {
    number: 2019,
    by: "greta",
    daysAgo: 24,
    freeShipping: true,
    shipping: "4.90",
    code: { title: "DREI", percent: "33.33" },
    lines: [
      ["becher-skagen", 3],
      ["vase-is", 1],
      ["muetze-nordlicht/Rost", 1],
    ],
  },
  {
    number: 2020,
    by: "mira",
    daysAgo: 23,
    shipping: "4.90",
    giftCard: "20.00",
    storeCredit: "15.00",
    lines: [
      ["schneidebrett-eiche/groß", 1],
      ["becher-skagen", 2],
    ],
  },
  { number: 2021, by: "claire", daysAgo: 7, tax: france, shipping: "9.90", lines: [["wolldecke-vinter", 1]] },
  {
    number: 2022,
    by: "anton",
    daysAgo: 30,
    shipping: "4.90",
    lines: [["vase-is", 2]],
    refunds: [{ daysAgo: 20, lines: [[0, 2]], shipping: "full", note: "Zerbrochen angekommen" }],
  },
  { number: 2023, by: "frieda", daysAgo: 3, shipping: "4.90", sent: 2, lines: [["becher-skagen", 6]] },
  {
    number: 2024,
    by: "jonas",
    daysAgo: 29,
    shipping: "4.90",
    arrived: 15,
    lines: [["regenjacke-storm/M", 1]],
  },
  {
    number: 2025,
    by: "paul",
    daysAgo: 47,
    shipping: "4.90",
    lines: [["thermosflasche-bris/Granit", 3, { off: { title: "Drei für zwei", amount: "34.90" } }]],
  },
  { number: 2026, by: "lena", daysAgo: 70, shipping: "4.90", lines: [["laterne-fyr", 1]] },
  {
    number: 2027,
    by: "greta",
    daysAgo: 2,
    shipping: "4.90",
    sent: false,
    test: true,
    tags: ["test"],
    lines: [["becher-skagen", 1]],
  },
  {
    number: 2028,
    by: "sophie",
    daysAgo: 19,
    tax: austria,
    shipping: "9.90",
    code: { title: "FREUNDE50", percent: "50" },
    lines: [
      ["rucksack-fjell/Rost", 1],
      ["schale-skar", 1],
    ],
  },
  {
    number: 2029,
    by: "reto",
    daysAgo: 28,
    tax: { title: "MwSt. 8,1 %", percent: "8.1" },
    currency: { code: "CHF", rate: "0.94" },
    shipping: "12.00",
    lines: [["kessel-damp/Tanne", 1, { price: "86.00" }]],
    refunds: [{ daysAgo: 10, lines: [[0, 1]], note: "Passt nicht auf den Herd" }],
  },
  {
    number: 2030,
    by: "mira",
    daysAgo: 5,
    free: true,
    code: { title: "DANKE", percent: "100" },
    lines: [["becher-skagen", 1]],
    note: "Geschenk für treue Kundin",
  },
];
