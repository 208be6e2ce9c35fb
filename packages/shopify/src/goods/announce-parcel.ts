import { z } from "zod";
import type { Admin } from "../admin/admin.ts";
import { type Answer, settle } from "../admin/answer.ts";
import { graphql } from "../generated/gql.ts";
import { refusal } from "../refusals.ts";
import { returnRefusals } from "../return/return-refusals.ts";

const document = graphql(`
  mutation AnnounceParcel($id: ID!, $tracking: ReverseDeliveryTrackingInput) {
    reverseDeliveryCreateWithShipping(
      reverseFulfillmentOrderId: $id
      reverseDeliveryLineItems: []
      trackingInput: $tracking
      notifyCustomer: false
    ) {
      reverseDelivery { id }
      userErrors { code field message }
    }
  }
`);

const payload = z.object({
  reverseDelivery: z.object({ id: z.string().min(1) }).nullable(),
  userErrors: z.array(
    z.object({ code: z.string().nullish(), field: z.array(z.string()).nullable(), message: z.string() }),
  ),
});

/**
 * Tells Shopify of a parcel on its way back. No key and no guard: look for its number (readGoodsBack) before each try.
 * This is the one mutation that writes to the customer unless told not to.
 */
export async function announceParcel(
  admin: Admin,
  parcel: { readonly goodsId: string; readonly number: string; readonly url: string | null },
): Promise<Answer<{ readonly id: string }>> {
  const { goodsId, number, url } = parcel;
  const answer = await admin.send(document, { id: goodsId, tracking: { number, ...(url && { url }) } });
  return settle(answer, (data, requestId) => {
    const read = payload.safeParse(data.reverseDeliveryCreateWithShipping);
    if (!read.success) return { kind: "unknown", reason: "unreadable", requestId };
    const { reverseDelivery, userErrors } = read.data;
    const refused = refusal<{ id: string }>(userErrors, returnRefusals, {
      result: reverseDelivery,
      requestId,
    });
    if (refused) return refused;
    if (!reverseDelivery) return { kind: "unknown", reason: "contradiction", requestId };
    return { kind: "done", value: reverseDelivery, requestId };
  });
}
