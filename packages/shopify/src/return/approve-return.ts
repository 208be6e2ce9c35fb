import type { Admin } from "../admin/admin.ts";
import { type Answer, settle } from "../admin/answer.ts";
import { graphql } from "../generated/gql.ts";
import { judgeReturn, type ReturnNow } from "./return-status.ts";

const document = graphql(`
  mutation ApproveReturn($input: ReturnApproveRequestInput!) {
    returnApproveRequest(input: $input) {
      return { id status }
      userErrors { code field message }
    }
  }
`);

/**
 * REQUESTED → OPEN. Not repeatable but guarded by the state: after `unknown`, or `refused` with INVALID_STATE, read
 * the return, and take OPEN for done. Kept writes to the customer itself, so Shopify is asked not to.
 */
export async function approveReturn(
  admin: Admin,
  input: { readonly returnId: string },
): Promise<Answer<ReturnNow>> {
  const answer = await admin.send(document, { input: { id: input.returnId, notifyCustomer: false } });
  return settle(answer, (data, requestId) => judgeReturn(data.returnApproveRequest, requestId));
}
