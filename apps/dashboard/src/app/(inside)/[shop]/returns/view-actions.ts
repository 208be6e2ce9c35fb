"use server";
import { removeView, saveView } from "@kept/domain";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { shopFor } from "../../../../server/context.ts";
import { heldTo } from "../../../../server/held-to.ts";
import { sayTo } from "../../../../server/words.ts";
import { type FormState, typedIn } from "../../../../ui/form-state.ts";
import { filtersOf, readAddress } from "./list-address.ts";

const Query = z.string().max(2000);

export async function saveThisView(
  shop: string,
  query: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const ctx = await shopFor(shop);
  const typed = typedIn(form);
  const filters = filtersOf(readAddress(Object.fromEntries(new URLSearchParams(heldTo(Query, query)))));
  const saved = await saveView(ctx, {
    name: typed.name ?? "",
    filters,
    forEverybody: typed.forEverybody === "yes",
  });
  if (!saved.ok)
    return saved.error.code === "NameMissing"
      ? { typed, fields: { name: "Give it a name." } }
      : { typed, problem: sayTo(saved.error) };
  revalidatePath(`/${shop}/returns`);
  return { done: saved.value.id };
}

export async function removeSavedView(shop: string, id: string): Promise<FormState> {
  const ctx = await shopFor(shop);
  const removed = await removeView(ctx, { id: heldTo(z.string().max(64), id) });
  if (!removed.ok) return { problem: sayTo(removed.error) };
  redirect(`/${ctx.shop.handle}/returns`);
}
