import type { Admin } from "../admin/admin.ts";
import { type Answer, settle } from "../admin/answer.ts";
import { graphql } from "../generated/gql.ts";
import { judgeReturn, type ReturnNow } from "./return-status.ts";

const document = graphql(`
  mutation RemoveFromReturn($returnId: ID!, $lines: [ReturnLineItemRemoveFromReturnInput!]!) {
    removeFromReturn(returnId: $returnId, returnLineItems: $lines) {
      return { id status }
      userErrors { code field message }
    }
  }
`);

/**
 * Takes units out of an OPEN or REQUESTED return; they can be returned again. It has no key and is guarded by nothing
 * but the units that are not processed yet: sent twice while more of those are left, it takes out twice as many. Where
 * all that is left is taken out, a second one is refused.
 */
export async function removeFromReturn(
  admin: Admin,
  input: {
    readonly returnId: string;
    /** Return lines (not order lines) and how many units of each. */
    readonly lines: readonly { readonly id: string; readonly quantity: number }[];
  },
): Promise<Answer<ReturnNow>> {
  const answer = await admin.send(document, {
    returnId: input.returnId,
    lines: input.lines.map(({ id, quantity }) => ({ returnLineItemId: id, quantity })),
  });
  return settle(answer, (data, requestId) => judgeReturn(data.removeFromReturn, requestId));
}
