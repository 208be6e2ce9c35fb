import type { Admin } from "../admin/admin.ts";
import { type Answer, settle } from "../admin/answer.ts";
import { graphql } from "../generated/gql.ts";
import { judgeReturn, type ReturnNow } from "./return-status.ts";

const document = graphql(`
  mutation DeclineReturn($input: ReturnDeclineRequestInput!) {
    returnDeclineRequest(input: $input) {
      return { id status }
      userErrors { code field message }
    }
  }
`);

export interface DeclineWish {
  readonly returnId: string;
  readonly reason: "RETURN_PERIOD_ENDED" | "FINAL_SALE" | "OTHER";
  /** For the customer; longer than 500 characters is cut, Shopify takes no more. */
  readonly note?: string | null;
}

/** REQUESTED → DECLINED; the items can be returned again. Guarded by the state: after `unknown`, read the return. */
export async function declineReturn(admin: Admin, input: DeclineWish): Promise<Answer<ReturnNow>> {
  const answer = await admin.send(document, {
    input: {
      id: input.returnId,
      declineReason: input.reason,
      notifyCustomer: false,
      ...(input.note ? { declineNote: [...input.note].slice(0, 500).join("") } : {}),
    },
  });
  return settle(answer, (data, requestId) => judgeReturn(data.returnDeclineRequest, requestId));
}
