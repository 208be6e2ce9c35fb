import type { Money } from "@kept/money";
import type { Admin } from "../admin/admin.ts";
import { presented } from "../amount.ts";
import { graphql } from "../generated/gql.ts";

const document = graphql(`
  query SuggestReturnOutcome(
    $id: ID!
    $lines: [SuggestedOutcomeReturnLineItemInput!]!
    $allocation: RefundMethodAllocation!
    $refundShipping: RefundShippingInput
  ) {
    return(id: $id) {
      suggestedFinancialOutcome(
        returnLineItems: $lines
        exchangeLineItems: []
        refundMethodAllocation: $allocation
        refundShipping: $refundShipping
      ) {
        maximumRefundable { presentmentMoney { amount currencyCode } }
        financialTransfer {
          __typename
          ... on RefundReturnOutcome {
            amount { presentmentMoney { amount currencyCode } }
            suggestedTransactions {
              amountSet { presentmentMoney { amount currencyCode } }
              parentTransaction { id }
            }
          }
        }
      }
    }
  }
`);

export interface SuggestWish {
  readonly returnId: string;
  readonly lines: readonly { readonly id: string; readonly quantity: number }[];
  readonly allocation: "STORE_CREDIT" | "ORIGINAL_PAYMENT_METHODS";
  readonly fullShipping?: boolean;
}

export interface SuggestedOutcome {
  /** What Shopify would refund for these lines, its return fees taken off, in presentment currency. */
  readonly amount: Money;
  readonly maximumRefundable: Money;
  /** How Shopify would spread it over the payments; empty for store credit. */
  readonly transactions: readonly { readonly parentId: string; readonly amount: Money }[];
}

/** Null when there is no such return, or nothing would be refunded for it. Throws ShopifyUnavailable. */
export async function suggestReturnOutcome(
  admin: Admin,
  wish: SuggestWish,
): Promise<SuggestedOutcome | null> {
  const { return: found } = await admin.read(document, {
    id: wish.returnId,
    lines: wish.lines.map(({ id, quantity }) => ({ id, quantity })),
    allocation: wish.allocation,
    refundShipping: wish.fullShipping ? { fullRefund: true } : null,
  });
  const outcome = found?.suggestedFinancialOutcome;
  const transfer = outcome?.financialTransfer;
  if (!outcome || transfer?.__typename !== "RefundReturnOutcome") return null;
  return {
    amount: presented(transfer.amount),
    maximumRefundable: presented(outcome.maximumRefundable),
    transactions: transfer.suggestedTransactions.flatMap((suggested) => {
      const amount = presented(suggested.amountSet);
      return suggested.parentTransaction && amount.minor > 0n
        ? [{ parentId: suggested.parentTransaction.id, amount }]
        : [];
    }),
  };
}
