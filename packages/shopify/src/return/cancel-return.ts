import type { Admin } from "../admin/admin.ts";
import { type Answer, settle } from "../admin/answer.ts";
import { graphql } from "../generated/gql.ts";
import { judgeReturn, type ReturnNow } from "./return-status.ts";

const document = graphql(`
  mutation CancelReturn($id: ID!) {
    returnCancel(id: $id) {
      return { id status }
      userErrors { code field message }
    }
  }
`);

/** OPEN → CANCELED, before any inspection or refund. Guarded by the state: after `unknown`, read the return. */
export async function cancelReturn(
  admin: Admin,
  input: { readonly returnId: string },
): Promise<Answer<ReturnNow>> {
  const answer = await admin.send(document, { id: input.returnId });
  return settle(answer, (data, requestId) => judgeReturn(data.returnCancel, requestId));
}
