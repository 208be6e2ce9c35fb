import type { Order } from "../orders/order.ts";
import { currentQuantity, netPayment, sum } from "../orders/totals.ts";
import { issueRefund, type RefundOrder } from "../refunds/issue-refund.ts";
import { spread } from "../refunds/parents.ts";
import type { Refund } from "../refunds/refund.ts";
import { shippingBack } from "../refunds/shipping.ts";
import { payable, worthOf } from "../refunds/worth.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import { type Refused, staff } from "./staff.ts";

export type Destination = "original" | "store_credit";

export interface RefundByHand {
  lines: { lineId: number; quantity: number }[];
  shipping: boolean;
  /** Minor units of the order's presentment currency; left out, what the lines and the shipping are worth. */
  amount?: bigint | undefined;
  to: Destination;
  note: string | null;
}

/** A refund outside every return, as staff issue it in the admin. Never more than the order's net payment. */
export function refundByHand(shop: ShopWorld, order: Order, wish: RefundByHand): Refund | Refused {
  if (wish.lines.some(({ lineId, quantity }) => quantity > stillThere(order, lineId)))
    return { refused: "More pieces than are left of an item." };
  const shipping = wish.shipping ? shippingBack(order, "all") : { amount: 0n, tax: 0n };
  const total = wish.amount ?? worth(order, wish, shipping);
  if (total <= 0n) return { refused: "Choose what to refund, or enter an amount." };
  if (total > netPayment(order)) return { refused: "That is more than is left of what was paid." };
  const why = wish.to === "store_credit" ? whyNoStoreCredit(shop, order) : undefined;
  if (why) return { refused: why };
  return issueRefund(shop, order, {
    lines: wish.lines.map((line) => ({ ...line, restockType: "RETURN", locationId: null })),
    shipping,
    duties: [],
    note: wish.note,
    returnId: null,
    issuer: staff,
    ...moneyBack(order, total, wish.to),
  });
}

/** To the payments it came from, oldest first, or to the customer's store credit. */
export function moneyBack(
  order: Order,
  total: bigint,
  to: Destination,
): Pick<RefundOrder, "payments" | "storeCredit"> {
  if (to === "store_credit") return { payments: [], storeCredit: [{ amount: total, expiresAt: null }] };
  const parts = spread(order, total).filter(({ amount }) => amount > 0n);
  return {
    payments: parts.map(({ transaction, amount }) => ({ parent: transaction, amount })),
    storeCredit: [],
  };
}

export function whyNoStoreCredit(shop: ShopWorld, order: Order): string | undefined {
  if (!shop.customers.get(order.customerId))
    return "Nobody is linked to this order, so there is no account to credit.";
  if (order.company) return "A company bought this; store credit is not possible.";
  if (shop.shop.customerAccountsVersion === "CLASSIC") return "Store credit needs new customer accounts.";
  return undefined;
}

function worth(order: Order, wish: RefundByHand, shipping: { amount: bigint; tax: bigint }): bigint {
  const goods = sum(order.lines, (line) => {
    const quantity = wish.lines.find(({ lineId }) => lineId === line.id)?.quantity ?? 0;
    return quantity > 0 ? payable(order, worthOf(order, line, quantity)) : 0n;
  });
  return goods + shipping.amount + (order.taxesIncluded ? 0n : shipping.tax);
}

function stillThere(order: Order, lineId: number): number {
  const line = order.lines.find(({ id }) => id === lineId);
  return line ? currentQuantity(order, line) : 0;
}
