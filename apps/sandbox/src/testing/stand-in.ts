import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { ShopDescription } from "../description/shop.ts";
import { loadShop } from "../load/load-shop.ts";
import { install } from "../oauth/install.ts";
import { answerGraphql } from "../server/graphql-endpoint.ts";
import { brokenAccounts } from "../store-credit/invariant.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import { World } from "../world/world.ts";
import { watched } from "./watched.ts";

// biome-ignore lint/suspicious/noExplicitAny: answers are whatever the document asked for
type Data = any;

export interface TestShop {
  world: World;
  shop: ShopWorld;
  domain: string;
  /** Sends a document exactly as an app would, and gives the whole answer back. */
  ask(query: string, variables?: Record<string, unknown>, version?: string): Promise<Data>;
  /** The same, for documents that must not fail at the top. */
  data(query: string, variables?: Record<string, unknown>, version?: string): Promise<Data>;
}

export const everything = [
  "read_orders",
  "read_all_orders",
  "write_orders",
  "write_returns",
  "write_customers",
  "read_products",
  "read_fulfillments",
  "write_fulfillments",
  "write_locations",
  "write_store_credit_account_transactions",
  "read_store_credit_accounts",
  "write_merchant_managed_fulfillment_orders",
];

/** A shop of its own for one test, in memory. Ada, a shirt at 20.00, and whatever the test adds. */
export function openShop(
  change: Partial<ShopDescription> = {},
  scopes: string[] = everything,
  optionalScopes: string[] = [],
): TestShop {
  const world = watched(
    new World({ publicUrl: "http://sandbox.test", appKey: "kept-local", appSecret: "shpss_kept_local" }),
  );
  const shop = loadShop(world, { ...bloom, ...change });
  const { accessToken } = install(world, shop, { scopes, optionalScopes, expiring: false });
  world.commit();
  const ask: TestShop["ask"] = async (query, variables = {}, version = "2026-10") => {
    const call = {
      method: "POST",
      url: new URL("http://sandbox.test/"),
      headers: { "x-shopify-access-token": accessToken },
      body: Buffer.from(JSON.stringify({ query, variables })),
      requestId: randomUUID(),
    };
    const reply = await answerGraphql(world, call, shop.domain, version);
    return JSON.parse(String(reply.body));
  };
  const data: TestShop["data"] = async (...args) => {
    const answer = await ask(...args);
    expect(answer.errors).toBeUndefined();
    return answer.data;
  };
  return { world, shop, domain: shop.domain, ask, data };
}

/** Opening + credits − debits − expiries = balance = Σ remaining, for every account. */
export function expectBooksToBalance({ shop }: Pick<TestShop, "shop">): void {
  expect(brokenAccounts(shop)).toEqual([]);
}

export const bloom: ShopDescription = {
  domain: "bloom-test.myshopify.com",
  name: "Bloom",
  currency: "USD",
  products: [{ handle: "shirt", title: "Shirt", variants: [{ sku: "SHIRT", price: "20.00" }] }],
  customers: [{ ref: "ada", email: "ada@example.com", firstName: "Ada", lastName: "Lovelace" }],
  orders: [
    {
      number: 1001,
      customer: "ada",
      createdAt: "-12d",
      taxes: [{ title: "Sales tax", rate: "0.10" }],
      lines: [{ variant: "SHIRT", quantity: 3 }],
      shipping: { price: "5.00" },
      fulfillments: [{ at: "-11d", deliveredAt: "-9d" }],
    },
  ],
};
