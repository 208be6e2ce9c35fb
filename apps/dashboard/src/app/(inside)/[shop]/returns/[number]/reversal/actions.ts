"use server";
import { previewReversal, repayReversal, reverseCredit } from "@kept/domain";
import { revalidatePath } from "next/cache";
import { heldTo } from "../../../../../../server/held-to.ts";
import { sayTo } from "../../../../../../server/words.ts";
import { type FormState, typedIn } from "../../../../../../ui/form-state.ts";
import { problemsOf } from "../forms.ts";
import { returnFor } from "../return-for.ts";
import { Repay, Reverse, Units } from "./forms.ts";
import { type TakeBack, takeBackOf } from "./take-back.ts";

/** What taking these units' credit back would do. Nothing is written. */
export async function previewTakeBack(
  shop: string,
  number: number,
  units: unknown,
): Promise<{ takeBack: TakeBack } | { problem: string }> {
  const ctx = await returnFor(shop, number);
  const preview = await previewReversal(ctx, { number, units: heldTo(Units, units) });
  return preview.ok ? { takeBack: takeBackOf(preview.value) } : { problem: sayTo(preview.error) };
}

export async function takeBack(
  shop: string,
  number: number,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const ctx = await returnFor(shop, number);
  const typed = typedIn(form);
  const input = Reverse.safeParse(typed);
  if (!input.success) return { typed, fields: problemsOf(input.error) };
  return answer(shop, number, typed, await reverseCredit(ctx, { number, ...input.data }));
}

export async function payBack(
  shop: string,
  number: number,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const ctx = await returnFor(shop, number);
  const typed = typedIn(form);
  const input = Repay.safeParse(typed);
  if (!input.success) return { typed, fields: problemsOf(input.error) };
  return answer(shop, number, typed, await repayReversal(ctx, { number, ...input.data }));
}

/** The page is read anew either way: what happened meanwhile is the best explanation of a refusal. */
function answer(
  shop: string,
  number: number,
  typed: FormState["typed"],
  came: { ok: true } | { ok: false; error: { readonly code: string } },
): FormState {
  revalidatePath(`/${shop}/returns/${number}`);
  return came.ok
    ? { done: new Date().toISOString() }
    : { ...(typed && { typed }), problem: sayTo(came.error) };
}
