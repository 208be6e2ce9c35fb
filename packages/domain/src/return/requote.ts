import { and, eq, type Transaction, tables } from "@kept/database";
import { v7 } from "uuid";
import type { ShopContext } from "../context.ts";
import { photosOfReturn } from "../photo/photos.ts";
import { policyVersion } from "../policy/versions.ts";
import { fingerprint, type Quote, quote, quoteToJson, type SelectedUnits } from "../quote/index.ts";
import { quoteFactsFromJson } from "./quote-facts.ts";
import { quoteById } from "./records.ts";
import type { ReturnLineRecord, ReturnRecord } from "./return.ts";

type Chosen = Pick<ReturnLineRecord, "lineItemGid" | "reason"> & {
  readonly units: number;
  readonly photos?: number;
};
type ChosenLine = Chosen & Pick<ReturnLineRecord, "fulfillmentLineItemGid">;

/**
 * The return's quote for other quantities or another resolution: same policy version, same facts, same instant as the
 * first one, so that only the decision changes the sum. Null when nothing is left to quote.
 */
export async function requote(
  tx: Transaction,
  ctx: ShopContext,
  record: ReturnRecord,
  lines: readonly ChosenLine[],
  resolution = record.resolution,
): Promise<Quote | null> {
  const photos = await photosOfReturn(tx, ctx, record.id);
  const withPhotos = lines.map((line) => ({
    ...line,
    photos: photos.filter((photo) => photo.fulfillmentLineItemId === line.fulfillmentLineItemGid).length,
  }));
  const selection = selectionOf(withPhotos);
  if (selection.length === 0) return null;
  const { order, customer: known } = quoteFactsFromJson(record.quoteFacts);
  const customer = { ...known, switched: known.switched || (await askedForMoney(tx, ctx, record.id)) };
  const first = await quoteById(tx, ctx, record.quoteId);
  const policy = await policyVersion(tx, ctx, record.policyVersion);
  return quote({ order, selection, resolution, policy, customer, at: first.at });
}

/** Whether the return was once to be paid back: whoever takes credit after that has switched. */
async function askedForMoney(tx: Transaction, ctx: ShopContext, returnId: string): Promise<boolean> {
  const { resolutions } = tables;
  const [asked] = await tx
    .select({ id: resolutions.id })
    .from(resolutions)
    .where(
      and(
        eq(resolutions.shopId, ctx.shop.id),
        eq(resolutions.returnId, returnId),
        eq(resolutions.kind, "original_payment"),
      ),
    )
    .limit(1);
  return asked !== undefined;
}

/** Units per order line: what was shipped in two parcels is one line of the sum. */
export function selectionOf(lines: readonly Chosen[]): SelectedUnits[] {
  const byLine = new Map<string, SelectedUnits>();
  for (const { lineItemGid, reason, units, photos = 0 } of lines) {
    if (units === 0) continue;
    const before = byLine.get(lineItemGid);
    const quantity = (before?.quantity ?? 0) + units;
    const given = (before?.photos ?? 0) + photos;
    const counted = given > 0 ? { photos: given } : {};
    byLine.set(lineItemGid, { lineItemId: lineItemGid, quantity, reason, ...counted });
  }
  return [...byLine.values()];
}

/** Freezes a quote for a return and answers its id. */
export async function keepQuote(
  tx: Transaction,
  shopId: string,
  returnId: string,
  made: Quote,
): Promise<string> {
  const id = v7();
  await tx.insert(tables.quotes).values(frozen(shopId, returnId, made, id));
  return id;
}

/** A quote as it is kept. */
export function frozen(shopId: string, returnId: string, made: Quote, id: string) {
  return {
    id,
    shopId,
    returnId,
    policyVersion: made.policyVersion,
    resolution: made.resolution,
    fingerprint: fingerprint(made),
    body: quoteToJson(made),
    baseMinor: made.totals.base.minor,
    bonusMinor: made.totals.bonus.minor,
    currency: made.currency,
  };
}
