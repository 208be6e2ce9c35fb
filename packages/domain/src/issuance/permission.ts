import { and, eq, inArray, sql, type Transaction, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { standStill } from "./record-leg.ts";

/** Stands still until the merchant grants what is missing. */
export function waitForPermission(ctx: ShopContext, legId: string): Promise<void> {
  return standStill(ctx, legId, ctx.tools.patience.usualLookMs, { reason: permissionMissing });
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
