import { type Draft, type DraftOffer, quoteDraft } from "@kept/domain";
import { cache } from "react";
import { holdsDraft, type Visit, visitTo } from "../../../../server/visit.ts";
import type { DraftState } from "./draft.ts";

/** What the last two steps work with: the draft and what each resolution would give. */
export type OffersState =
  | {
      readonly kind: "quoted";
      readonly visit: Visit;
      readonly draft: Draft;
      readonly credit: DraftOffer | null;
      readonly original: DraftOffer | null;
      /** Why store credit is missing; null when it is there. */
      readonly whyNoCredit: string | null;
    }
  | { readonly kind: "nothing-chosen"; readonly visit: Visit }
  | Exclude<DraftState, { kind: "open" }>;

/** The quoted draft behind an address, for the browser that may see it. Once per answer. */
export const offersAt = cache(async (handle: string, key: string): Promise<OffersState> => {
  const visit = await visitTo(handle);
  if (!visit) return { kind: "nowhere" };
  if (!(await holdsDraft(visit.ctx, key))) return { kind: "gone", visit };
  const quoted = await quoteDraft(visit.ctx, key, visit.locale);
  if (quoted.ok) {
    const { draft, offers, notOffered } = quoted.value;
    const offer = (resolution: DraftOffer["resolution"]) =>
      offers.find((one) => one.resolution === resolution) ?? null;
    const missing = notOffered.find((one) => one.resolution === "store_credit");
    return {
      kind: "quoted",
      visit,
      draft,
      credit: offer("store_credit"),
      original: offer("original_payment"),
      whyNoCredit: missing?.why ?? null,
    };
  }
  const { error } = quoted;
  if (error.code === "AlreadySent") return { kind: "sent", visit, returnKey: error.returnKey };
  if (error.code === "NothingChosen") return { kind: "nothing-chosen", visit };
  return { kind: error.code === "DraftGone" ? "gone" : "slow", visit };
});
