"use server";

import { chooseResolution } from "@kept/domain";
import { redirect } from "next/navigation";
import { refuseForm } from "../../../../../server/refuse-form.ts";
import { holdsDraft, visitTo } from "../../../../../server/visit.ts";
import { readResolution } from "../resolution.ts";

/** Step three: store credit or original payment. Nothing is promised before it is sent. */
export async function chooseRefund(handle: string, key: string, form: FormData): Promise<void> {
  const visit = await visitTo(handle);
  const resolution = readResolution(form);
  if (!visit || !resolution || !(await holdsDraft(visit.ctx, key))) return;

  const chosen = await chooseResolution(visit.ctx, { key, resolution });
  if (chosen.ok) redirect(`/${visit.shop.handle}/return/${key}/review`);
  // Not offered any more, or gone: the page shows what there is now.
  if (chosen.error.code === "ShopifyUnreachable") refuseForm("refund", { "": "ShopifyUnreachable" });
}
