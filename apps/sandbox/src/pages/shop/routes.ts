import { settleExpiries } from "../../store-credit/find-account.ts";
import type { ShopWorld } from "../../world/shop-world.ts";
import type { World } from "../../world/world.ts";
import { goTo } from "../answer.ts";
import { nothingHere } from "../frame.ts";
import { accountPage } from "./account.ts";
import { checkout } from "./checkout.ts";
import { customerPage } from "./customer.ts";
import { customers } from "./customers.ts";
import { shopHome } from "./home.ts";
import { orderPage } from "./order.ts";
import { orders } from "./orders.ts";
import { settings } from "./settings.ts";

/** Everything under /store/{handle}, addressed as Shopify's admin addresses it. */
export async function storePages(
  world: World,
  request: Request,
  [handle = "", section, ...rest]: readonly string[],
  query: URLSearchParams,
): Promise<Response> {
  const shop = world.shop(handle);
  if (!shop) return nothingHere(`There is no shop called “${handle}”`);
  settleExpiries(shop);
  if (section === undefined) return shopHome(shop);
  if (section === "orders") return orderPlaces(shop, rest, query);
  if (section === "customers") return customerPlaces(shop, rest, query);
  if (section === "checkout") return checkout(shop, query);
  if (section === "settings" && rest.length === 0) return goTo(`/store/${handle}/settings/customer_accounts`);
  if (section === "settings" && rest[0] === "customer_accounts") return settings(shop);
  return nothingHere("This page does not exist", shop);
}

function orderPlaces(shop: ShopWorld, [id]: readonly string[], query: URLSearchParams): Response {
  if (id === undefined) return orders(shop, query);
  const order = shop.orders.get(Number(id)) ?? shop.orderByName(id);
  return order ? orderPage(shop, order) : nothingHere("There is no such order", shop);
}

function customerPlaces(
  shop: ShopWorld,
  [id, part, accountId]: readonly string[],
  query: URLSearchParams,
): Response {
  if (id === undefined) return customers(shop, query);
  const customer = shop.customers.get(Number(id));
  if (!customer) return nothingHere("There is no such customer", shop);
  if (part === undefined) return customerPage(shop, customer);
  const account = shop.accountsOf(customer.id).find((one) => one.id === Number(accountId));
  return account
    ? accountPage(shop, customer, account)
    : nothingHere("There is no such store-credit account", shop);
}
