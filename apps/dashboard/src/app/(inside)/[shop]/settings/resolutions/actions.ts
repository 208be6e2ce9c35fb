"use server";
import { currentPolicy, saveCreditOffer } from "@kept/domain";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { shopFor } from "../../../../../server/context.ts";
import { heldTo } from "../../../../../server/held-to.ts";
import { typedAmounts, typedBonusShape } from "../rules/typed-schema.ts";
import { type Answer, answerTo } from "../versions/answer.ts";
import { readOffer } from "./offer-form.ts";
import { type Preview, previewOf } from "./preview.ts";

const Typed = z.strictObject({
  enabled: z.boolean(),
  description: z.string().max(5000),
  ...typedBonusShape,
  cap: typedAmounts,
  expires: z.boolean(),
  days: z.string().max(50),
});

export type PreviewAnswer =
  | { readonly ok: true; readonly preview: Preview }
  | { readonly ok: false; readonly fields: Readonly<Record<string, string>> };

/** Quotes a sample order as if what is typed were saved. Nothing is written. */
export async function preview(shop: string, typed: unknown): Promise<PreviewAnswer> {
  const ctx = await shopFor(shop);
  const read = readOffer(heldTo(Typed, typed));
  if (!read.ok) return read;
  const { policy } = await currentPolicy(ctx);
  return { ok: true, preview: previewOf(ctx.shop, policy, read.offer) };
}

/** Saves the offer as a new version, if nobody else has saved meanwhile. */
export async function save(shop: string, basedOn: number, typed: unknown): Promise<Answer> {
  const ctx = await shopFor(shop);
  const read = readOffer(heldTo(Typed, typed));
  if (!read.ok) return read;
  const saved = await saveCreditOffer(ctx, { offer: read.offer, basedOn: heldTo(z.int(), basedOn) });
  if (saved.ok) revalidatePath(`/${shop}/settings/resolutions`);
  return answerTo(saved);
}
