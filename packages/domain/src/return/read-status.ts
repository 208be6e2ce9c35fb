import { and, eq, tables } from "@kept/database";
import type { Money } from "@kept/money";
import type { ShopContext } from "../context.ts";
import { creditView, otherBalances } from "../issuance/credit-view.ts";
import type { CreditState } from "../issuance/issuance.ts";
import { type MessageView, messagesOf } from "../message/message.ts";
import type { PhotoView } from "../photo/photo.ts";
import { photosOfReturn } from "../photo/photos.ts";
import type { Quote } from "../quote/index.ts";
import { type ParcelView, parcelsOf } from "./parcels.ts";
import { lineViews } from "./read-return.ts";
import { linesOf, quoteById } from "./records.ts";
import {
  isCancellable,
  isOpen,
  type ResolutionKind,
  type ReturnLineView,
  type ReturnStatus,
  returnName,
} from "./return.ts";
import { type CreditInstead, ifReady, type PossibleCredit, possibleCredit } from "./switch-to-credit.ts";
import { timelineOf } from "./timeline.ts";

/** What the private link shows the customer. */
export interface ReturnStatusView {
  readonly number: string;
  readonly orderName: string;
  readonly status: ReturnStatus;
  readonly creditState: CreditState;
  readonly resolution: ResolutionKind;
  readonly quote: Quote;
  readonly lines: readonly ReturnLineView[];
  readonly requestedAt: Date;
  readonly customerFirstName: string | null;
  readonly customerEmail: string;
  readonly steps: readonly { readonly kind: StatusStep; readonly at: Date | null }[];
  readonly credit: { readonly balance: Money | null; readonly accountLastDigits: string | null } | null;
  /** What this customer's other currencies hold, as Shopify said last. Credit is spent in its own currency only. */
  readonly otherBalances: readonly Money[];
  /** Store credit after all, while it is possible and worth more. */
  readonly creditInstead: CreditInstead | null;
  readonly parcels: readonly ParcelView[];
  readonly canSendParcel: boolean;
  readonly photos: readonly PhotoView[];
  readonly messages: readonly MessageView[];
  /** Where the customer signs in to spend the credit. */
  readonly signInUrl: string | null;
  readonly canCancel: boolean;
  readonly declineReason: string | null;
}

export type StatusStep = "requested" | "approved" | "issued" | "declined" | "cancelled";

/** How long the page waits for Shopify to say whether a credit would fit: it stands without an answer. */
const withinMs = 1500;

/** Null for a link that leads nowhere, in this shop. */
export async function readReturnByKey(ctx: ShopContext, returnKey: string): Promise<ReturnStatusView | null> {
  const known = await knownStatus(ctx, returnKey);
  if (!known?.creditInstead) return known;
  return { ...known, creditInstead: await ifReady(ctx, known.creditInstead, { withinMs }) };
}

type KnownStatus = ReturnStatusView & { readonly creditInstead: PossibleCredit | null };

/** What stands in the database. */
function knownStatus(ctx: ShopContext, returnKey: string): Promise<KnownStatus | null> {
  return ctx.inShop(async (tx) => {
    const [record] = await tx
      .select()
      .from(tables.returns)
      .where(and(eq(tables.returns.shopId, ctx.shop.id), eq(tables.returns.key, returnKey)));
    if (!record) return null;
    const lines = await linesOf(tx, ctx, record.id);
    const events = await timelineOf(tx, ctx, record.id);
    const when = (...kinds: string[]) => events.find(({ kind }) => kinds.includes(kind))?.at ?? null;
    const credit = await creditView(tx, ctx, record);
    const declined = events.find(({ kind }) => kind === "declined");
    const ended: StatusStep[] =
      record.status === "declined"
        ? ["declined"]
        : record.status === "cancelled"
          ? ["cancelled"]
          : ["approved", "issued"];
    return {
      number: returnName(record.number),
      orderName: record.orderName,
      status: record.status,
      creditState: record.creditState,
      resolution: record.resolution,
      quote: await quoteById(tx, ctx, record.quoteId),
      lines: await lineViews(tx, ctx, record, lines, record.locale),
      requestedAt: record.requestedAt,
      customerFirstName: record.customerName.split(" ")[0] ?? null,
      customerEmail: record.customerEmail,
      steps: (["requested", ...ended] as const).map((kind) => ({
        kind,
        at: kind === "issued" ? when("resolved") : when(kind),
      })),
      credit:
        credit && record.creditState === "issued" && record.resolution === "store_credit"
          ? { balance: credit.balance, accountLastDigits: credit.accountLastDigits }
          : null,
      otherBalances: record.creditState === "issued" ? await otherBalances(tx, ctx, record) : [],
      creditInstead: await possibleCredit(tx, ctx, record),
      parcels: await parcelsOf(tx, ctx, record.id),
      canSendParcel: isOpen(record.status),
      photos: await photosOfReturn(tx, ctx, record.id),
      messages: await messagesOf(tx, ctx, eq(tables.returns.id, record.id)),
      signInUrl: ctx.shop.accountsUrl,
      canCancel: isCancellable(record),
      declineReason: typeof declined?.detail.reason === "string" ? declined.detail.reason : null,
    };
  });
}
