import { and, eq, inArray, sql, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { changeLeg, lockLeg } from "./legs.ts";

/** Stands still until the merchant grants what is missing; however long that takes, no deadline passes meanwhile. */
export function waitForPermission(ctx: ShopContext, legId: string): Promise<void> {
  const { settleMs, usualLookMs } = ctx.tools.patience;
  return ctx.inShop(async (tx) => {
    const leg = await lockLeg(tx, ctx, legId);
    if (leg?.state !== "ready") return;
    await changeLeg(tx, ctx, legId, {
      reason: permissionMissing,
      nextAt: later(usualLookMs),
      deadline: later(settleMs),
    });
  });
}

/** Makes every leg due that waits for a permission. */
export async function permissionsGranted(tx: Transaction, ctx: ShopContext): Promise<void> {
  const { issuanceLegs } = tables;
  const due = await tx
    .update(issuanceLegs)
    .set({ nextAt: sql`clock_timestamp()`, deadline: later(ctx.tools.patience.settleMs) })
    .where(
      and(
        eq(issuanceLegs.shopId, ctx.shop.id),
        eq(issuanceLegs.state, "ready"),
        inArray(issuanceLegs.reason, [permissionMissing, "forbidden"]),
      ),
    )
    .returning({ id: issuanceLegs.id });
  for (const { id } of due) await ctx.enqueue(tx, "issue", id);
}

const permissionMissing = "permission_missing";

function later(ms: number) {
  return sql`clock_timestamp() + make_interval(secs => ${ms / 1000})`;
}
