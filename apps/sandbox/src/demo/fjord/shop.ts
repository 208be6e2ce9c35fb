import type { ShopStory } from "../story.ts";
import { everydayOrders } from "./everyday-orders.ts";
import { particularOrders } from "./particular-orders.ts";
import { people } from "./people.ts";
import { products } from "./products.ts";

/** Things for the house and the weather from Berlin: euros, VAT included, in German. */
export const fjord: ShopStory = {
  handle: "fjord",
  name: "Fjord",
  currency: "EUR",
  locale: "de",
  timezone: "Europe/Berlin",
  country: "DE",
  email: "hallo@fjord.example",
  domain: "fjord.example",
  brand: { color: "#26404f", foreground: "#ffffff", slogan: "Gutes für drinnen und draußen" },
  plan: "standard",
  taxesIncluded: true,
  tax: { title: "MwSt. 19 %", percent: "19" },
  shippingTitle: "Standardversand",
  carrier: "DHL",
  location: {
    name: "Lager Berlin",
    address1: "Lohmühlenstraße 65",
    city: "Berlin",
    zip: "12435",
    country: "DE",
  },
  products,
  people,
  orders: [...particularOrders, ...everydayOrders],
};
