import type { Admin } from "../admin/admin.ts";
import { ShopifyUnavailable } from "../admin/unavailable.ts";
import { graphql } from "../generated/gql.ts";
import type { ReadReturnQuery, WhatIsAskedBackFragment } from "../generated/graphql.ts";
import { type Refund, toRefund } from "../refund/refund.ts";
import type { ShopifyReturnStatus } from "./return-status.ts";

graphql(`
  fragment WhatIsAskedBack on Return {
    id name status
    order { id }
    returnLineItems(first: 100) {
      nodes {
        id quantity processableQuantity processedQuantity refundableQuantity refundedQuantity
        ... on ReturnLineItem { fulfillmentLineItem { id lineItem { id } } }
      }
      pageInfo { hasNextPage }
    }
  }
`);

const document = graphql(`
  query ReadReturn($id: ID!) {
    return(id: $id) {
      ...WhatIsAskedBack
      decline { reason note }
      refunds(first: 50) {
        nodes { ...RefundParts }
        pageInfo { hasNextPage }
      }
    }
  }
`);

/** A return as Shopify has it: what was asked back, how far it is, what was paid for it. */
export interface ShopifyReturn {
  readonly id: string;
  /** "#1001-R1" */
  readonly name: string;
  readonly status: ShopifyReturnStatus;
  readonly orderId: string;
  /** Why it was declined, when it was. */
  readonly decline: { readonly reason: DeclineReason; readonly note: string | null } | null;
  readonly lines: readonly ShopifyReturnLine[];
  readonly refunds: readonly Refund[];
}

export type DeclineReason = NonNullable<Found["decline"]>["reason"];

export interface ShopifyReturnLine {
  readonly id: string;
  /** Null for lines Shopify could not tie to the order. */
  readonly fulfillmentLineItemId: string | null;
  readonly lineItemId: string | null;
  readonly quantity: number;
  readonly processable: number;
  readonly processed: number;
  readonly refundable: number;
  readonly refunded: number;
}

/** Null when there is no such return. Throws ShopifyUnavailable, also when it is too large to be read completely. */
export async function readReturn(admin: Admin, id: string): Promise<ShopifyReturn | null> {
  const { return: found } = await admin.read(document, { id });
  if (!found) return null;
  if (found.returnLineItems.pageInfo.hasNextPage || found.refunds.pageInfo.hasNextPage) {
    throw new ShopifyUnavailable("not_understood", "the return is too large to be read in one piece");
  }
  return { ...askedBack(found), decline: found.decline, refunds: found.refunds.nodes.map(toRefund) };
}

/** What was asked back, as Shopify tells it; whether these are all its lines the caller has seen to. */
export function askedBack(found: WhatIsAskedBackFragment): Omit<ShopifyReturn, "decline" | "refunds"> {
  return {
    id: found.id,
    name: found.name,
    status: found.status,
    orderId: found.order.id,
    lines: found.returnLineItems.nodes.map(toLine),
  };
}

type Found = NonNullable<ReadReturnQuery["return"]>;

function toLine(node: Found["returnLineItems"]["nodes"][number]): ShopifyReturnLine {
  const item = "fulfillmentLineItem" in node ? node.fulfillmentLineItem : null;
  return {
    id: node.id,
    fulfillmentLineItemId: item?.id ?? null,
    lineItemId: item?.lineItem.id ?? null,
    quantity: node.quantity,
    processable: node.processableQuantity,
    processed: node.processedQuantity,
    refundable: node.refundableQuantity,
    refunded: node.refundedQuantity,
  };
}
