"use server";
import { approveReturn, issueCredit } from "@kept/domain";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { shopFor } from "../../../../../server/context.ts";
import { sayTo } from "../../../../../server/words.ts";

const Act = z.object({ number: z.int().positive(), act: z.enum(["approve", "approve_and_issue", "issue"]) });
export type Act = z.infer<typeof Act>["act"];

/** One of many. Each is decided and committed by itself: what was done stays done, whatever happens to the next. */
export async function actOn(
  shop: string,
  input: { number: number; act: Act },
): Promise<{ problem: string | null }> {
  const ctx = await shopFor(shop);
  const { number, act } = Act.parse(input);
  if (act !== "issue") {
    const approved = await approveReturn(ctx, { number });
    if (!approved.ok) return { problem: sayTo(approved.error) };
  }
  if (act !== "approve") {
    const issued = await issueCredit(ctx, { number });
    if (!issued.ok) return { problem: sayTo(issued.error) };
  }
  return { problem: null };
}

/** After the last one: the list is read anew. */
export async function finished(shop: string): Promise<void> {
  const ctx = await shopFor(shop);
  revalidatePath(`/${ctx.shop.handle}/returns`);
}
