"use server";

import { draftOfOwnOrder } from "@kept/domain";
import { redirect } from "next/navigation";
import { givePass } from "../../../server/give-pass.ts";
import { refuseForm } from "../../../server/refuse-form.ts";
import { signedInCustomer } from "../../../server/signed-in.ts";
import { visitTo } from "../../../server/visit.ts";

/** A signed-in customer takes one of their own orders. */
export async function takeOrder(handle: string, form: FormData): Promise<void> {
  const visit = await visitTo(handle);
  const customerId = visit && (await signedInCustomer(visit.ctx));
  if (!visit || !customerId) return;
  const { ctx, locale } = visit;
  const opened = await draftOfOwnOrder(ctx, { customerId, orderId: String(form.get("order") ?? ""), locale });
  if (!opened.ok) return refuseForm("orders", { "": opened.error.code });
  await givePass(ctx, opened.value);
  redirect(`/${handle}/return/${opened.value.key}/items`);
}
