import { and, eq, sql, type Transaction, tables } from "@kept/database";
import type { Order } from "@kept/shopify";

const { returnLines, returns } = tables;

/**
 * Units of an order that were asked back through Kept and that Shopify does not know of yet (its return is made a
 * moment later): per fulfillment line. Shopify counts all others itself.
 */
export async function unitsTaken(
  tx: Transaction,
  shopId: string,
  orderGid: string,
): Promise<Map<string, number>> {
  const rows = await tx
    .select({ id: returnLines.fulfillmentLineItemGid, units: sql<number>`sum(${returnLines.quantity})::int` })
    .from(returnLines)
    .innerJoin(returns, and(eq(returns.shopId, returnLines.shopId), eq(returns.id, returnLines.returnId)))
    .where(
      and(
        eq(returns.shopId, shopId),
        eq(returns.orderGid, orderGid),
        sql`${returns.shopifyReturnGid} is null`,
        sql`${returns.status} not in ('declined', 'cancelled')`,
      ),
    )
    .groupBy(returnLines.fulfillmentLineItemGid);
  return new Map(rows.map(({ id, units }) => [id, units]));
}

/** The order with those units gone, as it will be once Shopify knows. */
export function withoutUnits(order: Order, taken: ReadonlyMap<string, number>): Order {
  if (taken.size === 0) return order;
  return {
    ...order,
    lines: order.lines.map((line) => {
      const of = (id: string) => taken.get(id) ?? 0;
      const gone = line.returnable.reduce((units, part) => units + of(part.fulfillmentLineItemId), 0);
      const returnable = line.returnable.map((part) => ({
        ...part,
        quantity: Math.max(0, part.quantity - of(part.fulfillmentLineItemId)),
      }));
      return { ...line, goneQuantity: line.goneQuantity + gone, returnable };
    }),
  };
}
