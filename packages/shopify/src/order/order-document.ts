import { graphql } from "../generated/gql.ts";

graphql(`
  fragment LinesOfOrder on LineItemConnection {
    nodes {
      id title variantTitle sku quantity currentQuantity requiresShipping isGiftCard
      image { url }
      originalUnitPriceSet { presentmentMoney { amount currencyCode } }
      originalTotalSet { presentmentMoney { amount currencyCode } }
      discountAllocations { allocatedAmountSet { presentmentMoney { amount currencyCode } } }
      taxLines { priceSet { presentmentMoney { amount currencyCode } } }
      product { id productType vendor tags collections(first: 10) { nodes { id } pageInfo { hasNextPage } } }
    }
    pageInfo { hasNextPage endCursor }
  }
`);

graphql(`
  fragment ReturnableParcels on ReturnableFulfillmentConnection {
    nodes {
      fulfillment { id createdAt deliveredAt }
      returnableFulfillmentLineItems(first: 50) {
        nodes { quantity fulfillmentLineItem { id lineItem { id } } }
        pageInfo { hasNextPage }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
`);

/**
 * An order with its first lines, and what of it may still be sent back: one answer, so that they belong together. Sizes
 * are kept so that the whole stays well below Shopify's 1,000 points a query: it asks for 328.
 */
export const orderDocument = graphql(`
  query ReadOrder($id: ID!) {
    order(id: $id) {
      id name createdAt cancelledAt test email phone
      currencyCode presentmentCurrencyCode taxesIncluded tags
      customer {
        id firstName lastName locale tags numberOfOrders
        defaultEmailAddress { emailAddress }
      }
      purchasingEntity { __typename }
      shippingAddress { countryCodeV2 zip }
      netPaymentSet { presentmentMoney { amount currencyCode } }
      totalRefundedSet { presentmentMoney { amount currencyCode } }
      totalRefundedShippingSet { presentmentMoney { amount currencyCode } }
      originalTotalDutiesSet { presentmentMoney { amount currencyCode } }
      shippingLines(first: 10) {
        nodes {
          isRemoved
          discountedPriceSet { presentmentMoney { amount currencyCode } }
          taxLines { priceSet { presentmentMoney { amount currencyCode } } }
        }
        pageInfo { hasNextPage }
      }
      transactions(first: 100) {
        id kind status gateway
        amountSet { presentmentMoney { amount currencyCode } }
        parentTransaction { id }
        paymentDetails { __typename }
      }
      refunds(first: 50) {
        id createdAt
        duties { amountSet { presentmentMoney { amount currencyCode } } }
        refundLineItems(first: 50) { nodes { quantity lineItem { id } } pageInfo { hasNextPage } }
      }
      returns(first: 20) {
        nodes {
          id status
          returnLineItems(first: 50) {
            nodes {
              quantity processedQuantity refundedQuantity
              ... on ReturnLineItem { fulfillmentLineItem { lineItem { id } } }
            }
            pageInfo { hasNextPage }
          }
        }
        pageInfo { hasNextPage }
      }
      lineItems(first: 25) { ...LinesOfOrder }
    }
    returnableFulfillments(orderId: $id, first: 10) { ...ReturnableParcels }
  }
`);

/** More of an order's lines, a page at a time. */
export const orderLinesDocument = graphql(`
  query ReadOrderLines($id: ID!, $after: String) {
    order(id: $id) { lineItems(first: 25, after: $after) { ...LinesOfOrder } }
  }
`);

/** The collections of a product that is in many, a page at a time. */
export const collectionsDocument = graphql(`
  query ReadCollections($id: ID!, $after: String) {
    product(id: $id) {
      collections(first: 250, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } }
    }
  }
`);

/** More of what may still be sent back, by fulfilment, a page at a time. */
export const returnableDocument = graphql(`
  query ReadReturnable($orderId: ID!, $after: String) {
    returnableFulfillments(orderId: $orderId, first: 10, after: $after) { ...ReturnableParcels }
  }
`);
