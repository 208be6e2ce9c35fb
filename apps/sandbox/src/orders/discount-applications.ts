import { as } from "../graphql/gid.ts";
import { money } from "../graphql/money.ts";
import type { DiscountShare, Order } from "./order.ts";

interface Application {
  index: number;
  key: string;
}

/** Each discount of the order once: its own on a line, or one spread across lines. */
export function discountApplications(order: Order): Application[] {
  const found = new Map<string, { share: DiscountShare; total: bigint }>();
  for (const line of order.lines) {
    for (const share of line.discounts) {
      const key = keyOf(share, line.id);
      const known = found.get(key);
      found.set(key, { share, total: (known?.total ?? 0n) + share.amount });
    }
  }
  return [...found].map(([key, { share, total }], index) =>
    as(share.code ? "DiscountCodeApplication" : "ManualDiscountApplication", {
      key,
      index,
      code: share.code ?? undefined,
      title: share.title,
      description: share.title,
      allocationMethod: share.across ? "ACROSS" : "EACH",
      targetSelection: share.across ? "ALL" : "EXPLICIT",
      targetType: "LINE_ITEM",
      value: as("MoneyV2", money(total, order.presentmentCurrency)),
    }),
  );
}

export function applicationOf(order: Order, lineId: number, share: DiscountShare): Application | undefined {
  return discountApplications(order).find((application) => application.key === keyOf(share, lineId));
}

function keyOf(share: DiscountShare, lineId: number): string {
  return share.across ? `across/${share.code ?? share.title}` : `${lineId}/${share.code ?? share.title}`;
}
