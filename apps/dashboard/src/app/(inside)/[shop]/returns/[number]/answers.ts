import { revalidatePath } from "next/cache";
import { sayTo } from "../../../../../server/words.ts";
import type { FormState } from "../../../../../ui/form-state.ts";

/** The page is read anew either way: what others did meanwhile is the best explanation of a refusal. */
export function done(shop: string, number: number): FormState {
  revalidatePath(`/${shop}/returns/${number}`);
  return { done: new Date().toISOString() };
}

export function failed(shop: string, number: number, refusal: { readonly code: string }): FormState {
  revalidatePath(`/${shop}/returns/${number}`);
  return { problem: sayTo(refusal) };
}
