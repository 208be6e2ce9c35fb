import { and, asc, desc, eq, ne, type Transaction, tables } from "@kept/database";
import type { Money } from "@kept/money";
import { money } from "@kept/money";
import type { Actor, ShopContext } from "../context.ts";
import { type CreditView, creditView } from "../issuance/credit-view.ts";
import { allowed } from "../organization/roles.ts";
import { reasonWords } from "../policy/index.ts";
import { policyVersion } from "../policy/versions.ts";
import { type Quote, quoteFromJson } from "../quote/index.ts";
import { missingScopes } from "../shop/check-shop.ts";
import { type ReturnRow, rowOf } from "./list-returns.ts";
import { findReturn, linesOf, quoteById } from "./records.ts";
import {
  isOpen,
  type QuoteOnRecord,
  type ReturnLineRecord,
  type ReturnLineView,
  type ReturnRecord,
} from "./return.ts";

/** Something that happened, as the timeline shows it. */
export interface TimelineEvent {
  readonly kind: string;
  readonly actor: Actor;
  readonly at: Date;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Why something cannot be done now; the code is the name of the reason, the rest are its facts. */
export interface Blocker {
  readonly code:
    | "NotAllowed"
    | "NoCustomer"
    | "ScopesMissing"
    | "ShopPaused"
    | "StoreCreditOff"
    | "NotMirrored";
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
    readonly at: Date;
    readonly recipient: string;
  }[];
  readonly events: readonly TimelineEvent[];
  readonly canApprove: boolean;
  readonly canIssue: boolean;
  readonly blockers: readonly Blocker[];
  /** Shopify's own figure, when it is not ours. */
  readonly differs: Money | null;
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
  const wantsCredit = record.resolution === "store_credit";
  const blockers = [
    ...shopBlockers,
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
    credit: await creditView(tx, ctx, record),
    letters: await lettersOf(tx, ctx, record.id),
    events: await timelineOf(tx, ctx, record.id),
    canApprove: record.status === "requested" && allowed(ctx.role, "decide"),
    canIssue: isOpen(record.status) && record.creditState === "none" && blockers.length === 0,
    blockers: record.creditState === "none" ? blockers : [],
    differs: record.differsMinor === null ? null : money(record.differsMinor, record.currency),
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
    const reason = policy.reasons.find(({ key }) => key === line.reason);
    const { id, title, variantTitle, sku, imageUrl, quantity, accepted, note, declineReason } = line;
    const reasonLabel = reason ? reasonWords(reason, locale) : line.reason;
    return {
      id,
      title,
      variantTitle,
      sku,
      imageUrl,
      quantity,
      accepted,
      note,
      declineReason,
      reason: line.reason,
      reasonLabel,
    };
  });
}

export async function timelineOf(
  tx: Transaction,
  ctx: ShopContext,
  returnId: string,
): Promise<TimelineEvent[]> {
  const rows = await tx
    .select()
    .from(tables.returnEvents)
    .where(and(eq(tables.returnEvents.shopId, ctx.shop.id), eq(tables.returnEvents.returnId, returnId)))
    .orderBy(asc(tables.returnEvents.id));
  return rows.map(({ kind, actor, happenedAt, detail }) => ({
    kind,
    actor: actor as Actor,
    at: happenedAt,
    detail,
  }));
}

async function quotesBefore(
  tx: Transaction,
  ctx: ShopContext,
  record: ReturnRecord,
): Promise<QuoteOnRecord[]> {
  const rows = await tx
    .select({ body: tables.quotes.body, madeAt: tables.quotes.madeAt })
    .from(tables.quotes)
    .where(
      and(
        eq(tables.quotes.shopId, ctx.shop.id),
        eq(tables.quotes.returnId, record.id),
        ne(tables.quotes.id, record.quoteId),
      ),
    )
    .orderBy(desc(tables.quotes.madeAt));
  return rows.map(({ body, madeAt }) => ({ madeAt, quote: quoteFromJson(body) }));
}

async function lettersOf(tx: Transaction, ctx: ShopContext, returnId: string) {
  const rows = await tx
    .select()
    .from(tables.notifications)
    .where(and(eq(tables.notifications.shopId, ctx.shop.id), eq(tables.notifications.returnId, returnId)));
  return rows.map(({ template, state, sentAt, queuedAt, recipient }) => ({
    template,
    state,
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
