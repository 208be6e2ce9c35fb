"use server";
import { currentPolicy, savePolicy, tryPolicy } from "@kept/domain";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { shopFor } from "../../../../../server/context.ts";
import { heldTo } from "../../../../../server/held-to.ts";
import { sayTo } from "../../../../../server/words.ts";
import { type Answer, answerTo } from "../versions/answer.ts";
import { readAutomation } from "./automation-form.ts";
import { sampleVerdict } from "./sample-verdict.ts";
import { type Trial, trialOf } from "./trial.ts";
import { typedAutomationSchema } from "./typed-automation.ts";

export type TrialAnswer =
  | { readonly ok: true; readonly trial: Trial }
  | { readonly ok: false; readonly problem?: string; readonly fields?: Readonly<Record<string, string>> };

export async function save(shop: string, basedOn: number, typed: unknown): Promise<Answer> {
  const ctx = await shopFor(shop);
  const { policy } = await currentPolicy(ctx);
  const read = readAutomation(heldTo(typedAutomationSchema, typed), policy);
  if (!read.ok) return read;
  const saved = await savePolicy(ctx, { policy: read.policy, basedOn: heldTo(z.int(), basedOn) });
  if (saved.ok) revalidatePath(`/${shop}/settings/automation`);
  return answerTo(saved);
}

const Asked = z.strictObject({ order: z.string().max(64), reason: z.string().max(130) });

/** What these rules, saved or not, would do with an order; without a number, with a sample. Nothing is written. */
export async function tryOut(shop: string, typed: unknown, asked: unknown): Promise<TrialAnswer> {
  const ctx = await shopFor(shop);
  const { policy } = await currentPolicy(ctx);
  const read = readAutomation(heldTo(typedAutomationSchema, typed), policy);
  if (!read.ok)
    return { ...read, problem: "Correct what is marked in the rules first; then they can be tried." };
  const { order, reason } = heldTo(Asked, asked);
  if (order.trim() === "")
    return { ok: true, trial: trialOf(sampleVerdict(ctx.shop, read.policy, reason || null)) };
  const tried = await tryPolicy(ctx, { orderName: order, reason: reason || null, policy: read.policy });
  return tried.ok ? { ok: true, trial: trialOf(tried.value) } : { ok: false, problem: sayTo(tried.error) };
}
