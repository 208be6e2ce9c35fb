import { and, eq, type Transaction, tables } from "@kept/database";
import { isZero, type Money, sum } from "@kept/money";
import type { ShopContext } from "../context.ts";
import {
  balanceKnown,
  type CreditView,
  creditView,
  type KnownBalance,
  otherBalancesKnown,
} from "../issuance/credit-view.ts";
import { type CreditState, gives } from "../issuance/issuance.ts";
import { legsOfReturn } from "../issuance/legs.ts";
import { balancesNow } from "../issuance/live-balance.ts";
import type { MessageView } from "../message/message.ts";
import { messagesOf } from "../message/queries.ts";
import { newestLetter } from "../notification/letter-settings.ts";
import type { PhotoView } from "../photo/photo.ts";
import { photosOfReturn } from "../photo/photos.ts";
import { policyVersion } from "../policy/versions.ts";
import type { Quote } from "../quote/index.ts";
import { reversalsOf, takenAndRepaid } from "../reversal/records.ts";
import { type GoodsFirst, goodsFirst, reasonsToCome } from "./goods-first.ts";
import { type ParcelView, parcelsOf } from "./parcels.ts";
import { lineViews } from "./read-return.ts";
import { linesOf, quoteById } from "./records.ts";
import {
  isCancellable,
  isOpen,
  type ResolutionKind,
  type ReturnLineView,
  type ReturnRecord,
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
  readonly customerEmail: string;
  readonly steps: readonly { readonly kind: StatusStep; readonly at: Date | null }[];
  readonly credit: CreditOfCustomer | null;
  /** What has to become of the goods first, by the rules the return was made with. Null where they say nothing. */
  readonly goods: GoodsFirst | null;
  /** Store credit after all, while it is possible and worth more. */
  readonly creditInstead: CreditInstead | null;
  readonly parcels: readonly ParcelView[];
  readonly canSendParcel: boolean;
  readonly photos: readonly PhotoView[];
  readonly messages: readonly MessageView[];
  /** Whether what the shop writes also comes by e-mail. */
  readonly answersByLetter: boolean;
  /** Where the customer signs in to spend the credit. */
  readonly signInUrl: string | null;
  readonly canCancel: boolean;
  readonly declineReason: string | null;
}

/** What became of the credit that was given. */
export interface CreditOfCustomer {
  /** What has arrived of it: all that was promised, but for a bonus that somebody called off. */
  readonly given: Money;
  /** What the account holds: now, or as Shopify said last. */
  readonly balance: Money | null;
  readonly accountLastDigits: string | null;
  /** The last day of each part, as Shopify was told it, at noon UTC; null for one that never ends. */
  readonly ends: { readonly base: Date | null; readonly bonus: Date | null };
  /** What the customer's other currencies hold. Credit is spent in its own currency only. */
  readonly otherBalances: readonly Money[];
  /** What the shop took back of it, and of that what went back the way it was paid; null where nothing was. */
  readonly taken: Money | null;
  readonly repaid: Money | null;
}

export type StatusStep = "requested" | "approved" | "issued" | "declined" | "cancelled";

/** How long the page waits for Shopify to say what an account holds, or has room for: it stands without an answer. */
const withinMs = 1500;

/** Null for a link that leads nowhere, in this shop. Reasons are in the language that is read, else the return's own. */
export async function readReturnByKey(
  ctx: ShopContext,
  returnKey: string,
  locale?: string,
): Promise<ReturnStatusView | null> {
  const known = await knownStatus(ctx, returnKey, locale);
  if (!known) return null;
  const { accounts, creditInstead, credit } = known;
  const [instead, [own, ...others]] = await Promise.all([
    creditInstead && ifReady(ctx, creditInstead, { withinMs }),
    balancesNow(ctx, accounts, { withinMs }),
  ]);
  const otherBalances = others.map(({ balance }) => balance);
  return {
    ...known,
    creditInstead: instead,
    credit: credit && { ...credit, balance: own?.balance ?? null, otherBalances },
  };
}

/** With the order a switch would be asked about, and the accounts to look at: the credit's own first. */
type KnownStatus = ReturnStatusView & {
  readonly creditInstead: PossibleCredit | null;
  readonly accounts: readonly KnownBalance[];
};

/** What stands in the database. */
function knownStatus(
  ctx: ShopContext,
  returnKey: string,
  locale: string | undefined,
): Promise<KnownStatus | null> {
  return ctx.inShop(async (tx) => {
    const [record] = await tx
      .select()
      .from(tables.returns)
      .where(and(eq(tables.returns.shopId, ctx.shop.id), eq(tables.returns.key, returnKey)));
    if (!record) return null;
    const lines = await linesOf(tx, ctx, record.id);
    const { policy } = await policyVersion(tx, ctx, record.policyVersion);
    const events = await timelineOf(tx, ctx, record.id);
    const when = (...kinds: string[]) => events.find(({ kind }) => kinds.includes(kind))?.at ?? null;
    const credit = await creditOf(tx, ctx, record);
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
      lines: await lineViews(tx, ctx, record, lines, locale ?? record.locale),
      requestedAt: record.requestedAt,
      customerEmail: record.customerEmail,
      steps: (["requested", ...ended] as const).map((kind) => ({
        kind,
        at: kind === "issued" ? (when("resolved") ?? (credit && when("base_issued"))) : when(kind),
      })),
      credit: credit?.view ?? null,
      accounts: credit?.accounts ?? [],
      goods: goodsFirst(policy, record.resolution, reasonsToCome(lines)),
      creditInstead: await possibleCredit(tx, ctx, record),
      parcels: await parcelsOf(tx, ctx, record.id),
      canSendParcel: isOpen(record.status),
      photos: await photosOfReturn(tx, ctx, record.id),
      messages: await messagesOf(tx, ctx, eq(tables.returns.id, record.id)),
      answersByLetter:
        record.customerEmail !== "" && (await newestLetter(tx, ctx, "message_written")).enabled,
      signInUrl: ctx.shop.accountsUrl,
      canCancel: isCancellable(record),
      declineReason: typeof declined?.detail.reason === "string" ? declined.detail.reason : null,
    };
  });
}

/** The credit once nothing more comes of it, with the accounts that hold it. Null where nothing came. */
async function creditOf(tx: Transaction, ctx: ShopContext, record: ReturnRecord) {
  const over = record.creditState === "issued" || record.creditState === "failed";
  if (!over || record.resolution !== "store_credit") return null;
  const credit = await creditView(tx, ctx, record);
  if (!credit) return null;
  const given = sum(
    credit.legs.filter((leg) => gives(leg) && leg.state === "confirmed").map(({ amount }) => amount),
    record.currency,
  );
  if (isZero(given)) return null;
  const own = await balanceKnown(tx, ctx, record);
  const others = await otherBalancesKnown(tx, ctx, record);
  const made = await reversalsOf(tx, ctx, record.id);
  const { taken, repaid } = takenAndRepaid(made, await legsOfReturn(tx, ctx, record.id), record.currency);
  const view = {
    given,
    balance: credit.balance,
    accountLastDigits: credit.accountLastDigits,
    ends: { base: endOf(credit, "base"), bonus: endOf(credit, "bonus") },
    otherBalances: others.map(({ balance }) => balance),
    taken: isZero(taken) ? null : taken,
    repaid: isZero(repaid) ? null : repaid,
  };
  return { view, accounts: own ? [own, ...others] : [] };
}

function endOf({ legs }: CreditView, kind: "base" | "bonus"): Date | null {
  const day = legs.find((leg) => leg.kind === kind && leg.state === "confirmed")?.expiresOn;
  return day ? new Date(`${day}T12:00:00Z`) : null;
}
