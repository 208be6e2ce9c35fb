import type { Context } from "../graphql/context.ts";
import { parseMinor } from "../money/amount.ts";
import type { Order } from "../orders/order.ts";
import { readWhen } from "../world/clock.ts";

export interface StoreCreditMethod {
  storeCreditRefund?: { amount: { amount: string; currencyCode: string }; expiresAt?: string | null } | null;
}

export interface Refused {
  /** Path below the list of methods. */
  path: string[];
  message: string;
  code: string;
}

/**
 * Checks the store-credit part of a refund. Its prerequisites are documented (a customer, new customer accounts, not a
 * company's order); the sentences are not recorded and are named assumptions.
 */
export function storeCreditPart(
  context: Context,
  order: Order,
  methods: readonly StoreCreditMethod[],
): { credits: { amount: bigint; expiresAt: string | null }[] } | { refused: Refused } {
  const wanted = methods.flatMap((method) => method.storeCreditRefund ?? []);
  if (wanted.length === 0) return { credits: [] };
  if (order.customerId === null || !context.shop.customers.get(order.customerId)) {
    return refuse([], "Store credit refunds require the order to have a customer", "INVALID");
  }
  if (order.company) return refuse([], "Store credit refunds are not supported for B2B orders", "INVALID");
  if (context.shop.shop.customerAccountsVersion === "CLASSIC") {
    return refuse([], "Store credit refunds require new customer accounts", "FEATURE_NOT_ENABLED");
  }
  const credits: { amount: bigint; expiresAt: string | null }[] = [];
  for (const [index, { amount, expiresAt }] of wanted.entries()) {
    const path = [String(index), "storeCreditRefund"];
    if (amount.currencyCode !== order.presentmentCurrency) {
      return refuse(
        [...path, "amount", "currencyCode"],
        "The currency provided does not match the currency of the order",
        "INVALID",
      );
    }
    const minor = parseMinor(amount.amount, amount.currencyCode);
    if (minor <= 0n)
      return refuse(
        [...path, "amount", "amount"],
        "A positive amount must be used to refund to store credit",
        "GREATER_THAN",
      );
    const until = expiresAt ? readWhen(expiresAt, context.world.now()) : null;
    if (until && until <= context.world.nowText()) {
      return refuse([...path, "expiresAt"], "The expiry date must be in the future", "INVALID");
    }
    credits.push({ amount: minor, expiresAt: until });
  }
  return { credits };
}

function refuse(path: string[], message: string, code: string): { refused: Refused } {
  return { refused: { path, message, code } };
}
