import type { Context, Resolver } from "./context.ts";
import { Refusal } from "./errors.ts";

const fulfillmentOrderOwners = ["assigned", "merchant_managed", "third_party"];
const readFulfillmentOrders = fulfillmentOrderOwners.map((owner) => `read_${owner}_fulfillment_orders`);
const writeFulfillmentOrders = fulfillmentOrderOwners.map((owner) => `write_${owner}_fulfillment_orders`);

/** Which permission a field needs, any one of those named. What is not here needs none. */
const scopes: Record<string, readonly string[]> = {
  "Query.order": ["read_orders"],
  "Query.orderByIdentifier": ["read_orders"],
  "Query.orders": ["read_orders"],
  "Query.ordersCount": ["read_orders"],
  "Query.refund": ["read_orders"],
  "Query.customer": ["read_customers"],
  "Query.customers": ["read_customers"],
  "Query.customersCount": ["read_customers"],
  "Query.customerByIdentifier": ["read_customers"],
  "Query.segments": ["read_customers"],
  "Query.segmentsCount": ["read_customers"],
  "Query.customerSegmentMembership": ["read_customers"],
  "Query.product": ["read_products"],
  "Query.products": ["read_products"],
  "Query.productVariant": ["read_products"],
  "Query.location": ["read_locations"],
  "Query.locations": ["read_locations"],
  "Query.fulfillmentOrder": readFulfillmentOrders,
  "Query.fulfillmentOrders": readFulfillmentOrders,
  "Query.manualHoldsFulfillmentOrders": readFulfillmentOrders,
  "FulfillmentHold.heldByApp": ["read_apps"],
  "Query.return": ["read_returns", "read_marketplace_returns"],
  "Query.returnableFulfillments": ["read_returns", "read_marketplace_returns"],
  "Query.returnCalculate": ["read_returns", "read_marketplace_returns"],
  "Query.reverseDelivery": ["read_returns", "read_marketplace_returns"],
  "Query.reverseFulfillmentOrder": ["read_returns", "read_marketplace_returns"],
  "Query.storeCreditAccount": ["read_store_credit_accounts", "read_store_credit_account_transactions"],
  "Order.customer": ["read_customers"],
  "Order.returns": ["read_returns", "read_marketplace_returns"],
  "LineItem.product": ["read_products"],
  "LineItem.variant": ["read_products"],
  "Customer.storeCreditAccounts": ["read_store_credit_accounts", "read_store_credit_account_transactions"],
  "StoreCreditAccount.transactions": ["read_store_credit_account_transactions"],
  "Mutation.storeCreditAccountCredit": ["write_store_credit_account_transactions"],
  "Mutation.storeCreditAccountDebit": ["write_store_credit_account_transactions"],
  "Mutation.refundCreate": ["write_orders", "write_marketplace_orders"],
  "Mutation.orderCreate": ["write_orders"],
  "Mutation.orderUpdate": ["write_orders"],
  "Mutation.orderCancel": ["write_orders"],
  "Mutation.orderClose": ["write_orders"],
  "Mutation.orderOpen": ["write_orders"],
  "Mutation.orderDelete": ["write_orders"],
  "Mutation.orderMarkAsPaid": ["write_orders"],
  "Mutation.orderCreateManualPayment": ["write_orders"],
  "Mutation.orderInvoiceSend": ["write_orders"],
  "Mutation.orderCapture": ["write_orders"],
  "Mutation.transactionVoid": ["write_orders"],
  "Mutation.orderCustomerSet": ["write_orders"],
  "Mutation.orderCustomerRemove": ["write_orders"],
  "Mutation.customerCreate": ["write_customers"],
  "Mutation.customerUpdate": ["write_customers"],
  "Mutation.customerAddressCreate": ["write_customers"],
  "Mutation.customerAddressUpdate": ["write_customers"],
  "Mutation.customerAddressDelete": ["write_customers"],
  "Mutation.customerUpdateDefaultAddress": ["write_customers"],
  "Mutation.customerSet": ["write_customers"],
  "Mutation.customerSendAccountInviteEmail": ["write_customers"],
  "Mutation.customerGenerateAccountActivationUrl": ["write_customers"],
  "Mutation.customerDelete": ["write_customers"],
  "Mutation.customerEmailMarketingConsentUpdate": ["write_customers"],
  "Mutation.customerSmsMarketingConsentUpdate": ["write_customers"],
  "Mutation.customerAddTaxExemptions": ["write_customers"],
  "Mutation.customerRemoveTaxExemptions": ["write_customers"],
  "Mutation.customerReplaceTaxExemptions": ["write_customers"],
  "Mutation.customerRequestDataErasure": ["write_customer_data_erasure"],
  "Mutation.customerCancelDataErasure": ["write_customer_data_erasure"],
  "Mutation.dataSaleOptOut": ["write_customers"],
  "Mutation.customerMerge": ["write_customer_merge"],
  "Query.customerMergePreview": ["read_customer_merge"],
  "Query.customerMergeJobStatus": ["read_customer_merge"],
  "Query.locationByIdentifier": ["read_locations"],
  "Query.locationsCount": ["read_locations"],
  "Query.fulfillmentService": ["read_fulfillments"],
  "Mutation.fulfillmentServiceCreate": ["write_fulfillments"],
  "Mutation.fulfillmentServiceUpdate": ["write_fulfillments"],
  "Mutation.fulfillmentServiceDelete": ["write_fulfillments"],
  "Mutation.locationAdd": ["write_locations"],
  "Mutation.locationEdit": ["write_locations"],
  "Mutation.locationActivate": ["write_locations"],
  "Mutation.locationDeactivate": ["write_locations"],
  "Mutation.locationDelete": ["write_locations"],
  "Mutation.fulfillmentCreate": ["write_merchant_managed_fulfillment_orders", "write_fulfillments"],
  "Mutation.fulfillmentCancel": ["write_merchant_managed_fulfillment_orders", "write_fulfillments"],
  "Mutation.fulfillmentTrackingInfoUpdate": [
    "write_merchant_managed_fulfillment_orders",
    "write_fulfillments",
  ],
  "Mutation.fulfillmentEventCreate": ["write_merchant_managed_fulfillment_orders", "write_fulfillments"],
  "Mutation.fulfillmentCreateV2": ["write_merchant_managed_fulfillment_orders", "write_fulfillments"],
};

const fulfillmentOrderMutation = /^Mutation\.fulfillmentOrder/;
const returnMutation = /^Mutation\.(return|removeFromReturn|reverse)/;

/** What about a customer is protected, and the field an app must be approved for to read it. */
const protectedFields: Record<string, string> = {
  "Query.customer": "customer",
  "Query.customers": "customer",
  "Query.customerByIdentifier": "customer",
  "Order.customer": "customer",
  "Order.email": "email",
  "Customer.email": "email",
  "Customer.defaultEmailAddress": "email",
  "Customer.firstName": "name",
  "Customer.lastName": "name",
  "Customer.displayName": "name",
  "Customer.phone": "phone",
  "Customer.defaultPhoneNumber": "phone",
  "Order.phone": "phone",
  "Order.shippingAddress": "address",
  "Order.billingAddress": "address",
  "Order.displayAddress": "address",
  "Customer.defaultAddress": "address",
  "Customer.addresses": "address",
  "Customer.addressesV2": "address",
};

/** The resolver behind its checks; the same resolver where there are none. */
export function guarded(type: string, field: string, resolve: Resolver): Resolver {
  const name = `${type}.${field}`;
  const needed =
    scopes[name] ??
    (returnMutation.test(name) ? ["write_returns", "write_marketplace_returns"] : undefined) ??
    (fulfillmentOrderMutation.test(name) ? writeFulfillmentOrders : undefined);
  const approval = protectedFields[name];
  if (!needed && !approval) return resolve;
  return (source, args, context, info) => {
    if (needed && !needed.some((scope) => context.installation.scopes.includes(scope)))
      throw denied(field, needed);
    if (approval && !isApproved(context, approval)) throw unapproved(approval);
    return resolve(source, args, context, info);
  };
}

function isApproved({ installation }: Context, approval: string): boolean {
  return installation.protectedData == null || installation.protectedData.includes(approval);
}

function denied(field: string, needed: readonly string[]): Refusal {
  const requiredAccess = `${needed.map((scope) => `\`${scope}\``).join(" or ")} access scope.`;
  return new Refusal(
    `Access denied for ${field} field. Required access: ${requiredAccess}`,
    "ACCESS_DENIED",
    {
      documentation: "https://shopify.dev/api/usage/access-scopes",
      requiredAccess,
    },
  );
}

function unapproved(approval: string): Refusal {
  const documentation = "https://shopify.dev/docs/apps/launch/protected-customer-data";
  const what = approval === "customer" ? "access the Customer object" : `use the ${approval} field`;
  return new Refusal(
    `This app is not approved to ${what}. See ${documentation} for more details.`,
    "ACCESS_DENIED",
    { documentation },
  );
}
