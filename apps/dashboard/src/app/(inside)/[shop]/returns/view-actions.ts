"use server";
import { removeView, saveView } from "@kept/domain";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { shopFor } from "../../../../server/context.ts";
import { sayTo } from "../../../../server/words.ts";
import { type FormState, typedIn } from "../../../../ui/form-state.ts";
import { filtersOf, readAddress } from "./list-address.ts";

export async function saveThisView(
  shop: string,
  query: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const ctx = await shopFor(shop);
  const typed = typedIn(form);
  const filters = filtersOf(readAddress(Object.fromEntries(new URLSearchParams(query))));
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
  const removed = await removeView(ctx, { id });
  if (!removed.ok) return { problem: sayTo(removed.error) };
  redirect(`/${ctx.shop.handle}/returns`);
}
