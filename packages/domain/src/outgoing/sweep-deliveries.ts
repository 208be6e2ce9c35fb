import { acrossAllShops, type Tools } from "../tools.ts";
import { dueDeliveries } from "./owe-event.ts";

/** Pokes again what is long due: a poke that was lost must not lose a letter. About all shops, and moves nothing itself. */
export async function sweepDeliveries(tools: Tools): Promise<void> {
  await acrossAllShops(tools, async (tx) => {
    const rows = await tx.execute<{ id: string; shop_id: string }>(dueDeliveries);
    for (const { id, shop_id } of rows) await tools.jobs.enqueue(tx, "deliver", { shopId: shop_id, id });
  });
}
