import { randomUUID } from "node:crypto";
import type { Context } from "../graphql/context.ts";
import { Refusal } from "../graphql/errors.ts";
import { gid, idIn } from "../graphql/gid.ts";
import { bag } from "../graphql/money.ts";
import { parseMinor } from "../money/amount.ts";
import { worthOf } from "../refunds/worth.ts";
import { restockingFee } from "./fees.ts";
import { fulfilledLine } from "./find.ts";

interface CalculateInput {
  orderId: string;
  returnLineItems?:
    | { fulfillmentLineItemId: string; quantity: number; restockingFee?: { percentage: number } | null }[]
    | null;
  returnShippingFee?: { amount: { amount: string; currencyCode: string } } | null;
}

/** returnCalculate: what a return would come to before there is one. Refunds are negative, fees positive, as recorded. */
export function returnCalculate(_source: unknown, { input }: { input: CalculateInput }, { shop }: Context) {
  const order = shop.orders.get(idIn(input.orderId, "Order"));
  if (!order) throw new Refusal("Order not found.", "NOT_FOUND");
  const fee = input.returnShippingFee?.amount;
  return {
    id: gid("CalculatedReturn", randomUUID()),
    exchangeLineItems: [],
    returnLineItems: (input.returnLineItems ?? []).map((wish) => {
      const of = fulfilledLine(order, idIn(wish.fulfillmentLineItemId, "FulfillmentLineItem"));
      if (!of) throw new Refusal("Fulfillment line item not found.", "NOT_FOUND");
      const worth = worthOf(order, of.line, wish.quantity);
      const percentage = wish.restockingFee?.percentage;
      return {
        id: null,
        quantity: wish.quantity,
        fulfillmentLineItem: of,
        subtotalBeforeOrderDiscountsSet: bag(order, -worth.subtotalBeforeOrderDiscounts),
        subtotalSet: bag(order, -worth.subtotal),
        totalTaxSet: bag(order, -worth.tax),
        restockingFee:
          percentage === undefined
            ? null
            : {
                id: gid("CalculatedRestockingFee", randomUUID()),
                percentage,
                amountSet: bag(order, restockingFee(String(percentage), worth.subtotal)),
              },
      };
    }),
    returnShippingFee: fee
      ? {
          id: gid("CalculatedReturnShippingFee", randomUUID()),
          amountSet: bag(order, parseMinor(fee.amount, order.presentmentCurrency)),
        }
      : null,
  };
}
