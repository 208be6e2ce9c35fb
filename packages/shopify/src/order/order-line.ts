import { subtract, sum } from "@kept/money";
import { presented } from "../amount.ts";
import { asName } from "../names.ts";
import type { OrderLine, ReturnableUnits } from "../order.ts";
import type { Units } from "./gone-units.ts";
import type { LineNode } from "./read-order.ts";

/** `paid` is the original total less everything allocated to the line: line, order and code discounts alike. */
export function toLine(
  line: LineNode,
  currency: string,
  { gone, refunded }: Units,
  returnable: readonly ReturnableUnits[],
): OrderLine {
  const discounts = sum(
    line.discountAllocations.map((given) => presented(given.allocatedAmountSet)),
    currency,
  );
  const taxes = line.taxLines.map((tax) => presented(tax.priceSet));
  return {
    id: line.id,
    title: asName(line.title),
    variantTitle: line.variantTitle === null ? null : asName(line.variantTitle),
    sku: line.sku,
    imageUrl: line.image?.url ?? null,
    quantity: line.quantity,
    unitPrice: presented(line.originalUnitPriceSet),
    paid: subtract(presented(line.originalTotalSet), discounts),
    tax: sum(taxes, currency),
    taxes,
    goneQuantity: gone,
    refundedQuantity: refunded,
    returnable,
    product: line.product && {
      id: line.product.id,
      type: line.product.productType,
      vendor: line.product.vendor,
      tags: line.product.tags,
      collectionIds: line.product.collections.nodes.map((collection) => collection.id),
    },
    requiresShipping: line.requiresShipping,
    giftCard: line.isGiftCard,
  };
}
