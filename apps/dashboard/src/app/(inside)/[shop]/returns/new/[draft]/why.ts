import type { DraftItem } from "@kept/domain";
import { resolutionWords } from "../../../../../../ui/return-status.tsx";
import { calendarDay } from "../../../../../../ui/when.tsx";

const items: Record<NonNullable<DraftItem["why"]>["code"], string> = {
  order_cancelled: "The order was cancelled",
  blocked: "Your rules block it",
  gift_card: "Gift cards cannot come back",
  already_returned: "It came back already",
  not_shipped: "It was not shipped yet",
  final_sale: "Final sale, by your rules",
  window_closed: "The window closed",
};

/** Why a line cannot come back, or could not for a customer. */
export function whyItem({ code, on }: NonNullable<DraftItem["why"]>): string {
  return `${items[code]}${code === "window_closed" && on ? ` on ${calendarDay(on)}` : ""}`;
}

const offers: Record<string, string> = {
  turned_off: "is switched off in Settings",
  no_customer: "is not possible: the order has no customer to credit",
  business_order: "is not possible: Shopify gives companies none",
  nothing_refundable: "is not possible: nothing of this order is left to refund",
  rule: "is not offered here, by one of your rules",
  store_credit_off: "is not offered: store credit is switched off in Shopify",
  no_accounts: "is not offered: customers of classic accounts have nowhere to sign in to spend it",
  head_room: "is not offered: the customer's account would pass Shopify's limit",
};

export function whyNotOffered({
  resolution,
  why,
}: {
  resolution: keyof typeof resolutionWords;
  why: string;
}): string {
  return `${resolutionWords[resolution]} ${offers[why] ?? "is not offered here"}.`;
}
