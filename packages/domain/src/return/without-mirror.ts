import type { Transaction } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { changeReturn, tell } from "./records.ts";
import type { ReturnRecord } from "./return.ts";

/**
 * Shopify keeps no return for this one, because it refused to make one (pieces that were never sent, or are in another
 * return already) and a person goes on regardless. From then on none is made, and the money is refunded on the order.
 */
export async function goWithoutMirror(
  tx: Transaction,
  ctx: ShopContext,
  record: ReturnRecord,
  reason: string,
): Promise<void> {
  if (record.shopifyReturnGid || record.withoutMirror) return;
  await changeReturn(tx, ctx, record.id, { withoutMirror: reason });
  await tell(tx, ctx, record.id, "without_mirror", { reason });
}
