import { namesReason, type Policy, type Trigger } from "../policy/index.ts";
import { acceptedUnits, type ResolutionKind, type ReturnLineRecord } from "./return.ts";

/** `kept`: nothing is sent back. Else the credit comes once the goods are that far. */
export type GoodsFirst = "kept" | "sent" | "arrived" | "inspected";

/** What has to become of the goods first, by the rules and the reasons of all the lines. Null where nothing has to. */
export function goodsFirst(
  { keepItemReasons, trigger }: Pick<Policy, "keepItemReasons" | "trigger">,
  resolution: ResolutionKind | null,
  reasons: readonly string[],
): GoodsFirst | null {
  const kept = reasons.length > 0 && reasons.every((reason) => namesReason(keepItemReasons, reason));
  if (kept) return "kept";
  return resolution === "store_credit" ? firsts[trigger] : null;
}

/** The reasons of what comes back, as `goodsFirst` takes them: what was not accepted, nobody waits for. */
export function reasonsToCome(
  lines: readonly Pick<ReturnLineRecord, "reason" | "quantity" | "accepted">[],
): string[] {
  return lines.filter((line) => acceptedUnits(line) > 0).map(({ reason }) => reason);
}

const firsts = {
  by_hand: null,
  on_approval: null,
  at_once: null,
  in_transit: "sent",
  on_delivery: "arrived",
  on_receipt: "arrived",
  after_inspection: "inspected",
} as const satisfies Record<Trigger, GoodsFirst | null>;
