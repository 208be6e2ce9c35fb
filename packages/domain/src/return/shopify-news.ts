import type { OrderNews, OrderRefund, ShopifyReturn } from "@kept/shopify";
import type { Attention } from "./attention.ts";
import { isOpen, type ReturnRecord } from "./return.ts";

/** What Kept knows about a return when it compares it with Shopify. */
export interface OurSide {
  readonly record: Pick<
    ReturnRecord,
    "status" | "creditState" | "attention" | "resolution" | "customerGid" | "shopifyReturnGid"
  >;
  /** Refunds our own legs answer to, and those that were there when the sum was made. */
  readonly refunds: ReadonlySet<string>;
  /** A leg of ours on this order may be arriving right now: its refund is not known as ours yet. */
  readonly inFlight: boolean;
  /** What a person was told of already, as `told` names it. */
  readonly told: ReadonlySet<string>;
}

/** What a person's act in Shopify means for a return of ours. */
export type News =
  | { readonly kind: "approve" }
  | { readonly kind: "cancel" }
  /** What stopped the return is over. */
  | { readonly kind: "calm" }
  | { readonly kind: "decline"; readonly reason: string }
  | { readonly kind: "customer"; readonly customerGid: string }
  | {
      readonly kind: "attend";
      readonly attention: Attention;
      readonly key: string;
      readonly refund?: OrderRefund;
    };

/** The name of something a person is told of once. */
export function told(attention: Attention, key: string): string {
  return `${attention}:${key}`;
}

/**
 * Compares a return with what Shopify has. Pure: the same states give the same news, whoever asks and how often.
 * Money is never moved for it: what could mean money stops the return for a person.
 */
export function newsOf(ours: OurSide, mirror: ShopifyReturn | null, order: OrderNews | null): News | null {
  const { status } = ours.record;
  if (status === "declined" || status === "cancelled") return null;
  return foreignRefund(ours, order) ?? statusNews(ours, mirror) ?? orderNews(ours, order);
}

/** A refund that is not ours and was not there before, about this return or about no return at all. */
function foreignRefund(ours: OurSide, order: OrderNews | null): News | null {
  if (ours.inFlight) return null;
  const refund = order?.refunds.find(
    (each) =>
      !ours.refunds.has(each.id) &&
      !each.note?.startsWith("kept:") &&
      (each.returnId === null || each.returnId === ours.record.shopifyReturnGid) &&
      !ours.told.has(told("refunded_in_shopify", each.id)),
  );
  return refund ? { kind: "attend", attention: "refunded_in_shopify", key: refund.id, refund } : null;
}

function statusNews(ours: OurSide, mirror: ShopifyReturn | null): News | null {
  const { status, creditState, attention } = ours.record;
  const untouched = creditState === "none";
  switch (mirror?.status) {
    case "OPEN":
      if (status === "requested") return { kind: "approve" };
      return attention === "closed_in_shopify" ? { kind: "calm" } : null;
    case "DECLINED":
      if (status === "requested") return { kind: "decline", reason: declineWords(mirror) };
      return isOpen(status) && untouched ? attend(ours, "declined_in_shopify") : null;
    case "CANCELED":
      if (status === "resolved") return null;
      return untouched ? { kind: "cancel" } : attend(ours, "cancelled_in_shopify");
    case "CLOSED":
      return untouched && status !== "resolved" ? attend(ours, "closed_in_shopify") : null;
    default:
      return null;
  }
}

function orderNews(ours: OurSide, order: OrderNews | null): News | null {
  const { creditState, status, resolution, customerGid } = ours.record;
  if (!order || creditState !== "none" || status === "resolved") return null;
  if (order.cancelledAt) {
    const news = attend(ours, "order_cancelled");
    if (news) return news;
  }
  if (customerGid && !order.customerId && resolution === "store_credit") return attend(ours, "customer_gone");
  return order.customerId && order.customerId !== customerGid
    ? { kind: "customer", customerGid: order.customerId }
    : null;
}

/** Asked once: who decided to go on is not asked again about the same thing. */
function attend(ours: OurSide, attention: Attention): News | null {
  return ours.told.has(told(attention, "")) ? null : { kind: "attend", attention, key: "" };
}

/** What the customer reads. Staff's own words where there are any. */
function declineWords({ decline }: ShopifyReturn): string {
  const note = decline?.note?.trim();
  if (note) return note.slice(0, 500);
  if (decline?.reason === "RETURN_PERIOD_ENDED") return "The return period has ended.";
  if (decline?.reason === "FINAL_SALE") return "This was a final sale.";
  return "The shop declined this return.";
}
