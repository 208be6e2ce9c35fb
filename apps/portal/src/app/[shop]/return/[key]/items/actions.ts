"use server";

import { addPhotos, chooseItems, removePhoto, type ShopContext } from "@kept/domain";
import { redirect } from "next/navigation";
import { refuseForm } from "../../../../../server/refuse-form.ts";
import { holdsDraft, visitTo } from "../../../../../server/visit.ts";
import { readChosenItems } from "./chosen-items.ts";
import { givenPhotos } from "./given-photos.ts";

/**
 * Step two: which items, how many, why, with photos. Photos are taken first, so that a form that is refused for
 * something else does not ask for them again. Whatever is refused is shown beside its field with everything typed.
 */
export async function chooseTheItems(handle: string, key: string, form: FormData): Promise<void> {
  const visit = await visitTo(handle);
  if (!visit || !(await holdsDraft(visit.ctx, key))) return;
  const photos = await takePhotos(visit.ctx, key, form);
  if (photos.gone) return;
  const removed = form.get("remove");
  if (typeof removed === "string") {
    const away = await removePhoto(visit.ctx, { key, photoId: removed });
    if (!away.ok) return refuseForm("items", { "": away.error.code }, form);
  }
  // Only photos were added or taken away: the page again, as it was filled in.
  if (removed !== null || form.has("upload")) return refuseForm("items", photos.problems, form, photos.names);

  const { items, problems } = readChosenItems(form);
  const all = { ...problems, ...photos.problems };
  if (Object.keys(all).length > 0) return refuseForm("items", all, form, photos.names);
  const chosen = await chooseItems(visit.ctx, { key, items });
  if (chosen.ok) redirect(`/${visit.shop.handle}/return/${key}/refund`);
  const { error } = chosen;
  // Already sent, or run out meanwhile: the page itself says so.
  if (error.code === "AlreadySent" || error.code === "DraftGone") return;
  refuseForm("items", error.code === "Invalid" ? { ...error.fields } : { "": error.code }, form);
}

/** Takes every photo of the form; says at which item one could not be taken, and its name. */
async function takePhotos(ctx: ShopContext, key: string, form: FormData) {
  const problems: Record<string, string> = {};
  const names: Record<string, string> = {};
  for (const [fulfillmentLineItemId, photos] of await givenPhotos(form)) {
    const added = await addPhotos(ctx, { key, fulfillmentLineItemId, photos });
    if (added.ok) continue;
    if (added.error.code === "DraftGone") return { gone: true, problems, names };
    problems[`photo.${fulfillmentLineItemId}`] = added.error.code;
    names[`photo.${fulfillmentLineItemId}`] = added.error.name;
  }
  return { gone: false, problems, names };
}
