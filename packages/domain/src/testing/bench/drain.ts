import { z } from "zod";
import type { MemberContext } from "../../shop/index.ts";
import { env } from "../chaos/env.ts";

const answered = z.object({
  extensions: z.object({
    cost: z.object({ throttleStatus: z.object({ currentlyAvailable: z.number() }) }),
  }),
});

/** Spends the points a shop has saved up, so that from now on only what comes back can be spent. */
export async function drain(owner: MemberContext, token: string, leave: number): Promise<void> {
  const url = `${env.SHOPIFY_BASE_URL}/${owner.shop.domain}/admin/api/2026-10/graphql.json`;
  const one = (i: number) => `o${i}: orders(first: 250) { nodes { id customer { id } } }`;
  const query = `{ ${Array.from({ length: 20 }, (_, i) => one(i)).join(" ")} }`;
  for (let left = Number.POSITIVE_INFINITY; left > leave; ) {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", "x-shopify-access-token": token },
      body: JSON.stringify({ query }),
    });
    const { currentlyAvailable } = answered.parse(await response.json()).extensions.cost.throttleStatus;
    if (currentlyAvailable >= left) return;
    left = currentlyAvailable;
  }
}
