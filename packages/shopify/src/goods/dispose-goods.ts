import { z } from "zod";
import type { Admin } from "../admin/admin.ts";
import { type Answer, settle } from "../admin/answer.ts";
import { graphql } from "../generated/gql.ts";
import { refusal } from "../refusals.ts";
import { returnRefusals } from "../return/return-refusals.ts";

const document = graphql(`
  mutation DisposeGoods($goods: [ReverseFulfillmentOrderDisposeInput!]!) {
    reverseFulfillmentOrderDispose(dispositionInputs: $goods) {
      reverseFulfillmentOrderLineItems { id }
      userErrors { code field message }
    }
  }
`);

export type Disposition = "RESTOCKED" | "NOT_RESTOCKED" | "PROCESSING_REQUIRED" | "MISSING";

export interface DisposedUnits {
  /** A line of the goods that come back, see readGoodsBack. */
  readonly lineId: string;
  readonly quantity: number;
  readonly disposition: Disposition;
  /** Where they are put on the shelf; needed for RESTOCKED and for nothing else. */
  readonly locationId: string | null;
}

const payload = z.object({
  reverseFulfillmentOrderLineItems: z.array(z.object({ id: z.string() })).nullable(),
  userErrors: z.array(
    z.object({ code: z.string().nullish(), field: z.array(z.string()).nullable(), message: z.string() }),
  ),
});

/** Says where returned units went. Shopify takes no more units than came, which is its guard; restocked ones are for sale again. */
export async function disposeGoods(admin: Admin, goods: readonly DisposedUnits[]): Promise<Answer<void>> {
  const answer = await admin.send(document, {
    goods: goods.map(({ lineId, quantity, disposition, locationId }) => ({
      reverseFulfillmentOrderLineItemId: lineId,
      quantity,
      dispositionType: disposition,
      ...(disposition === "RESTOCKED" && locationId && { locationId }),
    })),
  });
  return settle(answer, (data, requestId) => {
    const read = payload.safeParse(data.reverseFulfillmentOrderDispose);
    if (!read.success) return { kind: "unknown", reason: "unreadable", requestId };
    const refused = refusal<void>(read.data.userErrors, returnRefusals, { result: null, requestId });
    if (refused) return refused;
    if (!read.data.reverseFulfillmentOrderLineItems)
      return { kind: "unknown", reason: "contradiction", requestId };
    return { kind: "done", value: undefined, requestId };
  });
}
