import { eq, sql, type Transaction, tables } from "@kept/database";
import { audit } from "../audit/index.ts";
import type { ShopContext } from "../context.ts";
import { allowed } from "../organization/roles.ts";
import { ok, type Result, refused } from "../result.ts";

export type PauseRefusal = { readonly code: "NotAllowed" | "ReasonMissing" };

/** Who stopped a shop's issuing, when and why. */
export interface Pause {
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
}

/**
 * The kill switch of one shop: from now on no money call leaves for it. What is on its way is still looked up; what
 * waits, waits, and goes out after `resumeIssuing`. Pausing again keeps the first reason.
 */
export async function pauseIssuing(
  ctx: ShopContext,
  input: { reason: string },
): Promise<Result<void, PauseRefusal>> {
  if (!allowed(ctx.role, "pause_issuing")) return refused("NotAllowed");
  const reason = input.reason
    .replace(/\p{Cc}/gu, " ")
    .trim()
    .slice(0, 300);
  if (reason === "") return refused("ReasonMissing");
  await ctx.inShop((tx) => pauseIn(tx, ctx, { by: ctx.actor.name, reason }));
  return ok(undefined);
}

/** The same, in the transaction that found the reason. */
export async function pauseIn(
  tx: Transaction,
  ctx: ShopContext,
  { by, reason }: { by: string; reason: string },
): Promise<void> {
  const { shops } = tables;
  await tx
    .update(shops)
    .set({ pausedAt: sql`clock_timestamp()`, pausedBy: by, pausedReason: reason })
    .where(sql`${shops.id} = ${ctx.shop.id} and ${shops.pausedAt} is null`);
  await audit(tx, ctx, { act: "settings.issuing_paused", after: reason });
  ctx.log.warn({ by, reason }, "issuing paused");
}

/** Lets money go again. What waited is looked at within half a minute, also what no job waits for any more. */
export async function resumeIssuing(ctx: ShopContext): Promise<Result<void, PauseRefusal>> {
  if (!allowed(ctx.role, "pause_issuing")) return refused("NotAllowed");
  const { shops } = tables;
  await ctx.inShop(async (tx) => {
    await tx
      .update(shops)
      .set({ pausedAt: null, pausedBy: null, pausedReason: null })
      .where(eq(shops.id, ctx.shop.id));
    await audit(tx, ctx, { act: "settings.issuing_resumed" });
    await ctx.enqueue(tx, "granted", ctx.shop.id);
  });
  ctx.log.warn({ by: ctx.actor.name }, "issuing resumed");
  return ok(undefined);
}

/** Null while money may go. */
export async function readPause(ctx: ShopContext): Promise<Pause | null> {
  const { shops } = tables;
  const [row] = await ctx.inShop((tx) =>
    tx
      .select({ at: shops.pausedAt, by: shops.pausedBy, reason: shops.pausedReason })
      .from(shops)
      .where(eq(shops.id, ctx.shop.id)),
  );
  return row?.at ? { at: row.at, by: row.by ?? "Kept", reason: row.reason ?? "" } : null;
}
