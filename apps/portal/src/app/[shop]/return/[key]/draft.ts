import { type Draft, readDraft } from "@kept/domain";
import { cache } from "react";
import { holdsDraft, type Visit, visitTo } from "../../../../server/visit.ts";

/** What a step has to work with: the draft, or which other page to show. */
export type DraftState =
  | { readonly kind: "open"; readonly visit: Visit; readonly draft: Draft }
  | { readonly kind: "sent"; readonly visit: Visit; readonly returnKey: string }
  | { readonly kind: "gone" | "slow"; readonly visit: Visit }
  | { readonly kind: "nowhere" };

/** The draft behind an address, for the browser that may see it. Once per answer. */
export const draftAt = cache(async (handle: string, key: string): Promise<DraftState> => {
  const visit = await visitTo(handle);
  if (!visit) return { kind: "nowhere" };
  if (!(await holdsDraft(visit.ctx, key))) return { kind: "gone", visit };
  const read = await readDraft(visit.ctx, key, visit.locale);
  if (read.ok) return { kind: "open", visit, draft: read.value };
  const { error } = read;
  if (error.code === "AlreadySent") return { kind: "sent", visit, returnKey: error.returnKey };
  return { kind: error.code === "DraftGone" ? "gone" : "slow", visit };
});
