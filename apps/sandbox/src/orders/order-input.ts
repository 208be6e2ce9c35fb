import type { MetafieldInput } from "../metafields/metafield.ts";
import type { Order, OrderTransaction } from "./order.ts";

export interface MoneyBagInput {
  shopMoney?: { amount: string; currencyCode: string } | null;
  presentmentMoney?: { amount: string; currencyCode: string } | null;
}

export interface TaxInput {
  title: string;
  rate: string | number;
  priceSet?: MoneyBagInput | null;
}

export interface LineInput {
  title?: string | null;
  variantId?: string | null;
  variantTitle?: string | null;
  productId?: string | null;
  sku?: string | null;
  vendor?: string | null;
  quantity: number;
  priceSet?: MoneyBagInput | null;
  requiresShipping?: boolean | null;
  taxable?: boolean | null;
  giftCard?: boolean | null;
  taxLines?: TaxInput[] | null;
  properties?: { name: string; value: string }[] | null;
}

export interface DiscountInput {
  itemFixedDiscountCode?: { code: string; amountSet?: MoneyBagInput | null } | null;
  itemPercentageDiscountCode?: { code: string; percentage?: number | null } | null;
  freeShippingDiscountCode?: { code: string } | null;
}

export interface OrderInput {
  currency?: string | null;
  presentmentCurrency?: string | null;
  customer?: {
    toAssociate?: { id: string } | null;
    toUpsert?: { email?: string | null; firstName?: string | null; lastName?: string | null } | null;
  } | null;
  customerId?: string | null;
  email?: string | null;
  phone?: string | null;
  poNumber?: string | null;
  lineItems?: LineInput[] | null;
  shippingLines?:
    | {
        title: string;
        code?: string | null;
        source?: string | null;
        priceSet: MoneyBagInput;
        taxLines?: TaxInput[] | null;
      }[]
    | null;
  transactions?:
    | {
        amountSet: MoneyBagInput;
        gateway?: string | null;
        kind?: OrderTransaction["kind"] | null;
        status?: OrderTransaction["status"] | null;
      }[]
    | null;
  discountCode?: DiscountInput | null;
  financialStatus?: string | null;
  fulfillmentStatus?: string | null;
  customAttributes?: { key: string; value: string }[] | null;
  shippingAddress?: Order["shippingAddress"];
  billingAddress?: Order["billingAddress"];
  taxesIncluded?: boolean | null;
  tags?: string[] | null;
  note?: string | null;
  name?: string | null;
  test?: boolean | null;
  processedAt?: string | null;
  closedAt?: string | null;
  metafields?: MetafieldInput[] | null;
}
