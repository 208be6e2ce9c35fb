import { customerMutations } from "../customers/customer-mutations.ts";
import { customerQueries } from "../customers/customer-queries.ts";
import { customerResolvers } from "../customers/customer-resolvers.ts";
import { segmentQueries } from "../customers/segments.ts";
import { fulfillmentOrderMutations } from "../fulfillment-orders/fulfillment-order-mutations.ts";
import { fulfillmentOrderQueries } from "../fulfillment-orders/fulfillment-order-queries.ts";
import { fulfillmentOrderResolvers } from "../fulfillment-orders/fulfillment-order-resolvers.ts";
import { fulfillmentServiceMutations } from "../fulfillment-services/fulfillment-service-mutations.ts";
import { fulfillmentServiceQueries } from "../fulfillment-services/fulfillment-service-resolvers.ts";
import { locationMutations } from "../locations/location-mutations.ts";
import { locationQueries, locationResolvers } from "../locations/location-resolvers.ts";
import { metafieldResolvers } from "../metafields/metafield-resolvers.ts";
import { appQueries, appResolvers } from "../oauth/app-resolvers.ts";
import { delegateTokenMutations } from "../oauth/delegate-token.ts";
import { revokeMutations } from "../oauth/revoke.ts";
import { fulfillmentResolvers } from "../orders/fulfillment-resolvers.ts";
import { lineResolvers } from "../orders/line-resolvers.ts";
import { orderMutations } from "../orders/order-mutations.ts";
import { orderQueries } from "../orders/order-queries.ts";
import { orderResolvers } from "../orders/order-resolvers.ts";
import { productResolvers } from "../products/product-resolvers.ts";
import { refundCreate } from "../refunds/refund-create.ts";
import { refundResolvers } from "../refunds/refund-resolvers.ts";
import { returnCalculate } from "../returns/calculate.ts";
import { returnCreate, returnRequest } from "../returns/open-return.ts";
import { reasonDefinitions } from "../returns/reasons.ts";
import { returnProcess } from "../returns/return-process.ts";
import { returnRefund } from "../returns/return-refund.ts";
import { returnableFulfillments, returnResolvers } from "../returns/return-resolvers.ts";
import { reverseMutations } from "../returns/reverse-mutations.ts";
import {
  removeFromReturn,
  returnApproveRequest,
  returnCancel,
  returnClose,
  returnDeclineRequest,
  returnReopen,
} from "../returns/transitions.ts";
import { shopQueries, shopResolvers } from "../shop/shop-resolvers.ts";
import { storeCreditResolvers } from "../store-credit/account-resolvers.ts";
import { storeCreditAccountCredit, storeCreditAccountDebit } from "../store-credit/mutations.ts";
import { subscriptionMutations } from "../webhooks/subscription-mutations.ts";
import { subscriptionQueries, subscriptionResolvers } from "../webhooks/subscription-resolvers.ts";
import { connection, type PageArguments } from "./connection.ts";
import type { Resolver, Resolvers } from "./context.ts";
import { node } from "./node.ts";

const byNode: Resolver = (_source, { id }: { id: string }, context) => node(context, id);
const only =
  (type: string): Resolver =>
  (_source, { id }: { id: string }, context) =>
    new RegExp(`^gid://shopify/${type}/`).test(id) ? node(context, id) : null;

/** Everything the stand-in answers itself; what is not here falls back to the record's own property, or to nothing. */
export const resolvers: Resolvers = {
  ...shopResolvers,
  ...appResolvers,
  ...locationResolvers,
  ...productResolvers,
  ...customerResolvers,
  ...orderResolvers,
  ...lineResolvers,
  ...fulfillmentResolvers,
  ...fulfillmentOrderResolvers,
  ...refundResolvers,
  ...returnResolvers,
  ...storeCreditResolvers,
  ...subscriptionResolvers,
  ...metafieldResolvers,
  Query: {
    ...shopQueries,
    ...appQueries,
    ...locationQueries,
    ...orderQueries,
    ...fulfillmentOrderQueries,
    ...fulfillmentServiceQueries,
    ...customerQueries,
    ...segmentQueries,
    ...subscriptionQueries,
    node: byNode,
    nodes: (_source, { ids }: { ids: string[] }, context) => ids.map((id) => node(context, id)),
    return: only("Return"),
    refund: only("Refund"),
    product: only("Product"),
    productVariant: only("ProductVariant"),
    fulfillment: only("Fulfillment"),
    reverseDelivery: only("ReverseDelivery"),
    reverseFulfillmentOrder: only("ReverseFulfillmentOrder"),
    companyLocation: only("CompanyLocation"),
    storeCreditAccount: only("StoreCreditAccount"),
    products: (_source, args: PageArguments, { shop }) =>
      connection(shop.products.all(), args, { idOf: (product) => product.id }),
    returnableFulfillments,
    returnCalculate,
    returnReasonDefinitions: (_source, args: PageArguments & { ids?: string[]; handles?: string[] }) =>
      connection(
        reasonDefinitions.filter(
          (entry) =>
            (!args.ids || args.ids.includes(entry.id)) &&
            (!args.handles || args.handles.includes(entry.handle)),
        ),
        args,
        { idOf: (entry) => entry.number },
      ),
  },
  Mutation: {
    ...orderMutations,
    ...fulfillmentOrderMutations,
    ...fulfillmentServiceMutations,
    ...customerMutations,
    ...locationMutations,
    ...reverseMutations,
    ...subscriptionMutations,
    ...revokeMutations,
    ...delegateTokenMutations,
    storeCreditAccountCredit,
    storeCreditAccountDebit,
    refundCreate,
    returnRequest,
    returnCreate,
    returnApproveRequest,
    returnDeclineRequest,
    returnProcess,
    returnRefund,
    returnClose,
    returnReopen,
    returnCancel,
    removeFromReturn,
    returnLineItemRemoveFromReturn: removeFromReturn,
  },
};
