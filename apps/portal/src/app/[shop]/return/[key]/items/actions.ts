"use server";

import { chooseItems } from "@kept/domain";
import { redirect } from "next/navigation";
import { refuseForm } from "../../../../../server/refuse-form.ts";
import { holdsDraft, visitTo } from "../../../../../server/visit.ts";
import { readChosenItems } from "./chosen-items.ts";

/** Step two: which items, how many, why. Whatever is refused is shown beside its field with everything typed. */
export async function chooseTheItems(handle: string, key: string, form: FormData): Promise<void> {
  const visit = await visitTo(handle);
  if (!visit || !(await holdsDraft(visit.ctx, key))) return;

  const { items, problems } = readChosenItems(form);
  if (Object.keys(problems).length > 0) return refuseForm("items", problems, form);
  const chosen = await chooseItems(visit.ctx, { key, items });
  if (chosen.ok) redirect(`/${visit.shop.handle}/return/${key}/refund`);
  const { error } = chosen;
  // Already sent, or run out meanwhile: the page itself says so.
  if (error.code === "AlreadySent" || error.code === "DraftGone") return;
  refuseForm("items", error.code === "Invalid" ? { ...error.fields } : { "": error.code }, form);
}
