"use server";

import { askAgain, proveOrder } from "@kept/domain";
import { redirect } from "next/navigation";
import { z } from "zod";
import { exchange } from "../../../server/exchange.ts";
import { fieldProblems } from "../../../server/field-problems.ts";
import { givePass } from "../../../server/give-pass.ts";
import { aboutLookup, lookupKey } from "../../../server/lookup-cookie.ts";
import { refuseForm } from "../../../server/refuse-form.ts";
import { visitTo } from "../../../server/visit.ts";

/** The code from the letter. The right one gives this browser a pass for one draft and leads to its items. */
export async function proveIt(handle: string, form: FormData): Promise<void> {
  const visit = await visitTo(handle);
  const key = await lookupKey(form.get("about"));
  if (!visit || !key) return;
  const input = typed.safeParse(Object.fromEntries(form));
  if (!input.success)
    return refuseForm("code", fieldProblems(input.error), form, { about: aboutLookup(key) });

  const { ctx, locale, shop } = visit;
  const proved = await proveOrder(ctx, { key, code: input.data.code, locale, address: exchange().address });
  if (proved.ok) {
    await givePass(ctx, proved.value);
    redirect(`/${shop.handle}/return/${proved.value.key}/items`);
  }
  if (proved.error.code !== "LookupGone")
    refuseForm("code", { "": proved.error.code }, form, {
      ...factsOf(proved.error),
      about: aboutLookup(key),
    });
}

export async function sendAgain(handle: string, form: FormData): Promise<void> {
  const visit = await visitTo(handle);
  const key = await lookupKey(form.get("about"));
  if (!visit || !key) return;
  const asked = await askAgain(visit.ctx, { key });
  if (asked.ok) redirect(`/${visit.shop.handle}/code?again=`);
  if (asked.error.code !== "LookupGone")
    refuseForm("code", { "": asked.error.code }, undefined, {
      ...factsOf(asked.error),
      about: aboutLookup(key),
    });
}

const typed = z.object({ code: z.string().trim().min(1, "missing").max(40, "missing") });

function factsOf(refusal: {
  code: string;
  triesLeft?: number;
  retryAfterSeconds?: number;
}): Record<string, number> {
  const seconds = refusal.retryAfterSeconds ?? 0;
  return { left: refusal.triesLeft ?? 0, seconds, minutes: Math.max(1, Math.ceil(seconds / 60)) };
}
