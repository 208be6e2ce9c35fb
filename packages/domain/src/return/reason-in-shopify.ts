import type { ReturnReason } from "@kept/shopify";

/** What Shopify calls the reasons every shop starts with. */
const handles: Readonly<Record<string, string>> = {
  too_small: "too-small",
  too_large: "too-big",
  changed_mind: "changed-my-mind",
  not_as_described: "item-not-as-described",
  damaged: "damaged-or-defective",
  wrong_item: "received-the-wrong-item",
  other: "other-reason",
};

/**
 * Finds Shopify's definition for a reason of ours, sub-reasons by their reason; "Unknown" for reasons a shop wrote
 * itself. Shopify takes no return without a reason. Null only where the shop lists none at all.
 */
export function shopifyReasons(reasons: readonly ReturnReason[]): (reason: string) => string | null {
  const known = new Map(reasons.map(({ handle, id }) => [handle, id]));
  return (reason) => known.get(handles[reason.split("/")[0] ?? ""] ?? "") ?? known.get("unknown") ?? null;
}
