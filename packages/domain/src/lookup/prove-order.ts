import { and, eq, gt, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { ok, type Result, refused } from "../result.ts";
import { type OpenedDraft, startDraft } from "../return/start-draft.ts";
import {
  codeAsTyped,
  codesPerLookup,
  isCodeOf,
  type LookupRecord,
  lookupsPerAddress,
  triesLeft,
} from "./lookup.ts";
import { networkOf } from "./network.ts";
import { countTry } from "./tries.ts";

export type ProveRefusal =
  /** Unknown, of another browser, or half an hour old. */
  | { readonly code: "LookupGone" }
  /** Wrong, run out, or of an order that is not there: a stranger must not learn which. */
  | { readonly code: "CodeWrong"; readonly triesLeft: number }
  | { readonly code: "CodeUsedUp" }
  | { readonly code: "TooManyTries"; readonly retryAfterSeconds: number };

/** A second press of the same button: without a script the browser drops the answer to the first. */
const pressedTwiceMs = 60_000;

/**
 * The second step: the code from the letter. The right one opens a draft of that one order, once: pressed twice, it is
 * the same draft; every other answer counts against this browser and this network address, the same for orders that are
 * not there.
 */
export async function proveOrder(
  ctx: ShopContext,
  input: { key: string; code: string; locale: string; address: string },
): Promise<Result<OpenedDraft, ProveRefusal>> {
  const subject = `code|${ctx.shop.id}|address|${networkOf(input.address)}`;
  const most = codesPerLookup * lookupsPerAddress(ctx.tools);
  const wait = await countTry(ctx.tools, [{ subject, most, seconds: 600 }]);
  if (wait !== null) return refused("TooManyTries", { retryAfterSeconds: wait });
  const code = codeAsTyped(input.code);
  return ctx.inShop(async (tx) => {
    const now = ctx.clock.now();
    const lookup = await lockLookup(tx, ctx, input.key, now);
    if (!lookup) return refused("LookupGone");
    const right = isCodeOf(ctx, lookup, code, now);
    if (lookup.provedAt) {
      const again = right && now.getTime() - lookup.provedAt.getTime() < pressedTwiceMs;
      return again ? open(tx, ctx, lookup, input.locale) : refused("LookupGone");
    }
    const left = triesLeft(lookup);
    if (left <= 0) return refused("CodeUsedUp");
    await tx
      .update(tables.lookups)
      .set(right ? { provedAt: now } : { wrongTries: lookup.wrongTries + 1 })
      .where(and(eq(tables.lookups.shopId, ctx.shop.id), eq(tables.lookups.id, lookup.id)));
    if (right) return open(tx, ctx, lookup, input.locale);
    return left > 1 ? refused("CodeWrong", { triesLeft: left - 1 }) : refused("CodeUsedUp");
  });
}

/** The one draft of a lookup that was proved. */
async function open(tx: Transaction, ctx: ShopContext, lookup: LookupRecord, locale: string) {
  const { id, orderGid, orderNumber, orderName } = lookup;
  if (!orderGid) throw new Error("A code was right for no order");
  return ok(await startDraft(tx, ctx, { id: orderGid, name: orderNumber ?? orderName }, locale, id));
}

/** Two tries at once take turns: none slips past the count. */
export async function lockLookup(tx: Transaction, ctx: ShopContext, key: string, now: Date) {
  const { lookups } = tables;
  const [row] = await tx
    .select()
    .from(lookups)
    .where(and(eq(lookups.shopId, ctx.shop.id), eq(lookups.key, key), gt(lookups.expiresAt, now)))
    .for("update");
  return row;
}
