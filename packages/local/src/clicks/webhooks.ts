import { createHmac, randomUUID } from "node:crypto";
import { inBatches } from "../attack/in-batches.ts";
import type { ClickedOn } from "./clicks.ts";

const secret = "shpss_kept_local";

/** A return by Shopify's numbers. */
export interface AboutReturn {
  readonly returnId: number;
  readonly orderId: number;
}

/**
 * Tells everything Shopify could tell about these returns, signed as Shopify signs, each thing three times and all of it
 * in an order of chance. Answers how many were told; throws when one of them was not taken.
 */
export async function tellTriply(
  { at }: ClickedOn,
  shop: string,
  about: readonly AboutReturn[],
): Promise<number> {
  const once = about.flatMap(({ returnId, orderId }) => [
    webhook(shop, "returns/approve", { id: returnId }),
    webhook(shop, "returns/process", { id: returnId }),
    webhook(shop, "refunds/create", { id: returnId, order_id: orderId }),
    webhook(shop, "orders/updated", { id: orderId }),
  ]);
  const all = shuffled([...once, ...once, ...once]);
  await inBatches(all.length, 2, async (i) => {
    const answer = await fetch(`${at.dashboard}/shopify/webhooks`, { method: "POST", ...all[i] });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`A webhook was answered ${answer.status}`);
  });
  return all.length;
}

/** One telling, as Shopify would send it. */
export function webhook(
  shop: string,
  topic: string,
  about: object,
): { headers: Record<string, string>; body: string } {
  const body = JSON.stringify(about);
  const headers = {
    "content-type": "application/json",
    "x-shopify-topic": topic,
    "x-shopify-hmac-sha256": createHmac("sha256", secret).update(body).digest("base64"),
    "x-shopify-shop-domain": `${shop}.myshopify.com`,
    "x-shopify-webhook-id": randomUUID(),
  };
  return { headers, body };
}

function shuffled<T>(things: readonly T[]): T[] {
  return things
    .map((thing) => ({ thing, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ thing }) => thing);
}
