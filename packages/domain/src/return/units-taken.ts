import { and, eq, type SQL, sql, type Transaction, tables } from "@kept/database";
import { add, fromDecimal, fromWire, type Money, type WireMoney } from "@kept/money";
import type { Order } from "@kept/shopify";

const { quotes, returnLines, returns } = tables;

/** Units of one fulfillment line that one return asks back through Kept. */
export interface TakenUnits {
  readonly returnId: string;
  readonly fulfillmentLineItemId: string;
  readonly units: number;
  /** Shopify has this return, and counts its units itself. Its return is made a moment after ours. */
  readonly known: boolean;
  /** What its quote in force promises of shipping and duties. Shopify is not told what of a sum they are. */
  readonly shipping: Money;
  readonly duties: Money;
  /** What its quote promises to give back of each payment, while Shopify cannot count it: none once it is paid. */
  readonly payments: readonly { readonly transactionId: string; readonly amount: Money }[];
}

/** What of an order is asked back through Kept, by returns that were neither declined nor cancelled. */
export async function unitsTaken(
  tx: Transaction,
  shopId: string,
  orderGid: string | SQL<string>,
): Promise<TakenUnits[]> {
  const rows = await tx
    .select({
      returnId: returns.id,
      fulfillmentLineItemId: returnLines.fulfillmentLineItemGid,
      units: returnLines.quantity,
      known: sql<boolean>`${returns.shopifyReturnGid} is not null`,
      currency: returns.currency,
      shipping: promised("shipping"),
      duties: promised("duties"),
      payments: toBePaid,
    })
    .from(returnLines)
    .innerJoin(returns, and(eq(returns.shopId, returnLines.shopId), eq(returns.id, returnLines.returnId)))
    .innerJoin(quotes, and(eq(quotes.shopId, returns.shopId), eq(quotes.id, returns.quoteId)))
    .where(
      and(
        eq(returns.shopId, shopId),
        eq(returns.orderGid, orderGid),
        sql`${returns.status} not in ('declined', 'cancelled')`,
      ),
    );
  return rows.map(({ currency, shipping, duties, payments, ...row }) => ({
    ...row,
    shipping: fromDecimal(shipping, currency),
    duties: fromDecimal(duties, currency),
    payments: payments.map(({ transactionId, amount }) => ({ transactionId, amount: fromWire(amount) })),
  }));
}

/** The parts of a quote that go back to payments; of one that was paid or called off, none. */
const toBePaid = sql<{ transactionId: string; amount: WireMoney }[]>`
  case when exists (select 1 from issuance_legs l where l.shop_id = ${returns.shopId} and l.return_id = ${returns.id}
                     and l.kind = 'base' and l.state in ('confirmed', 'rejected'))
       then '[]'::jsonb else ${quotes.body} -> 'payments' end`;

/** A total of the quote, as its body has it. */
function promised(total: "shipping" | "duties"): SQL<string> {
  return sql<string>`${quotes.body} #>> ${`{totals,${total},amount}`}`;
}

/**
 * The order with the units gone that it does not count itself, as it will be once Shopify knows. `counts` says which it
 * does: for an order that was just read, those of returns Shopify knows. What our returns promised of its shipping and
 * duties it never counts: that is given back already, beside what people refunded by hand. What they will give back of
 * the order's payments is not there for another.
 */
export function withoutUnits(
  read: Order,
  taken: readonly TakenUnits[],
  counts: (one: TakenUnits) => boolean = ({ known }) => known,
): Order {
  const order = withPromises(read, taken);
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

function withPromises(order: Order, taken: readonly TakenUnits[]): Order {
  const returns = [...new Map(taken.map((one) => [one.returnId, one])).values()];
  const parts = returns.flatMap(({ payments }) => payments);
  const payments = order.payments.map((payment) => ({
    ...payment,
    refunded: parts
      .filter(({ transactionId }) => transactionId === payment.transactionId)
      .reduce((sum, { amount }) => add(sum, amount), payment.refunded),
  }));
  const all = (part: "shipping" | "duties", refunded: Money) =>
    returns.reduce((sum, one) => add(sum, one[part]), refunded);
  return {
    ...order,
    shipping: { ...order.shipping, refunded: all("shipping", order.shipping.refunded) },
    dutiesRefunded: all("duties", order.dutiesRefunded),
    payments,
  };
}
