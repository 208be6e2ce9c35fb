"use server";
import { changeBrand } from "@kept/domain";
import { revalidatePath } from "next/cache";
import { shopFor } from "../../../../../server/context.ts";
import { heldTo } from "../../../../../server/held-to.ts";
import { sayTo } from "../../../../../server/words.ts";
import type { Refused } from "../versions/use-saving.ts";
import { readBrand, typedBrand } from "./brand-form.ts";
import { type BrandPreview, previewOf } from "./preview.ts";

/** Saves looks and words; they count from the next page a customer opens. */
export async function save(shop: string, typed: unknown): Promise<{ readonly ok: true } | Refused> {
  const ctx = await shopFor(shop);
  const read = readBrand(heldTo(typedBrand, typed));
  if (!read.ok) return read;
  const changed = await changeBrand(ctx, { brand: read.brand });
  if (!changed.ok) return { ok: false, problem: sayTo(changed.error) };
  revalidatePath(`/${shop}`, "layout");
  return { ok: true };
}

/** The portal's tones for what is typed. Nothing is written. */
export async function preview(shop: string, typed: unknown): Promise<BrandPreview> {
  await shopFor(shop);
  return previewOf(heldTo(typedBrand, typed));
}
