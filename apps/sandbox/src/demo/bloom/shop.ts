import type { ShopStory } from "../story.ts";
import { everydayOrders } from "./everyday-orders.ts";
import { particularOrders } from "./particular-orders.ts";
import { people } from "./people.ts";
import { products } from "./products.ts";

/** Garden clothes and textiles from Austin: US dollars, prices without tax. */
export const bloom: ShopStory = {
  handle: "bloom",
  name: "Bloom & Thread",
  currency: "USD",
  locale: "en",
  timezone: "America/New_York",
  country: "US",
  email: "hello@bloom.example",
  domain: "bloomandthread.example",
  brand: { color: "#3f5b45", foreground: "#ffffff", slogan: "Clothes that grow on you" },
  plan: "advanced",
  taxesIncluded: false,
  tax: { title: "State Tax", percent: "6" },
  shippingTitle: "Standard shipping",
  carrier: "USPS",
  location: {
    name: "Bloom studio",
    address1: "200 Congress Ave",
    city: "Austin",
    zip: "78701",
    country: "US",
  },
  products,
  people,
  orders: [...particularOrders, ...everydayOrders],
};
