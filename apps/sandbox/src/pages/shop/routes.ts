import { settleClosings } from "../../returns/transitions.ts";
import { changeCustomerAccounts } from "../../staff/change-customer-accounts.ts";
import { settleExpiries } from "../../store-credit/find-account.ts";
import type { ShopWorld } from "../../world/shop-world.ts";
import type { World } from "../../world/world.ts";
import { goTo, plain } from "../answer.ts";
import { nothingHere } from "../frame.ts";
import { accountPage } from "./account.ts";
import { checkout } from "./checkout.ts";
import { pay } from "./checkout-acts.ts";
import { editCredit } from "./credit-acts.ts";
import { customerPage } from "./customer.ts";
import { customers } from "./customers.ts";
import { doneSentence } from "./done.ts";
import { shopHome } from "./home.ts";
import { orderPage } from "./order.ts";
import { actOnOrder } from "./order-acts.ts";
import { orders } from "./orders.ts";
import { settings } from "./settings.ts";

/** A page was asked for (`query`), or its form was sent (`fields`). */
interface Visit {
  readonly query: URLSearchParams;
  readonly fields: URLSearchParams | undefined;
}

/** Everything under /store/{handle}, addressed as Shopify's admin addresses it. What a form changed is committed here. */
export async function storePages(
  world: World,
  request: Request,
  [handle = "", ...path]: readonly string[],
  query: URLSearchParams,
): Promise<Response> {
  const shop = world.shop(handle);
  if (!shop) return nothingHere(`There is no shop called “${handle}”`);
  const asks = request.method === "GET" || request.method === "HEAD";
  if (!asks && request.method !== "POST") return plain(405, "Pages are read, and their forms are sent.");
  const fields = asks ? undefined : new URLSearchParams(await request.text());
  settleExpiries(shop);
  settleClosings(shop);
  const response = place(shop, path, { query, fields });
  world.commit();
  return response;
}

function place(shop: ShopWorld, [section, ...rest]: readonly string[], visit: Visit): Response {
  if (section === "orders") return orderPlaces(shop, rest, visit);
  if (section === "customers") return customerPlaces(shop, rest, visit);
  if (section === "checkout") return visit.fields ? pay(shop, visit.fields) : checkout(shop, visit.query);
  if (section === "settings") return settingPlaces(shop, rest, visit);
  return section === undefined ? shopHome(shop) : nothingHere("This page does not exist", shop);
}

function orderPlaces(shop: ShopWorld, [id]: readonly string[], { query, fields }: Visit): Response {
  if (id === undefined) return orders(shop, query);
  const order = shop.orders.get(Number(id)) ?? shop.orderByName(id);
  if (!order) return nothingHere("There is no such order", shop);
  return fields ? actOnOrder(shop, order, fields) : orderPage(shop, order, { done: doneSentence(query) });
}

function customerPlaces(
  shop: ShopWorld,
  [id, part, accountId]: readonly string[],
  { query, fields }: Visit,
): Response {
  if (id === undefined) return customers(shop, query);
  const customer = shop.customers.get(Number(id));
  if (!customer) return nothingHere("There is no such customer", shop);
  if (part === "store-credit" && fields) return editCredit(shop, customer, fields);
  if (accountId === undefined) return customerPage(shop, customer);
  const account = shop.accountsOf(customer.id).find((one) => one.id === Number(accountId));
  return account
    ? accountPage(shop, customer, account, { done: doneSentence(query) })
    : nothingHere("There is no such store-credit account", shop);
}

function settingPlaces(shop: ShopWorld, [page]: readonly string[], { query, fields }: Visit): Response {
  const address = `/store/${shop.shop.handle}/settings/customer_accounts`;
  if (page !== "customer_accounts") return goTo(address);
  if (!fields) return settings(shop, doneSentence(query));
  changeCustomerAccounts(shop, {
    storeCreditEnabled: fields.get("storeCredit") === "on",
    customerAccountsVersion: fields.get("version") === "CLASSIC" ? "CLASSIC" : "NEW_CUSTOMER_ACCOUNTS",
  });
  return goTo(`${address}?done=saved`);
}
