import type { GraphQLNamedType } from "graphql";
import type { Asked } from "./selections.ts";

/** What single fields cost, from recorded figures. Anything not named here: a leaf is free, an object is 1. */

/** Root fields that start elsewhere than the rest: a mutation at 10, a query field at 1, a count at 10. */
const dear: Record<string, number> = {
  fulfillmentTrackingInfoUpdate: 50,
  fulfillmentTrackingInfoUpdateV2: 50,
  orderCapture: 20,
  refundCreate: 20,
};

const free = new Set([
  "ApiVersion",
  "CollectionRule",
  "CollectionRuleSet",
  "CustomerEmailMarketingConsentState",
  "CustomerSmsMarketingConsentState",
  "InventoryItemMeasurement",
  "LocationAddress",
  "MoneyBag",
  "MoneyV2",
  "PageInfo",
  "WebhookSubscriptionEndpoint",
  "Weight",
]);

/** Leaves that cost, once for each place they are asked of. */
const laborious = new Set(["Location.hasUnfulfilledOrders"]);

export function mutationPrice(name: string): number {
  return dear[name] ?? 10;
}

export function rootPrice(name: string, type: GraphQLNamedType | undefined): number {
  return dear[name] ?? (type?.name === "Count" ? 10 : 1);
}

/** What a payload names first is free, but for a movement of store credit. */
export function namedPrice(type: GraphQLNamedType): number {
  return type.name === "StoreCreditAccountTransaction" ? 1 : 0;
}

export function objectPrice({ field, on }: Asked, type: GraphQLNamedType): number {
  if (on.name === "StoreCreditAccount" && field.name.value === "balance") return 5;
  if (on.name === "Customer" && type.name === "MailingAddress") return 0;
  return free.has(type.name) ? 0 : 1;
}

/** What was looked at; what a line that can be returned points to is not charged after the fact. */
export function usedPrice(asked: Asked, type: GraphQLNamedType): number {
  return asked.on.name === "ReturnableFulfillmentLineItem" ? 0 : objectPrice(asked, type);
}

export function leafPrice({ field, on }: Asked): number {
  return laborious.has(`${on.name}.${field.name.value}`) ? 1 : 0;
}

/** 1 → 1, 3 → 2, 5 → 3, 10 → 4, 50 → 7, 250 → 11: how many nodes a page of so many is charged for. */
export function steps(size: number): number {
  return size === 0 ? 0 : Math.max(1, Math.floor(2 * Math.log(size)));
}
