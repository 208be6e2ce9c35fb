"use server";

import { chooseResolution, sendReturn, written } from "@kept/domain";
import { redirect } from "next/navigation";
import { z } from "zod";
import { fieldProblems } from "../../../../../server/field-problems.ts";
import { refuseForm } from "../../../../../server/refuse-form.ts";
import { holdsDraft, visitTo } from "../../../../../server/visit.ts";

/** Step four: makes the return, once per draft however often it is pressed, for exactly the sum that was shown. */
export async function send(handle: string, key: string, form: FormData): Promise<void> {
  const visit = await visitTo(handle);
  if (!visit || !(await holdsDraft(visit.ctx, key))) return;
  const input = confirmed.safeParse(Object.fromEntries(form));
  if (!input.success) return refuseForm("review", fieldProblems(input.error), form);

  const sent = await sendReturn(visit.ctx, { key, ...input.data });
  if (sent.ok) redirect(`/${visit.shop.handle}/r/${sent.value.returnKey}`);
  // Nothing of it is left: that is to be seen where the items are.
  if (sent.error.code === "NothingChosen") redirect(`/${visit.shop.handle}/return/${key}/items?changed=`);
  if (sent.error.code !== "DraftGone") refuseForm("review", { "": sent.error.code }, form);
}

/** The second chance: credit after all. The page then shows its sum. */
export async function switchToCredit(handle: string, key: string): Promise<void> {
  const visit = await visitTo(handle);
  if (!visit || !(await holdsDraft(visit.ctx, key))) return;
  const chosen = await chooseResolution(visit.ctx, { key, resolution: "store_credit" });
  if (chosen.ok) redirect(`/${visit.shop.handle}/return/${key}/review`);
  // Gone, or sent meanwhile: the page itself says so.
  const { code } = chosen.error;
  if (code !== "DraftGone" && code !== "AlreadySent") refuseForm("review", { "": code });
}

const confirmed = z.object({
  resolution: z.enum(["store_credit", "original_payment"]),
  fingerprint: z.string().min(1).max(200),
  note: z.string().transform(written).pipe(z.string().max(1000, "noteTooLong")).optional(),
});
