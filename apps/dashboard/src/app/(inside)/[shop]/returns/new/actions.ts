"use server";
import { chooseItems, createReturn, openOrder } from "@kept/domain";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { shopFor } from "../../../../../server/context.ts";
import { heldTo } from "../../../../../server/held-to.ts";
import { sayTo } from "../../../../../server/words.ts";
import { type FormState, typedIn } from "../../../../../ui/form-state.ts";
import { Choose, Create, Key } from "./forms.ts";
import { itemProblems } from "./item-problems.ts";

/** The order, by its number. */
export async function find(shop: string, _: FormState, form: FormData): Promise<FormState> {
  const ctx = await shopFor(shop);
  const typed = typedIn(form);
  const orderName = typed.order?.trim() ?? "";
  if (orderName === "") return { typed, fields: { order: "Type the order's number." } };
  const opened = await openOrder(ctx, { orderName });
  if (!opened.ok)
    return opened.error.code === "OrderNotFound"
      ? { typed, fields: { order: `Shopify has no order ${orderName}.` } }
      : { typed, problem: sayTo(opened.error) };
  redirect(`/${ctx.shop.handle}/returns/new/${opened.value.key}`);
}

/** What comes back, and why. The amounts follow on the same page. */
export async function choose(shop: string, key: string, _: FormState, form: FormData): Promise<FormState> {
  const ctx = await shopFor(shop);
  const typed = typedIn(form);
  const chosen = await chooseItems(ctx, { key: heldTo(Key, key), items: heldTo(Choose, typed) });
  if (!chosen.ok) {
    const { error } = chosen;
    return error.code === "Invalid"
      ? { typed, problem: sayTo(error), fields: itemProblems(error.fields) }
      : { typed, problem: sayTo(error) };
  }
  revalidatePath(`/${shop}/returns/new/${key}`);
  return { typed, done: new Date().toISOString() };
}

/** The return as it was shown, approved at once where that was ticked. */
export async function create(shop: string, key: string, _: FormState, form: FormData): Promise<FormState> {
  const ctx = await shopFor(shop);
  const typed = typedIn(form);
  const input = heldTo(Create, typed);
  const created = await createReturn(ctx, { key: heldTo(Key, key), ...input });
  if (!created.ok) {
    revalidatePath(`/${shop}/returns/new/${key}`);
    return { typed, problem: sayTo(created.error) };
  }
  redirect(`/${ctx.shop.handle}/returns/${created.value.number}`);
}
