import { ok, type Result, refused } from "../result.ts";
import { chooseItems, type ItemProblem } from "../return/choose-items.ts";
import type { Draft } from "../return/drafts.ts";
import type { ApiContext } from "./api-context.ts";
import { gid } from "./order-facts.ts";
import type { QuoteProblem } from "./quote-problems.ts";

export interface LineRequest {
  readonly lineItemId: string;
  readonly quantity: number;
  readonly reason: string;
  readonly note?: string | undefined;
}

type Refusal =
  | { readonly code: "ShopifyUnreachable" | "Changed" }
  | { readonly code: "Invalid"; readonly problems: readonly QuoteProblem[] };

/** Chooses a draft's items as a program names them: by the order's line, whichever parcels its units came in. */
export async function takeLines(
  ctx: ApiContext,
  draft: Draft,
  lines: readonly LineRequest[],
): Promise<Result<void, Refusal>> {
  const taken = lines.flatMap((line, index) => partsOf(draft, line).map((part) => ({ ...part, index })));
  const chosen = await chooseItems(ctx, { key: draft.key, items: taken });
  if (chosen.ok) return ok(undefined);
  const { error } = chosen;
  if (error.code === "ShopifyUnreachable") return refused("ShopifyUnreachable");
  if (error.code !== "Invalid") return refused("Changed");
  const problems = Object.entries(error.fields).flatMap(([field, problem]) => {
    const part = taken.find(({ fulfillmentLineItemId }) => field.endsWith(`.${fulfillmentLineItemId}`));
    return part ? [problemAt(part.index, problem)] : [];
  });
  return problems.length > 0 ? refused("Invalid", { problems }) : refused("Changed");
}

/** The units of a line, parcel by parcel, until there are as many as were asked for. */
function partsOf(draft: Draft, { lineItemId, quantity, reason, note }: LineRequest) {
  const id = gid("LineItem", lineItemId);
  let missing = quantity;
  return draft.items
    .filter((item) => item.lineItemId === id && item.returnable)
    .flatMap((item) => {
      const units = Math.min(missing, item.quantity);
      missing -= units;
      const { fulfillmentLineItemId } = item;
      return units > 0 && fulfillmentLineItemId
        ? [{ fulfillmentLineItemId, quantity: units, reason, note }]
        : [];
    });
}

/** What the steps of the portal say about an item, as it is said of a line of a request. */
function problemAt(index: number, problem: ItemProblem): QuoteProblem {
  if (problem === "NoteMissing" || problem === "NoteTooLong")
    return { at: ["lines", index, "note"], problem: "note_missing" };
  if (problem === "PhotoMissing") return { at: ["lines", index, "reason"], problem: "photo_missing" };
  if (problem === "ReasonMissing") return { at: ["lines", index, "reason"], problem: "unknown_reason" };
  return { at: ["lines", index, "quantity"], problem: "more_than_left" };
}
