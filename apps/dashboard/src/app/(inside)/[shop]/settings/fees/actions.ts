"use server";
import { currentPolicy, savePolicy } from "@kept/domain";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { shopFor } from "../../../../../server/context.ts";
import { heldTo } from "../../../../../server/held-to.ts";
import { type Answer, answerTo } from "../versions/answer.ts";
import { readFees } from "./fees-form.ts";
import { type Preview, previewOf } from "./preview.ts";
import { typedFeesSchema } from "./typed-fees.ts";

export type PreviewAnswer =
  | { readonly ok: true; readonly preview: Preview }
  | { readonly ok: false; readonly fields: Readonly<Record<string, string>> };

/** Quotes a sample order as if what is typed were saved. Nothing is written. */
export async function preview(shop: string, typed: unknown): Promise<PreviewAnswer> {
  const ctx = await shopFor(shop);
  const { policy } = await currentPolicy(ctx);
  const read = readFees(heldTo(typedFeesSchema, typed), policy);
  return read.ok ? { ok: true, preview: previewOf(ctx.shop, read.policy) } : read;
}

export async function save(shop: string, basedOn: number, typed: unknown): Promise<Answer> {
  const ctx = await shopFor(shop);
  const { policy } = await currentPolicy(ctx);
  const read = readFees(heldTo(typedFeesSchema, typed), policy);
  if (!read.ok) return read;
  const saved = await savePolicy(ctx, { policy: read.policy, basedOn: heldTo(z.int(), basedOn) });
  if (saved.ok) revalidatePath(`/${shop}/settings/fees`);
  return answerTo(saved);
}
