import { and, eq, type SQL, sql, type Transaction, tables } from "@kept/database";
import type { Order } from "@kept/shopify";

const { returnLines, returns } = tables;

/** Units of one fulfillment line that one return asks back through Kept. */
export interface TakenUnits {
  readonly returnId: string;
  readonly fulfillmentLineItemId: string;
  readonly units: number;
  /** Shopify has this return, and counts its units itself. Its return is made a moment after ours. */
  readonly known: boolean;
}

/** What of an order is asked back through Kept, by returns that were neither declined nor cancelled. */
export async function unitsTaken(
  tx: Transaction,
  shopId: string,
  orderGid: string | SQL<string>,
): Promise<TakenUnits[]> {
  return tx
    .select({
      returnId: returns.id,
      fulfillmentLineItemId: returnLines.fulfillmentLineItemGid,
      units: returnLines.quantity,
      known: sql<boolean>`${returns.shopifyReturnGid} is not null`,
    })
    .from(returnLines)
    .innerJoin(returns, and(eq(returns.shopId, returnLines.shopId), eq(returns.id, returnLines.returnId)))
    .where(
      and(
        eq(returns.shopId, shopId),
        eq(returns.orderGid, orderGid),
        sql`${returns.status} not in ('declined', 'cancelled')`,
      ),
    );
}

/**
 * The order with the units gone that it does not count itself, as it will be once Shopify knows. `counts` says which it
 * does: for an order that was just read, those of returns Shopify knows.
 */
export function withoutUnits(
  order: Order,
  taken: readonly TakenUnits[],
  counts: (one: TakenUnits) => boolean = ({ known }) => known,
): Order {
  const missing = taken.filter((one) => !counts(one));
  if (missing.length === 0) return order;
  const of = (id: string) =>
    missing.reduce((sum, one) => (one.fulfillmentLineItemId === id ? sum + one.units : sum), 0);
  return {
    ...order,
    lines: order.lines.map((line) => {
      const gone = line.returnable.reduce((units, part) => units + of(part.fulfillmentLineItemId), 0);
      const returnable = line.returnable.map((part) => ({
        ...part,
        quantity: Math.max(0, part.quantity - of(part.fulfillmentLineItemId)),
      }));
      return { ...line, goneQuantity: line.goneQuantity + gone, returnable };
    }),
  };
}
