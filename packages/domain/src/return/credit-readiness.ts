import { fromDecimal, type Money, subtract } from "@kept/money";
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

/** The same, for this sum, where the customer's account has `room` for so much more; null for no known limit. */
export function readinessFor(shop: Shop, total: Money, room: Money | null): NotReady | null {
  return shopReadiness(shop) ?? (room && total.minor > room.minor ? "head_room" : null);
}

/**
 * The same, and whether the customer's account has room for it. While Shopify cannot be asked, or does not answer
 * `withinMs`, it is taken to have; with 0 it is not asked.
 */
export async function creditReadiness(
  ctx: ShopContext,
  order: Order,
  total: Money,
  options: { withinMs?: number } = {},
): Promise<NotReady | null> {
  const empty = order.customer && mostPerAccount(ctx.shop, order.currency);
  return (
    readinessFor(ctx.shop, total, empty) ?? readinessFor(ctx.shop, total, await roomFor(ctx, order, options))
  );
}

/** What more fits into the customer's account, as `creditReadiness` takes it; null where there is no account or no limit. */
export async function roomFor(
  ctx: ShopContext,
  order: Order,
  { withinMs }: { withinMs?: number } = {},
): Promise<Money | null> {
  const most = mostPerAccount(ctx.shop, order.currency);
  if (!order.customer || !most) return null;
  if (withinMs === 0) return most;
  const customerId = order.customer.id;
  const read = await unlessUnreachable(ctx, async () =>
    readCreditAccount(await ctx.admin(), {
      customerId,
      currency: order.currency,
      since: ctx.clock.now(),
      ...(withinMs && { deadlineMs: withinMs }),
    }),
  );
  return read ? subtract(most, read.value.balance) : most;
}

/** Shopify's own limit, which it does not tell: $15,000 an account. Elsewhere, and where a shop has another, it is told us. */
const usual: Readonly<Record<string, string>> = { USD: "15000.00" };

function mostPerAccount({ mostPerAccount: told }: Shop, currency: string): Money | null {
  const most = told[currency] ?? usual[currency];
  return most ? fromDecimal(most, currency) : null;
}
