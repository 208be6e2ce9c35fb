"use server";

import { findOrderToReturn } from "@kept/domain";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { draftPassName, signDraftPass } from "../../../server/draft-pass.ts";
import { env } from "../../../server/env.ts";
import { exchange } from "../../../server/exchange.ts";
import { fieldProblems } from "../../../server/field-problems.ts";
import { refuseForm } from "../../../server/refuse-form.ts";
import { visitTo } from "../../../server/visit.ts";

/** Step one: order number and e-mail. A hit gives this browser a pass for one draft and leads to its items. */
export async function findOrder(handle: string, form: FormData): Promise<void> {
  const visit = await visitTo(handle);
  if (!visit) return;
  const input = asked.safeParse(Object.fromEntries(form));
  if (!input.success) return refuseForm("find", fieldProblems(input.error), form);

  const { ctx, shop, locale } = visit;
  const { order, email } = input.data;
  const found = await findOrderToReturn(ctx, {
    orderName: order,
    email,
    locale,
    address: exchange().address,
  });
  if (!found.ok) return refuseForm("find", { "": found.error.code }, form, factsOf(found.error));

  const { key, expiresAt } = found.value;
  const draft = `/${shop.handle}/return/${key}`;
  const { linkKey, portalUrl } = env();
  (await cookies()).set(draftPassName, await signDraftPass(linkKey, { shopId: shop.id, key }, expiresAt), {
    path: draft,
    expires: expiresAt,
    httpOnly: true,
    sameSite: "lax",
    secure: portalUrl.startsWith("https://"),
  });
  redirect(`${draft}/items`);
}

const asked = z.object({
  order: z.string().trim().min(1, "orderMissing").max(60, "orderTooLong"),
  email: z.string().trim().min(1, "emailMissing").max(254, "emailWrong").pipe(z.email("emailWrong")),
});

function factsOf(refusal: { code: string; retryAfterSeconds?: number }): Record<string, number> {
  return { minutes: Math.max(1, Math.ceil((refusal.retryAfterSeconds ?? 60) / 60)) };
}
