"use server";
import { pauseIssuing, resumeIssuing, saveLimits } from "@kept/domain";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { shopFor } from "../../../../../server/context.ts";
import { heldTo } from "../../../../../server/held-to.ts";
import { sayTo } from "../../../../../server/words.ts";
import { type FormState, typedIn } from "../../../../../ui/form-state.ts";
import { limitsIn, wrongFields } from "./limits-typed.ts";

export async function save(shop: string, mark: string, _: FormState, form: FormData): Promise<FormState> {
  const ctx = await shopFor(shop);
  const typed = typedIn(form);
  const basedOn = heldTo(z.string().max(64), mark);
  const saved = await saveLimits(ctx, { limits: limitsIn(typed), basedOn });
  if (saved.ok) {
    revalidatePath(`/${shop}/settings/limits`);
    return { done: "Saved. In force from now on." };
  }
  if (saved.error.code === "Invalid")
    return {
      typed,
      fields: wrongFields(saved.error.problems, typed),
      problem: "Nothing was saved: see the marked fields.",
    };
  return { typed, problem: sayTo(saved.error) };
}

const Reason = z.strictObject({ reason: z.string().max(1000) });

export async function pause(shop: string, _: FormState, form: FormData): Promise<FormState> {
  const ctx = await shopFor(shop);
  const typed = heldTo(Reason, typedIn(form));
  const paused = await pauseIssuing(ctx, typed);
  if (!paused.ok && paused.error.code === "ReasonMissing")
    return { typed, fields: { reason: "Say why, in a few words: everybody here will ask." } };
  if (!paused.ok) return { typed, problem: sayTo(paused.error) };
  revalidatePath(`/${shop}`, "layout");
  return { done: "Issuing is paused" };
}

export async function resume(shop: string): Promise<FormState> {
  const resumed = await resumeIssuing(await shopFor(shop));
  if (!resumed.ok) return { problem: sayTo(resumed.error) };
  revalidatePath(`/${shop}`, "layout");
  return { done: "Issuing goes on" };
}
