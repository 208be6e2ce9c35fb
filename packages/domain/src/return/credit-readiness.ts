import { add, fromDecimal, type Money } from "@kept/money";
import { type Order, readCreditAccount } from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { unlessUnreachable } from "../shop/reach.ts";
import type { Shop } from "../shop/shop.ts";

/**
 * Why a credit would not work although the rules allow it. It is not offered then; the way the order was paid is.
 *
 * - `store_credit_off`: switched off in Shopify, so it could not be spent.
 * - `no_accounts`: classic accounts, and no address where customers could sign in to spend it.
 * - `head_room`: with it the customer's account would hold more than Shopify lets it.
 */
export type NotReady = "store_credit_off" | "no_accounts" | "head_room";

/** What is known of the shop without asking anybody. Unknown is no reason: only a no is. */
export function shopReadiness(
  shop: Pick<Shop, "storeCreditEnabled" | "accountsVersion" | "accountsUrl">,
): NotReady | null {
  if (shop.storeCreditEnabled === "no") return "store_credit_off";
  return shop.accountsVersion === "classic" && !shop.accountsUrl ? "no_accounts" : null;
}

/**
 * The same, and whether the customer's account has room for it. While Shopify cannot be asked, or does not answer
 * `withinMs`, it is taken to have; with 0 it is not asked.
 */
export async function creditReadiness(
  ctx: ShopContext,
  order: Order,
  total: Money,
  { withinMs }: { withinMs?: number } = {},
): Promise<NotReady | null> {
  const known = shopReadiness(ctx.shop);
  if (known) return known;
  const most = mostPerAccount(ctx.shop, order.currency);
  if (!order.customer || !most) return null;
  if (total.minor > most.minor) return "head_room";
  if (withinMs === 0) return null;
  const customerId = order.customer.id;
  const read = await unlessUnreachable(ctx, async () =>
    readCreditAccount(await ctx.admin(), {
      customerId,
      currency: order.currency,
      since: ctx.clock.now(),
      ...(withinMs && { deadlineMs: withinMs }),
    }),
  );
  const balance = read?.value.balance;
  return balance && add(balance, total).minor > most.minor ? "head_room" : null;
}

/** Shopify's own limit, which it does not tell: $15,000 an account. Elsewhere, and where a shop has another, it is told us. */
const usual: Readonly<Record<string, string>> = { USD: "15000.00" };

function mostPerAccount({ mostPerAccount: told }: Shop, currency: string): Money | null {
  const most = told[currency] ?? usual[currency];
  return most ? fromDecimal(most, currency) : null;
}
