import {
  type Admin,
  closeReturn as closeInShopify,
  type GoodsBack,
  readGoodsBack,
  readReturn,
  removeFromReturn,
  type ShopifyReturn,
} from "@kept/shopify";
import type { ShopContext } from "../context.ts";
import { MirrorDelayed, through } from "./mirror-return.ts";
import { inTurn, type Mirrored } from "./mirror-turn.ts";
import { hasHappened } from "./parcels.ts";
import { tell } from "./records.ts";
import { acceptedUnits } from "./return.ts";

/**
 * Lets Shopify's return end with ours. Shopify closes one whose every unit was paid for; where units were declined, it
 * would wait for them for ever. Once everything that was accepted is paid, they are taken out of it, so that they count
 * as the customer's again like those of a declined request, and what is still open is closed. Not before: as long as
 * accepted units are unprocessed, a removal that was heard twice would take one of those. Units that arrived stay part
 * of it. Done once: whoever opens it again in Shopify afterwards has it open. No money moves here.
 */
export async function endMirror(ctx: ShopContext, returnId: string): Promise<void> {
  const done = await inTurn(ctx, returnId, async (itself) => {
    if (!waitsForDeclined(itself)) return;
    if (await ctx.inShop((tx) => hasHappened(tx, ctx, returnId, ["mirror_ended"]))) return;
    const admin = await ctx.admin();
    const mirror = await readReturn(admin, itself.record.shopifyReturnGid ?? "");
    if (mirror?.status !== "OPEN" || !isPaid(itself, mirror)) return;
    const removed = await takeOut(admin, mirror);
    if ((await readReturn(admin, mirror.id))?.status === "OPEN")
      through(await closeInShopify(admin, { returnId: mirror.id }));
    await ctx.inShop((tx) => tell(tx, ctx, returnId, "mirror_ended", { removed }));
  });
  if (!done) throw new MirrorDelayed("Somebody else is mirroring this return");
}

/** Whether only what was declined is left in it, as far as we know. */
export function waitsForDeclined({ record, lines }: Mirrored): boolean {
  const partly = lines.some((line) => acceptedUnits(line) < line.quantity);
  return partly && record.status === "resolved" && record.shopifyReturnGid !== null && !record.withoutMirror;
}

/** Whether nothing is left in Shopify's return but what was declined. One that was paid elsewhere is a person's. */
function isPaid({ lines }: Mirrored, mirror: ShopifyReturn): boolean {
  return lines.every((line) => {
    const theirs = mirror.lines.find(({ id }) => id === line.shopifyReturnLineGid);
    return (theirs?.processed ?? 0) >= acceptedUnits(line);
  });
}

/** Answers how many units were taken out. Where Shopify does not let them go, they are closed with the rest. */
async function takeOut(admin: Admin, mirror: ShopifyReturn): Promise<number> {
  const goods = await readGoodsBack(admin, mirror.id);
  const lines = mirror.lines.flatMap((line) => {
    const quantity = line.quantity - Math.max(line.processed, disposedOf(line, goods));
    return quantity > 0 ? [{ id: line.id, quantity }] : [];
  });
  if (lines.length === 0) return 0;
  const answer = await removeFromReturn(admin, { returnId: mirror.id, lines });
  if (answer.kind === "refused") return 0;
  through(answer);
  return lines.reduce((units, { quantity }) => units + quantity, 0);
}

function disposedOf(line: ShopifyReturn["lines"][number], goods: readonly GoodsBack[]): number {
  return goods
    .flatMap((each) => each.lines)
    .filter((each) => each.fulfillmentLineItemId === line.fulfillmentLineItemId)
    .reduce((units, { disposed }) => units + disposed, 0);
}
