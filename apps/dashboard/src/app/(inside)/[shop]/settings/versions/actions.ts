"use server";
import { restorePolicy } from "@kept/domain";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { shopFor } from "../../../../../server/context.ts";
import { heldTo } from "../../../../../server/held-to.ts";
import { type Answer, answerTo } from "./answer.ts";

/** Makes an earlier version's rules the newest ones. */
export async function restore(shop: string, version: number, basedOn: number): Promise<Answer> {
  const ctx = await shopFor(shop);
  const input = { version: heldTo(z.int(), version), basedOn: heldTo(z.int(), basedOn) };
  const restored = await restorePolicy(ctx, input);
  if (restored.ok) revalidatePath(`/${shop}/settings`, "layout");
  return answerTo(restored);
}
