import type { Admin } from "../admin/admin.ts";
import { type Answer, settle } from "../admin/answer.ts";
import { graphql } from "../generated/gql.ts";
import { judgeReturn, type ReturnNow } from "./return-status.ts";

const document = graphql(`
  mutation CreateReturn($input: ReturnInput!) {
    returnCreate(returnInput: $input) {
      return { id status }
      userErrors { code field message }
    }
  }
`);

export interface CreateReturnWish {
  readonly orderId: string;
  readonly lines: readonly {
    readonly fulfillmentLineItemId: string;
    readonly quantity: number;
    readonly reasonDefinitionId?: string | null;
    /** For the merchant; longer than 255 characters is cut. */
    readonly note?: string | null;
  }[];
}

/** A return the merchant opens for a customer: none → OPEN. After `unknown` look on the order before asking again. */
export async function createReturn(admin: Admin, input: CreateReturnWish): Promise<Answer<ReturnNow>> {
  const answer = await admin.send(document, {
    input: {
      orderId: input.orderId,
      returnLineItems: input.lines.map((line) => ({
        fulfillmentLineItemId: line.fulfillmentLineItemId,
        quantity: line.quantity,
        ...(line.reasonDefinitionId ? { returnReasonDefinitionId: line.reasonDefinitionId } : {}),
        ...(line.note ? { returnReasonNote: [...line.note].slice(0, 255).join("") } : {}),
      })),
    },
  });
  return settle(answer, (data, requestId) => judgeReturn(data.returnCreate, requestId));
}
