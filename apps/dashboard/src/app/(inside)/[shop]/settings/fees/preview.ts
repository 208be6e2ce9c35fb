import {
  explain,
  explainTotals,
  type Policy,
  type Quote,
  quote,
  type Shop,
  strangerFacts,
} from "@kept/domain";
import { sampleOrder } from "../rules/sample-order.ts";

/** One sum in words, for a sample order. */
export interface Sum {
  readonly rows: readonly {
    readonly key: string;
    readonly text: string;
    readonly amount: string;
    readonly included: boolean;
  }[];
  readonly total: string;
}

export interface Preview {
  readonly credit: Sum;
  readonly money: Sum;
}

/** What the fees do to the sample order, with the reason that excuses nobody. */
export function previewOf(shop: Shop, policy: Policy): Preview {
  const order = sampleOrder(shop.currency, { sent: true });
  const sum = (resolution: Quote["resolution"]): Sum => {
    const made = quote({
      order,
      resolution,
      selection: order.lines.map(({ id, quantity }) => ({ lineItemId: id, quantity })),
      policy: { version: 1, policy },
      customer: strangerFacts(shop.currency),
      at: new Date(),
    });
    return {
      rows: explain(made, "en").map(({ key, text, amount, included }) => ({ key, text, amount, included })),
      total: explainTotals(made, "en").at(-1)?.amount ?? "",
    };
  };
  return { credit: sum("store_credit"), money: sum("original_payment") };
}
