import type { Admin } from "../admin/admin.ts";
import { type Answer, settle } from "../admin/answer.ts";
import { graphql } from "../generated/gql.ts";
import { judgeReturn, type ReturnNow } from "./return-status.ts";

const document = graphql(`
  mutation RequestReturn($input: ReturnRequestInput!) {
    returnRequest(input: $input) {
      return { id status }
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
 * Asks the merchant for a return: none → REQUESTED. Only the remaining quantity guards against asking twice,
 * so after `unknown` look for the return on the order (readReturnsOf) before asking again.
 */
export async function requestReturn(
  admin: Admin,
  input: { readonly orderId: string; readonly lines: readonly ReturnLineWish[] },
): Promise<Answer<ReturnNow>> {
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
  return settle(answer, (data, requestId) => judgeReturn(data.returnRequest, requestId));
}
