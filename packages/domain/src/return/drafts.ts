import { and, eq, inOneBreath, type Transaction, tables } from "@kept/database";
import type { Money } from "@kept/money";
import type { Order } from "@kept/shopify";
import { z } from "zod";
import type { ShopContext } from "../context.ts";
import type { PhotoView } from "../photo/photo.ts";
import { photosOfDraft } from "../photo/photos.ts";
import { type LineReturnability, type NotReturnable, reasonWords, returnability } from "../policy/index.ts";
import { inForce, isNewest, type SavedPolicy, savedPolicy } from "../policy/versions.ts";
import { leftOf } from "../quote/index.ts";
import { ok, type Result, refused } from "../result.ts";
import { changeDraft, columnOfDraft, type DraftRow, isDraft } from "./draft-row.ts";
import { type GoodsFirst, goodsFirst } from "./goods-first.ts";
import type { ResolutionKind } from "./return.ts";
import { type SeenOrder, seeOrder } from "./seen-order.ts";
import { type TakenUnits, unitsTaken } from "./units-taken.ts";

const { policyVersions, returnDrafts, returns } = tables;

/** A customer on the way to a return, with everything the steps show. */
export interface Draft {
  readonly key: string;
  readonly orderName: string;
  readonly orderedAt: Date;
  readonly currency: string;
  /** True while Shopify does not answer: this is the order as it was last seen. It can be sent all the same. */
  readonly late: boolean;
  readonly items: readonly DraftItem[];
  readonly reasons: readonly DraftReason[];
  readonly selection: readonly DraftSelection[];
  readonly photos: readonly PhotoView[];
  readonly resolution: ResolutionKind | null;
  /** What has to become of what was chosen before its credit comes; "kept" where nothing is sent back at all. */
  readonly goods: GoodsFirst | null;
}

export interface DraftItem {
  readonly lineItemId: string;
  /** Null for what cannot come back. */
  readonly fulfillmentLineItemId: string | null;
  readonly title: string;
  readonly variantTitle: string | null;
  readonly imageUrl: string | null;
  readonly unitPrice: Money;
  /** Paid for the units of this line that are `left`, after discounts. */
  readonly paid: Money;
  /** Units neither refunded, nor taken off the order, nor in another return. */
  readonly left: number;
  /** Units that can come back now. */
  readonly quantity: number;
  readonly returnable: boolean;
  readonly why: { readonly code: NotReturnable; readonly on: string | null } | null;
  /** The last day, where the shop is. */
  readonly returnableUntil: string | null;
}

export interface DraftReason {
  readonly code: string;
  readonly label: string;
  readonly photo: "never" | "optional" | "required";
  readonly photoRequired: boolean;
  readonly noteRequired: boolean;
  /** More exact ones, chosen in its place: "damaged/in_transit". */
  readonly subReasons: readonly { readonly code: string; readonly label: string }[];
}

const selectionSchema = z.array(
  z.strictObject({
    fulfillmentLineItemId: z.string(),
    lineItemId: z.string(),
    quantity: z.int().positive(),
    reason: z.string(),
    note: z.string().optional(),
  }),
);
export type DraftSelection = z.output<typeof selectionSchema>[number];

interface KeptDraft {
  readonly row: DraftRow;
  readonly policy: SavedPolicy;
  readonly photos: readonly PhotoView[];
}

/** A draft with what stands behind it: the order as it is now, and the rules in force. */
export interface OpenDraft {
  readonly row: DraftRow;
  readonly order: Order;
  /** What returns of ours hold of it; taken off the order already. */
  readonly taken: readonly TakenUnits[];
  readonly policy: SavedPolicy;
  readonly view: Draft;
}

export type DraftRefusal =
  | { readonly code: "DraftGone" }
  | { readonly code: "AlreadySent"; readonly returnKey: string; readonly orderName: string }
  | { readonly code: "ShopifyUnreachable" };

/**
 * What the steps show. DraftGone for an unknown, foreign or expired key. `locale` is the language the customer reads
 * on in: the draft follows it, and so will the return's letters.
 */
export async function readDraft(
  ctx: ShopContext,
  key: string,
  locale?: string,
): Promise<Result<Draft, DraftRefusal>> {
  const opened = await openDraft(ctx, key, { locale });
  return opened.ok ? ok(opened.value.view) : opened;
}

/** `afresh` for what is about to be sent: its order is asked for anew, however recently it was seen, and not kept. */
export async function openDraft(
  ctx: ShopContext,
  key: string,
  { locale, afresh = false }: { locale?: string | undefined; afresh?: boolean } = {},
): Promise<Result<OpenDraft, DraftRefusal>> {
  const kept = await ctx.inShop(async (tx) => {
    const [found, photos, taken] = await inOneBreath([
      () => draftUnderRules(tx, ctx, key),
      () => photosOfDraft(tx, ctx, columnOfDraft(ctx, key, "id")),
      () => unitsTaken(tx, ctx.shop.id, columnOfDraft(ctx, key, "orderGid")),
    ]);
    if (!found) return null;
    const row = { ...found.row, locale: locale ?? found.row.locale };
    if (row.locale !== found.row.locale) await changeDraft(tx, ctx, key, { locale: row.locale });
    return { ...found, row, photos, taken };
  });
  if (!kept) return refused("DraftGone");
  const { row, policy, sentAs } = kept;
  if (sentAs) return refused("AlreadySent", { returnKey: sentAs, orderName: row.orderName });
  const seen = await seeOrder(ctx, row, { taken: kept.taken, afresh });
  if (!seen.ok) return seen;
  const { order } = seen.value;
  return ok({ row, order, taken: kept.taken, policy, view: viewOf(ctx, kept, seen.value) });
}

/** A draft, the key of the return that was made of it, and the rules in force. Null for any key but an open draft's. */
async function draftUnderRules(tx: Transaction, ctx: ShopContext, key: string) {
  const sent = and(eq(returns.shopId, returnDrafts.shopId), eq(returns.draftId, returnDrafts.id));
  const [found] = await tx
    .select({ row: returnDrafts, sentAs: returns.key, rules: policyVersions })
    .from(returnDrafts)
    .leftJoin(returns, sent)
    .leftJoin(policyVersions, isNewest(ctx))
    .where(isDraft(ctx, key));
  if (!found) return null;
  const { row, sentAs, rules } = found;
  return { row, sentAs, policy: inForce(ctx, rules && savedPolicy(rules)) };
}

function viewOf(
  ctx: ShopContext,
  { row, policy: { policy }, photos }: KeptDraft,
  { order, late }: SeenOrder,
): Draft {
  // Where photos cannot be kept nobody is asked for one.
  const photosAreTaken = ctx.tools.photos !== null;
  const read = selectionSchema.safeParse(row.selection ?? []);
  const selection = read.success ? read.data : [];
  const reasons = selection.map(({ reason }) => reason);
  return {
    key: row.key,
    orderName: order.name,
    orderedAt: order.createdAt,
    currency: order.currency,
    late,
    items: returnability(order, policy, ctx.clock.now(), ctx.shop.timeZone).flatMap((each) =>
      itemsOf(order, each, ctx.actor.kind === "member"),
    ),
    reasons: policy.reasons.map((reason) => ({
      code: reason.key,
      label: reasonWords(reason, row.locale),
      photo: photosAreTaken ? reason.photo : "never",
      photoRequired: photosAreTaken && reason.photo === "required",
      noteRequired: reason.note === "required",
      subReasons: reason.subReasons.map((sub) => ({
        code: `${reason.key}/${sub.key}`,
        label: reasonWords(sub, row.locale),
      })),
    })),
    selection,
    photos,
    resolution: row.resolution,
    goods: goodsFirst(policy, row.resolution, reasons),
  };
}

/**
 * One item per parcel a line came in; a line that cannot come back is one item with the reason. What only the shop's own
 * rules keep from coming back, its staff may take back all the same; the reason stands beside it.
 */
function itemsOf(order: Order, each: LineReturnability, staff: boolean): DraftItem[] {
  const line = order.lines.find(({ id }) => id === each.lineItemId);
  if (!line) return [];
  const left = leftOf(line);
  const about = {
    lineItemId: line.id,
    title: line.title,
    variantTitle: line.variantTitle,
    imageUrl: line.imageUrl,
    unitPrice: line.unitPrice,
    paid: left.paid,
    left: left.units,
    returnableUntil: each.windowEnds,
  };
  if (each.reason) {
    const why = { code: each.reason, on: each.windowEnds };
    const units = staff && ownRules.includes(each.reason) ? line.returnable : [];
    const exceptions = units.filter(({ quantity }) => quantity > 0);
    if (exceptions.length > 0)
      return exceptions.map((part) => ({ ...about, ...part, returnable: true, why }));
    return [{ ...about, fulfillmentLineItemId: null, quantity: 0, returnable: false, why }];
  }
  return each.units.map(({ fulfillmentLineItemId, quantity }) => ({
    ...about,
    fulfillmentLineItemId,
    quantity,
    returnable: true,
    why: null,
  }));
}

const ownRules: readonly NotReturnable[] = ["blocked", "final_sale", "window_closed"];
