"use server";
import { resolveDifference, startReconciliation } from "@kept/domain";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { shopFor } from "../../../../../server/context.ts";
import { sayTo } from "../../../../../server/words.ts";
import { type FormState, typedIn } from "../../../../../ui/form-state.ts";

const Resolve = z.object({
  id: z.uuid(),
  action: z.enum(["staff", "other_app", "refund", "incentive", "corrected", "take_back", "taken_back"], {
    error: "Choose what it was.",
  }),
  reason: z.string().trim().min(1, "Say why, in a few words; it stays in the history.").max(500),
});

export async function resolve(shop: string, _: FormState, form: FormData): Promise<FormState> {
  const ctx = await shopFor(shop);
  const typed = typedIn(form);
  const input = Resolve.safeParse({ action: undefined, ...typed });
  if (!input.success) {
    const fields = Object.fromEntries(
      input.error.issues.map(({ path, message }) => [String(path[0]), message]),
    );
    return { typed, fields };
  }
  const resolved = await resolveDifference(ctx, input.data);
  revalidatePath(`/${shop}/credits`, "layout");
  return resolved.ok
    ? { done: "Settled. It stays in the history with your reason." }
    : { typed, problem: sayTo(resolved.error) };
}

export async function reconcileNow(shop: string): Promise<FormState> {
  const started = await startReconciliation(await shopFor(shop));
  revalidatePath(`/${shop}/credits/reconciliation`);
  return started.ok ? { done: "Comparing with Shopify" } : { problem: sayTo(started.error) };
}
