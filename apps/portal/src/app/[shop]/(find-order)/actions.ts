"use server";

import { askForOrder } from "@kept/domain";
import { redirect } from "next/navigation";
import { exchange } from "../../../server/exchange.ts";
import { fieldProblems } from "../../../server/field-problems.ts";
import { lookupKey, rememberLookup } from "../../../server/lookup-cookie.ts";
import { refuseForm } from "../../../server/refuse-form.ts";
import { visitTo } from "../../../server/visit.ts";
import { asked } from "./asked.ts";

/** Step one: which order, and something only its customer knows. Every answer is the same: a code is on its way, if. */
export async function findOrder(handle: string, form: FormData): Promise<void> {
  const visit = await visitTo(handle);
  if (!visit) return;
  const { ctx, shop, locale } = visit;
  const input = asked[shop.portal.proof].safeParse(Object.fromEntries(form));
  if (!input.success) return refuseForm("find", fieldProblems(input.error), form);

  const { order, contact } = input.data;
  const { address } = exchange();
  const before = await lookupKey();
  const lookup = await askForOrder(ctx, { orderName: order, contact, locale, address, before });
  if (!lookup.ok) {
    const minutes = Math.max(1, Math.ceil(lookup.error.retryAfterSeconds / 60));
    return refuseForm("find", { "": lookup.error.code }, form, { minutes });
  }
  await rememberLookup(shop.handle, lookup.value);
  redirect(`/${shop.handle}/code`);
}
