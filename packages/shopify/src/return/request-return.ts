import type { Admin } from "../admin/admin.ts";
import { type Answer, settle } from "../admin/answer.ts";
import { graphql } from "../generated/gql.ts";
import { askedBack, type ShopifyReturn } from "./read-return.ts";
import { judgeReturn } from "./return-status.ts";

const document = graphql(`
  mutation RequestReturn($input: ReturnRequestInput!) {
    returnRequest(input: $input) {
      return { ...WhatIsAskedBack }
      userErrors { code field message }
    }
  }
`);

export interface ReturnLineWish {
  readonly fulfillmentLineItemId: string;
  readonly quantity: number;
  /** Of the shop's own list, see readReturnReasons. */
  readonly reasonDefinitionId?: string | null;
  /** Shown to the merchant; longer than 300 characters is cut, Shopify takes no more. */
  readonly customerNote?: string | null;
}

/**
 * Asks the merchant for a return: none → REQUESTED, answered as it then is; nothing can have been paid for it yet. Only
 * the remaining quantity guards against asking twice, so look for the return on the order (readBeforeRequest) first, and
 * again after `unknown`.
 */
export async function requestReturn(
  admin: Admin,
  input: { readonly orderId: string; readonly lines: readonly ReturnLineWish[] },
): Promise<Answer<ShopifyReturn>> {
  const answer = await admin.send(document, {
    input: {
      orderId: input.orderId,
      returnLineItems: input.lines.map((line) => ({
        fulfillmentLineItemId: line.fulfillmentLineItemId,
        quantity: line.quantity,
        ...(line.reasonDefinitionId ? { returnReasonDefinitionId: line.reasonDefinitionId } : {}),
        ...(line.customerNote ? { customerNote: [...line.customerNote].slice(0, 300).join("") } : {}),
      })),
    },
  });
  return settle(answer, ({ returnRequest }, requestId) => {
    const judged = judgeReturn(returnRequest, requestId);
    if (judged.kind !== "done") return judged;
    const made = returnRequest?.return;
    if (!made || made.returnLineItems.pageInfo.hasNextPage)
      return { kind: "unknown", reason: "unreadable", requestId };
    return { ...judged, value: { ...askedBack(made), decline: null, refunds: [] } };
  });
}
