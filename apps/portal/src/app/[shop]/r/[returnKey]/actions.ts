"use server";

import { cancelReturn } from "@kept/domain";
import { redirect } from "next/navigation";
import { refuseForm } from "../../../../server/refuse-form.ts";
import { visitTo } from "../../../../server/visit.ts";

/** Takes the request back while nobody has decided about it. Whoever has the private link may. */
export async function cancel(handle: string, returnKey: string): Promise<void> {
  const visit = await visitTo(handle);
  if (!visit) return;
  const cancelled = await cancelReturn(visit.ctx, { returnKey });
  if (cancelled.ok) redirect(`/${visit.shop.handle}/r/${returnKey}`);
  refuseForm("cancel", { "": cancelled.error.code });
}
