"use server";

import { addTracking, cancelReturn, switchToStoreCredit, writeMessage } from "@kept/domain";
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

/** The second chance: store credit after all, for the sum that was shown. */
export async function switchToCredit(handle: string, returnKey: string, form: FormData): Promise<void> {
  const visit = await visitTo(handle);
  if (!visit) return;
  const fingerprint = String(form.get("fingerprint") ?? "");
  const switched = await switchToStoreCredit(visit.ctx, { returnKey, fingerprint });
  if (switched.ok) redirect(`/${visit.shop.handle}/r/${returnKey}`);
  refuseForm("switch", { "": switched.error.code });
}

export async function sendTracking(handle: string, returnKey: string, form: FormData): Promise<void> {
  const visit = await visitTo(handle);
  if (!visit) return;
  const text = (name: string) => String(form.get(name) ?? "").slice(0, 200);
  const carrier = text("carrier");
  const added = await addTracking(visit.ctx, { returnKey, tracking: text("tracking"), carrier });
  if (added.ok) redirect(`/${visit.shop.handle}/r/${returnKey}`);
  const { code } = added.error;
  const ofField = code === "NumberMissing" || code === "TooManyParcels";
  refuseForm("parcel", { [ofField ? "tracking" : ""]: code }, form);
}

export async function sendMessage(handle: string, returnKey: string, form: FormData): Promise<void> {
  const visit = await visitTo(handle);
  if (!visit) return;
  const text = String(form.get("message") ?? "");
  const sent = await writeMessage(visit.ctx, { which: { returnKey }, text });
  if (sent.ok) redirect(`/${visit.shop.handle}/r/${returnKey}`);
  refuseForm("message", { message: sent.error.code }, form);
}
