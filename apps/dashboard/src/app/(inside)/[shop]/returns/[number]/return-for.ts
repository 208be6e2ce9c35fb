import type { MemberContext } from "@kept/domain";
import { z } from "zod";
import { shopFor } from "../../../../../server/context.ts";
import { heldTo } from "../../../../../server/held-to.ts";

/** As PostgreSQL keeps it. */
const ReturnNumber = z.int().min(1).max(2_147_483_647);

/** The shop an action about a return is about. What is no number is a return that is not there. */
export async function returnFor(shop: string, number: number): Promise<MemberContext> {
  const ctx = await shopFor(shop);
  heldTo(ReturnNumber, number);
  return ctx;
}
