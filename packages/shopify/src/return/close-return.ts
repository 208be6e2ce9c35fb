import type { Admin } from "../admin/admin.ts";
import { type Answer, settle } from "../admin/answer.ts";
import { graphql } from "../generated/gql.ts";
import { judgeReturn, type ReturnNow } from "./return-status.ts";

const document = graphql(`
  mutation CloseReturn($id: ID!) {
    returnClose(id: $id) {
      return { id status }
      userErrors { code field message }
    }
  }
`);

/** OPEN → CLOSED. Closing what is closed changes nothing and is `done`. */
export async function closeReturn(
  admin: Admin,
  input: { readonly returnId: string },
): Promise<Answer<ReturnNow>> {
  const answer = await admin.send(document, { id: input.returnId });
  return settle(answer, (data, requestId) => judgeReturn(data.returnClose, requestId));
}
