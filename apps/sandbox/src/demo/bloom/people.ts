import type { PersonStory } from "../story.ts";

const usa = (address1: string, city: string, province: string, zip: string) => ({
  address1,
  city,
  province,
  zip,
  country: "US",
});

export const people: Readonly<Record<string, PersonStory>> = {
  ada: {
    firstName: "Ada",
    lastName: "Lovelace",
    email: "ada@example.com",
    phone: "+15125550142",
    tags: ["newsletter"],
    address: usa("1815 Engine Lane", "Austin", "TX", "78704"),
  },
  grace: {
    firstName: "Grace",
    lastName: "Hopper",
    email: "grace@example.com",
    phone: "+15715550119",
    tags: ["vip"],
    address: usa("9 Harbor View", "Arlington", "VA", "22202"),
    credit: { amount: "35.00", daysAgo: 40 },
  },
  katherine: {
    firstName: "Katherine",
    lastName: "Johnson",
    email: "katherine@example.com",
    address: usa("26 Orbit Court", "Hampton", "VA", "23666"),
  },
  rachel: {
    firstName: "Rachel",
    lastName: "Carson",
    email: "rachel@example.com",
    address: usa("62 Silent Spring Rd", "Silver Spring", "MD", "20901"),
    credit: { amount: "12.50", daysAgo: 75, expiresInDays: 20 },
  },
  octavia: {
    firstName: "Octavia",
    lastName: "Butler",
    email: "octavia@example.com",
    tags: ["vip"],
    address: usa("1979 Kindred Ave", "Pasadena", "CA", "91103"),
  },
  georgia: {
    firstName: "Georgia",
    lastName: "O’Keeffe",
    email: "georgia@example.com",
    address: usa("12 Ghost Ranch Rd", "Abiquiú", "NM", "87510"),
  },
  maya: {
    firstName: "Maya",
    lastName: "Lin",
    email: "maya@example.com",
    address: usa("350 Canal St Apt 4", "New York", "NY", "10013"),
  },
  zora: {
    firstName: "Zora",
    lastName: "Hurston",
    email: "zora@example.com",
    address: usa("410 Eaton St", "Orlando", "FL", "32801"),
  },
  noor: {
    firstName: "Noor",
    lastName: "Al-Sabah",
    email: "noor@example.com",
    phone: "+96522225555",
    address: { address1: "Block 3, Street 12", city: "Kuwait City", zip: "15000", country: "KW" },
  },
  emma: {
    firstName: "Emma",
    lastName: "Visser",
    email: "emma@example.com",
    locale: "nl",
    address: { address1: "Prinsengracht 263", city: "Amsterdam", zip: "1016 GV", country: "NL" },
  },
  margaret: {
    firstName: "Margaret",
    lastName: "Atwood",
    email: "margaret@example.com",
    address: { address1: "77 Oryx Street", city: "Toronto", province: "ON", zip: "M5S 1A1", country: "CA" },
  },
  june: {
    firstName: "June",
    lastName: "Park",
    email: "june@willowinn.example",
    tags: ["wholesale"],
    address: usa("8 Willow Inn Road", "Asheville", "NC", "28801"),
  },
};
