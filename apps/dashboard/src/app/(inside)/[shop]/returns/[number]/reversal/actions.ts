"use server";
import { previewReversal, repayReversal, reverseCredit } from "@kept/domain";
import { heldTo } from "../../../../../../server/held-to.ts";
import { sayTo } from "../../../../../../server/words.ts";
import type { FormState } from "../../../../../../ui/form-state.ts";
import { act } from "../answers.ts";
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
  return act(shop, number, form, Reverse, reverseCredit);
}

export async function payBack(
  shop: string,
  number: number,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return act(shop, number, form, Repay, repayReversal);
}
