"use server";
import { currentPolicy, restorePolicy, saveCreditOffer } from "@kept/domain";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { shopFor } from "../../../../../server/context.ts";
import { sayTo } from "../../../../../server/words.ts";
import { type ChangeInWords, inWords } from "./change-words.ts";
import { readOffer } from "./offer-form.ts";
import { type Preview, previewOf } from "./preview.ts";

const Typed = z.strictObject({
  enabled: z.boolean(),
  description: z.string().max(5000),
  kind: z.enum(["none", "percent", "fixed"]),
  percent: z.string().max(50),
  of: z.enum(["items", "items_with_tax", "after_fees"]),
  fixed: z.record(z.string().max(10), z.string().max(50)),
  cap: z.record(z.string().max(10), z.string().max(50)),
  expires: z.boolean(),
  days: z.string().max(50),
});

export type Answer =
  | { readonly ok: true; readonly version: number; readonly changes: readonly ChangeInWords[] }
  | { readonly ok: false; readonly problem?: string; readonly fields?: Readonly<Record<string, string>> };

export type PreviewAnswer =
  | { readonly ok: true; readonly preview: Preview }
  | { readonly ok: false; readonly fields: Readonly<Record<string, string>> };

/** Quotes a sample order as if what is typed were saved. Nothing is written. */
export async function preview(shop: string, typed: unknown): Promise<PreviewAnswer> {
  const ctx = await shopFor(shop);
  const read = readOffer(Typed.parse(typed));
  if (!read.ok) return read;
  const { policy } = await currentPolicy(ctx);
  return { ok: true, preview: previewOf(ctx.shop, policy, read.offer) };
}

/** Saves the offer as a new version, if nobody else has saved meanwhile. */
export async function save(shop: string, basedOn: number, typed: unknown): Promise<Answer> {
  const ctx = await shopFor(shop);
  const read = readOffer(Typed.parse(typed));
  if (!read.ok) return read;
  return answer(shop, await saveCreditOffer(ctx, { offer: read.offer, basedOn: z.int().parse(basedOn) }));
}

/** Makes an earlier version's rules the newest ones. */
export async function restore(shop: string, version: number, basedOn: number): Promise<Answer> {
  const ctx = await shopFor(shop);
  const input = { version: z.int().parse(version), basedOn: z.int().parse(basedOn) };
  return answer(shop, await restorePolicy(ctx, input));
}

type Saved = Awaited<ReturnType<typeof saveCreditOffer>> | Awaited<ReturnType<typeof restorePolicy>>;

function answer(shop: string, saved: Saved): Answer {
  if (!saved.ok) return { ok: false, problem: sayTo(saved.error) };
  revalidatePath(`/${shop}/settings/resolutions`);
  return { ok: true, version: saved.value.version, changes: inWords(saved.value.changes) };
}
