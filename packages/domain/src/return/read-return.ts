import { and, eq, type Transaction, tables } from "@kept/database";
import type { Money } from "@kept/money";
import { money } from "@kept/money";
import type { ShopContext } from "../context.ts";
import { type CreditView, creditView } from "../issuance/credit-view.ts";
import { allowed } from "../organization/roles.ts";
import type { PhotoView } from "../photo/photo.ts";
import { photosOfReturn } from "../photo/photos.ts";
import { reasonLabel } from "../policy/index.ts";
import { policyVersion } from "../policy/versions.ts";
import type { Quote } from "../quote/index.ts";
import { missingScopes } from "../shop/check-shop.ts";
import { goodsActs, type OtherReturn, othersOf } from "./around-return.ts";
import type { Attention } from "./attention.ts";
import { type NotReady, shopReadiness } from "./credit-readiness.ts";
import { type ReturnRow, rowOf } from "./list-returns.ts";
import { type ParcelView, parcelsOf } from "./parcels.ts";
import { findReturn, linesOf, quoteById } from "./records.ts";
import {
  isOpen,
  type QuoteOnRecord,
  type ReturnLineRecord,
  type ReturnLineView,
  type ReturnRecord,
} from "./return.ts";
import { quotesBefore, type TimelineEvent, timelineOf } from "./timeline.ts";

/** Why something cannot be done now; the code is the name of the reason, the rest are its facts. */
export interface Blocker {
  readonly code:
    | "NotAllowed"
    | "NoCustomer"
    | "ScopesMissing"
    | "ShopPaused"
    | "StoreCreditOff"
    | "NotMirrored"
    | "NeedsDecision";
  readonly attention?: Attention;
  readonly scopes?: readonly string[];
}

/** Everything about one return. */
export interface ReturnDetail extends ReturnRow {
  readonly key: string;
  readonly currency: string;
  readonly locale: string;
  readonly note: string | null;
  readonly lines: readonly ReturnLineView[];
  readonly quote: Quote;
  readonly quotesBefore: readonly QuoteOnRecord[];
  readonly customerGid: string | null;
  readonly orderUrl: string;
  readonly customerUrl: string | null;
  readonly portalUrl: string;
  readonly credit: CreditView | null;
  readonly letters: readonly {
    readonly template: string;
    readonly state: string;
    /** What the post said of it last; null while it said nothing. */
    readonly delivery: string | null;
    /** Why it was not sent, or came back. */
    readonly reason: string | null;
    readonly at: Date;
    readonly recipient: string;
  }[];
  readonly events: readonly TimelineEvent[];
  readonly canApprove: boolean;
  readonly canIssue: boolean;
  readonly blockers: readonly Blocker[];
  /** Shopify's own figure, when it is not ours. */
  readonly differs: Money | null;
  /** Since when it waits for a permission, to be issued by itself. */
  readonly waitingSince: Date | null;
  readonly parcels: readonly ParcelView[];
  /** What the customer showed of the items, each of a line's `fulfillmentLineItemId`. */
  readonly photos: readonly PhotoView[];
  /** What can be done about the goods now. */
  readonly goods: { readonly canReceive: boolean; readonly canInspect: boolean };
  readonly canDecline: boolean;
  /** Why the credit would not work for the customer as things are in Shopify; the original payment would. */
  readonly notReady: NotReady | null;
  /** Other returns of the same customer, the newest ten. */
  readonly others: readonly OtherReturn[];
  /** What somebody did outside Kept that a person has to make sense of first. */
  readonly attention: Attention | null;
}

/** The return with a number; null when this shop has none. */
export async function readReturn(ctx: ShopContext, number: number): Promise<ReturnDetail | null> {
  const blockers = await blockersFor(ctx);
  return ctx.inShop(async (tx) => {
    const record = await findReturn(tx, ctx, number);
    return record ? detailOf(tx, ctx, record, blockers) : null;
  });
}

async function detailOf(
  tx: Transaction,
  ctx: ShopContext,
  record: ReturnRecord,
  shopBlockers: readonly Blocker[],
): Promise<ReturnDetail> {
  const lines = await linesOf(tx, ctx, record.id);
  const { urls } = ctx.tools.shopify;
  const credit = await creditView(tx, ctx, record);
  // After the money: whoever waits for a movement to be confirmed finds it told of once it is, and need not look again.
  const events = await timelineOf(tx, ctx, record.id);
  const decides = allowed(ctx.role, "decide");
  const wantsCredit = record.resolution === "store_credit";
  const blockers = [
    ...shopBlockers,
    ...(record.attention ? [{ code: "NeedsDecision" as const, attention: record.attention }] : []),
    ...(wantsCredit && !record.customerGid ? [{ code: "NoCustomer" as const }] : []),
  ];
  return {
    ...rowOf(record, lines),
    key: record.key,
    currency: record.currency,
    locale: record.locale,
    note: record.customerNote,
    lines: await lineViews(tx, ctx, record, lines),
    quote: await quoteById(tx, ctx, record.quoteId),
    quotesBefore: await quotesBefore(tx, ctx, record),
    customerGid: record.customerGid,
    orderUrl: urls.order(ctx.shop.domain, record.orderGid),
    customerUrl: record.customerGid ? urls.customer(ctx.shop.domain, record.customerGid) : null,
    portalUrl: `${ctx.tools.settings.portalUrl}/${ctx.shop.handle}/r/${record.key}`,
    credit,
    letters: await lettersOf(tx, ctx, record.id),
    events,
    canApprove: record.status === "requested" && decides,
    canIssue: isOpen(record.status) && record.creditState === "none" && blockers.length === 0,
    blockers: record.creditState === "none" ? blockers : [],
    attention: record.attention,
    differs: record.differsMinor === null ? null : money(record.differsMinor, record.currency),
    waitingSince: record.creditState === "none" ? record.issueWantedAt : null,
    parcels: await parcelsOf(tx, ctx, record.id),
    photos: await photosOfReturn(tx, ctx, record.id),
    goods: goodsActs(record, events, decides),
    canDecline:
      decides && record.creditState === "none" && (record.status === "requested" || isOpen(record.status)),
    notReady: wantsCredit && record.creditState === "none" ? shopReadiness(ctx.shop) : null,
    others: await othersOf(tx, ctx, record),
  };
}

/** The lines with their reasons in words, in a language. */
export async function lineViews(
  tx: Transaction,
  ctx: ShopContext,
  record: ReturnRecord,
  lines: readonly ReturnLineRecord[],
  locale = ctx.actor.kind === "customer" ? record.locale : "en",
): Promise<ReturnLineView[]> {
  const { policy } = await policyVersion(tx, ctx, record.policyVersion);
  return lines.map((line) => {
    const { id, title, variantTitle, sku, imageUrl, quantity, accepted, note, declineReason } = line;
    const { received, disposition, inspectionNote } = line;
    return {
      id,
      fulfillmentLineItemId: line.fulfillmentLineItemGid,
      title,
      variantTitle,
      sku,
      imageUrl,
      quantity,
      accepted,
      note,
      declineReason,
      reason: line.reason,
      reasonLabel: reasonLabel(policy.reasons, line.reason, locale),
      received,
      disposition,
      inspectionNote: ctx.actor.kind === "customer" ? null : inspectionNote,
    };
  });
}

async function lettersOf(tx: Transaction, ctx: ShopContext, returnId: string) {
  const rows = await tx
    .select()
    .from(tables.notifications)
    .where(and(eq(tables.notifications.shopId, ctx.shop.id), eq(tables.notifications.returnId, returnId)));
  return rows.map(({ template, state, delivery, reason, sentAt, queuedAt, recipient }) => ({
    template,
    state,
    delivery,
    reason,
    at: sentAt ?? queuedAt,
    recipient,
  }));
}

/** What stands in the way of issuing in this shop, whatever the return. */
async function blockersFor(ctx: ShopContext): Promise<Blocker[]> {
  const scopes = await missingScopes(ctx);
  return [
    ...(allowed(ctx.role, "issue") ? [] : [{ code: "NotAllowed" as const }]),
    ...(scopes.length > 0 ? [{ code: "ScopesMissing" as const, scopes }] : []),
    ...(ctx.shop.pausedAt ? [{ code: "ShopPaused" as const }] : []),
  ];
}
