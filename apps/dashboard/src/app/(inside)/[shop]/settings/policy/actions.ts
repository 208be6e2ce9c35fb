"use server";
import { currentPolicy, savePolicy } from "@kept/domain";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { shopFor } from "../../../../../server/context.ts";
import { heldTo } from "../../../../../server/held-to.ts";
import { type Answer, answerTo } from "../versions/answer.ts";
import { readPolicy } from "./policy-form.ts";
import { typedPolicySchema } from "./typed-policy.ts";

export async function save(shop: string, basedOn: number, typed: unknown): Promise<Answer> {
  const ctx = await shopFor(shop);
  const { policy } = await currentPolicy(ctx);
  const read = readPolicy(heldTo(typedPolicySchema, typed), policy);
  if (!read.ok) return read;
  const saved = await savePolicy(ctx, { policy: read.policy, basedOn: heldTo(z.int(), basedOn) });
  if (saved.ok) revalidatePath(`/${shop}/settings/policy`);
  return answerTo(saved);
}
