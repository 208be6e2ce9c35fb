import { type Money, toWire, zero } from "@kept/money";
import { type Admin, type Document, type Order, suggestReturnOutcome } from "@kept/shopify";
import { z } from "zod";

export interface Chosen {
  readonly lineItemId: string;
  readonly quantity: number;
}

/** The fees a return is opened with. */
export interface NewReturn {
  readonly restockingPercent: number | null;
  readonly returnFee: Money | null;
}

/** Opens the return in Shopify, as staff would with the same fees, and asks what Shopify would refund for it. */
export async function suggestionOf(
  admin: Admin,
  order: Order,
  selection: readonly Chosen[],
  fees: NewReturn,
): Promise<Money> {
  const answer = await admin.send(openReturn, { returnInput: returnInput(order, selection, fees) });
  if (answer.kind !== "done") throw new Error(`No return was opened: ${JSON.stringify(answer)}`);
  const { returnCreate } = opened.parse(answer.value);
  const { id, returnLineItems } = returnCreate.return;
  const outcome = await suggestReturnOutcome(admin, {
    returnId: id,
    lines: returnLineItems.nodes,
    allocation: "STORE_CREDIT",
  });
  // Nothing is refunded where fees eat up the goods: Shopify would send a bill, Kept stops at zero.
  return outcome?.amount ?? zero(order.currency);
}

const text = `
  mutation OpenReturn($returnInput: ReturnInput!) {
    returnCreate(returnInput: $returnInput) {
      return { id returnLineItems(first: 50) { nodes { id quantity } } }
      userErrors { field message }
    }
  }
`;
const openReturn: Document<unknown, { returnInput: object }> = { toString: () => text };
const opened = z.object({
  returnCreate: z.object({
    return: z.object({
      id: z.string(),
      returnLineItems: z.object({ nodes: z.array(z.object({ id: z.string(), quantity: z.int() })) }),
    }),
  }),
});

function returnInput(
  order: Order,
  selection: readonly Chosen[],
  { restockingPercent, returnFee }: NewReturn,
) {
  return {
    orderId: order.id,
    returnLineItems: selection
      .flatMap((chosen) => parcelsOf(order, chosen))
      .map((part) => ({
        ...part,
        returnReason: "UNKNOWN",
        ...(restockingPercent && { restockingFee: { percentage: restockingPercent } }),
      })),
    ...(returnFee && { returnShippingFee: { amount: wireMoney(returnFee) } }),
  };
}

/** A line's units, from the first parcel they came in to the last. */
export function parcelsOf(order: Order, { lineItemId, quantity }: Chosen) {
  const line = order.lines.find(({ id }) => id === lineItemId);
  let left = quantity;
  return (line?.returnable ?? []).flatMap(({ fulfillmentLineItemId, quantity: there }) => {
    const take = Math.min(left, there);
    left -= take;
    return take > 0 ? [{ fulfillmentLineItemId, quantity: take }] : [];
  });
}

function wireMoney(money: Money) {
  const { amount, currency } = toWire(money);
  return { amount, currencyCode: currency };
}
