"use server";
import { copySections, copySettings, mostTargets, undoCopy } from "@kept/domain";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { member } from "../../../../server/context.ts";
import { heldTo } from "../../../../server/held-to.ts";
import { tools } from "../../../../server/tools.ts";
import type { FormState } from "../../../../ui/form-state.ts";

const stand = z.string().max(64);
const Copy = z.strictObject({
  from: z.string().max(100),
  sections: z.array(z.enum(copySections)).max(copySections.length),
  sourceStand: stand,
  to: z.array(z.strictObject({ handle: z.string().max(100), basedOn: stand })).max(mostTargets),
});

/** Does what was previewed, shop by shop, and shows what came of it. */
export async function copy(asked: z.input<typeof Copy>): Promise<FormState> {
  const { userId } = await member();
  const copied = await copySettings(await tools(), { userId, ...heldTo(Copy, asked) });
  if (copied.ok) redirect(`/shops/copy/${copied.value.copyId}`);
  if (copied.error.code === "ChangedMeanwhile")
    return { problem: "Somebody saved the settings you copy from. Look at the differences again." };
  return { problem: "There is nothing left to copy, or nowhere to copy it to. Choose again above." };
}

/** Takes a whole copy back. */
export async function undo(copyId: string): Promise<FormState> {
  const { userId } = await member();
  const undone = await undoCopy(await tools(), { userId, copyId: heldTo(z.string().max(64), copyId) });
  revalidatePath("/shops/copy", "layout");
  if (!undone.ok) return { problem: "This copy is not there any more." };
  const { undone: shops, left } = undone.value;
  if (left > 0) return { problem: `Undone in ${shops}; ${left} could not be undone, and say why.` };
  return { done: shops === 1 ? "Undone in one shop" : `Undone in ${shops} shops` };
}
