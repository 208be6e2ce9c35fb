import { setTimeout as sleep } from "node:timers/promises";
import type { ShopContext } from "../context.ts";

/**
 * Asks once the shop's pace allows another question: what must be sent goes first, and others wait no longer. The room
 * it takes is given back with the answer.
 */
export async function inTurn<T>(ctx: ShopContext, ask: () => Promise<T>): Promise<T> {
  for (;;) {
    const step = ctx.tools.pace.take(ctx.shop.id);
    if (step) return ask().finally(() => step.done());
    await sleep(250);
  }
}
