import { connection, type PageArguments } from "../graphql/connection.ts";
import type { Context, Resolvers } from "../graphql/context.ts";
import { gid } from "../graphql/gid.ts";
import { money } from "../graphql/money.ts";
import { metafieldFields } from "../metafields/metafield-resolvers.ts";
import { toShopMinor } from "../money/exchange.ts";
import { netPayment, sum } from "../orders/totals.ts";
import { accountsMatching } from "../store-credit/account-resolvers.ts";
import { addressOf } from "./address-mutations.ts";
import { emailConsentOf, smsConsentOf } from "./consent.ts";
import { addressesOf, type Customer, defaultAddressOf, displayName } from "./customer.ts";

export const customerResolvers: Resolvers = {
  Customer: {
    ...metafieldFields,
    id: (customer: Customer) => gid("Customer", customer.id),
    legacyResourceId: (customer: Customer) => String(customer.id),
    displayName,
    email: (customer: Customer) => customer.email,
    defaultEmailAddress: (customer: Customer) => {
      if (customer.email === null) return null;
      const { state, optInLevel, updatedAt } = emailConsentOf(customer);
      return {
        emailAddress: customer.email,
        marketingState: state,
        marketingOptInLevel: optInLevel,
        marketingUpdatedAt: updatedAt,
        validFormat: true,
        openTrackingLevel: "UNKNOWN",
      };
    },
    emailMarketingConsent: (customer: Customer) => {
      if (customer.email === null) return null;
      const { state, optInLevel, updatedAt } = emailConsentOf(customer);
      return { marketingState: state, marketingOptInLevel: optInLevel, consentUpdatedAt: updatedAt };
    },
    defaultPhoneNumber: (customer: Customer) => {
      if (customer.phone === null) return null;
      const { state, optInLevel, updatedAt } = smsConsentOf(customer);
      return {
        phoneNumber: customer.phone,
        marketingState: state,
        marketingOptInLevel: optInLevel,
        marketingUpdatedAt: updatedAt,
        marketingCollectedFrom: updatedAt === null ? null : "OTHER",
      };
    },
    smsMarketingConsent: (customer: Customer) => {
      if (customer.phone === null) return null;
      const { state, optInLevel, updatedAt } = smsConsentOf(customer);
      return {
        marketingState: state,
        marketingOptInLevel: optInLevel,
        consentUpdatedAt: updatedAt,
        consentCollectedFrom: "OTHER",
      };
    },
    defaultAddress: (customer: Customer) => addressOf(defaultAddressOf(customer)),
    addresses: (customer: Customer, { first }: { first?: number | null }) =>
      addressesOf(customer)
        .slice(0, first ?? undefined)
        .map(addressOf),
    addressesV2: (customer: Customer, args: PageArguments) => {
      const page = connection(addressesOf(customer), args, { idOf: ({ id }) => id });
      return {
        ...page,
        nodes: page.nodes.map(addressOf),
        edges: page.edges.map((edge) => ({ ...edge, node: addressOf(edge.node) })),
      };
    },
    canDelete: (customer: Customer, _args, { shop }) => shop.ordersOf(customer.id).length === 0,
    /** Recorded so of everybody an app made, whether they have an address or not. */
    verifiedEmail: () => true,
    validEmailAddress: (customer: Customer) => customer.email !== null,
    dataSaleOptOut: (customer: Customer) => customer.dataSaleOptOut ?? false,
    taxExempt: (customer: Customer) => customer.taxExempt ?? false,
    taxExemptions: (customer: Customer) => customer.taxExemptions ?? [],
    productSubscriberStatus: () => "NEVER_SUBSCRIBED",
    lifetimeDuration: () => "less than a minute",
    hasTimelineComment: () => false,
    mergeable: (customer: Customer, _args, { shop }) => {
      const holds = shop.accountsOf(customer.id).some((account) => account.balance > 0n);
      return holds
        ? {
            isMergeable: false,
            reason: "The customer has store credit",
            errorFields: ["STORE_CREDIT"],
            mergeInProgress: null,
          }
        : { isMergeable: true, reason: null, errorFields: [], mergeInProgress: null };
    },
    numberOfOrders: (customer: Customer, _args, { shop }) => String(shop.ordersOf(customer.id).length),
    amountSpent: (customer: Customer, _args, context) =>
      money(spent(customer, context), context.shop.shop.currency),
    statistics: () => ({ predictedSpendTier: null, rfmGroup: null }),
    taxSettings: () => ({ taxExempt: false, taxExemptions: [], taxRegistrationId: null }),
    unsubscribeUrl: (customer: Customer, _args, { shop }) =>
      `https://${shop.shop.primaryDomain}/account/unsubscribe/${customer.id}`,
    lastOrder: (customer: Customer, _args, { shop }) => shop.ordersOf(customer.id).at(-1) ?? null,
    orders: (customer: Customer, args: PageArguments, { shop }) =>
      connection(shop.ordersOf(customer.id), args, { idOf: (order) => order.id }),
    storeCreditAccounts: (customer: Customer, args: PageArguments & { query?: string }, { shop }) =>
      connection(accountsMatching(shop.accountsOf(customer.id), args.query), args, {
        idOf: (account) => account.id,
      }),
  },
};

function spent(customer: Customer, { shop }: Context): bigint {
  return sum(shop.ordersOf(customer.id), (order) =>
    toShopMinor(netPayment(order), order.presentmentCurrency, order.currency, order.rate),
  );
}
