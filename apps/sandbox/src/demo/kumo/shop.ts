import type { ShopStory } from "../story.ts";
import { everydayOrders } from "./everyday-orders.ts";
import { particularOrders } from "./particular-orders.ts";
import { people } from "./people.ts";
import { products } from "./products.ts";

/** Stationery, pottery and cloth from Kyoto: yen without decimals, tax included, in Japanese. */
export const kumo: ShopStory = {
  handle: "kumo",
  name: "Kumo",
  currency: "JPY",
  locale: "ja",
  timezone: "Asia/Tokyo",
  country: "JP",
  email: "konnichiwa@kumo.example",
  domain: "kumo.example",
  brand: { color: "#2e4a6b", foreground: "#ffffff", slogan: "雲のように、やわらかな道具" },
  plan: "plus",
  taxesIncluded: true,
  tax: { title: "消費税 10%", percent: "10" },
  shippingTitle: "宅配便",
  carrier: "Yamato",
  location: { name: "京都倉庫", address1: "姉小路通10", city: "京都市", zip: "604-8005", country: "JP" },
  products,
  people,
  orders: [...particularOrders, ...everydayOrders],
};
