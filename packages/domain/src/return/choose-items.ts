import type { ShopContext } from "../context.ts";
import { ok, type Result, refused } from "../result.ts";
import { written } from "../written.ts";
import { keepSelection } from "./draft-row.ts";
import {
  type Draft,
  type DraftItem,
  type DraftReason,
  type DraftRefusal,
  type DraftSelection,
  openDraft,
} from "./drafts.ts";
import { goodsFirst } from "./goods-first.ts";

export interface ItemChoice {
  readonly fulfillmentLineItemId: string;
  readonly quantity: number;
  readonly reason: string;
  readonly note?: string | undefined;
}

export type ItemProblem =
  | "TooMany"
  | "NotAQuantity"
  | "NotReturnable"
  | "ReasonMissing"
  | "NoteMissing"
  | "NoteTooLong"
  | "PhotoMissing";

export type ChooseItemsRefusal =
  | DraftRefusal
  | { readonly code: "NothingChosen" }
  | { readonly code: "Invalid"; readonly fields: Readonly<Record<string, ItemProblem>> };

/** As long as Shopify keeps a customer's note on a return line. */
const noteLength = 280;

/** The second step: which units come back, and why. Fields are named "quantity.<id>", "reason.<id>", "note.<id>", "photo.<id>". */
export async function chooseItems(
  ctx: ShopContext,
  input: { key: string; items: readonly ItemChoice[] },
): Promise<Result<Draft, ChooseItemsRefusal>> {
  const opened = await openDraft(ctx, input.key);
  if (!opened.ok) return opened;
  const { view, policy } = opened.value;
  const chosen = input.items.filter(({ quantity }) => quantity !== 0);
  if (chosen.length === 0) return refused("NothingChosen");

  const fields: Record<string, ItemProblem> = {};
  const selection: DraftSelection[] = [];
  for (const choice of chosen) {
    const item = view.items.find(
      ({ fulfillmentLineItemId }) => fulfillmentLineItemId === choice.fulfillmentLineItemId,
    );
    const problem = problemOf(choice, item, view);
    if (problem) fields[`${problem.field}.${choice.fulfillmentLineItemId}`] = problem.problem;
    else if (item) selection.push(selected(choice, item));
  }
  const twice =
    new Set(selection.map(({ fulfillmentLineItemId }) => fulfillmentLineItemId)).size < selection.length;
  if (Object.keys(fields).length > 0 || twice) return refused("Invalid", { fields });
  await ctx.inShop((tx) => keepSelection(tx, ctx, input.key, selection));
  const reasons = selection.map(({ reason }) => reason);
  return ok({ ...view, selection, goods: goodsFirst(policy.policy, view.resolution, reasons) });
}

function problemOf(
  choice: ItemChoice,
  item: DraftItem | undefined,
  draft: Draft,
): { field: "quantity" | "reason" | "note" | "photo"; problem: ItemProblem } | null {
  if (!item?.returnable) return { field: "quantity", problem: "NotReturnable" };
  if (!Number.isInteger(choice.quantity) || choice.quantity < 0)
    return { field: "quantity", problem: "NotAQuantity" };
  if (choice.quantity > item.quantity) return { field: "quantity", problem: "TooMany" };
  const reason = reasonOf(draft, choice.reason);
  if (!reason) return { field: "reason", problem: "ReasonMissing" };
  const note = written(choice.note ?? "");
  if (reason.noteRequired && note === "") return { field: "note", problem: "NoteMissing" };
  if ([...note].length > noteLength) return { field: "note", problem: "NoteTooLong" };
  const photos = draft.photos.filter((photo) => photo.fulfillmentLineItemId === choice.fulfillmentLineItemId);
  return reason.photoRequired && photos.length === 0 ? { field: "photo", problem: "PhotoMissing" } : null;
}

/** The reason a code names, itself or by one of its more exact ones. */
function reasonOf({ reasons }: Draft, code: string): DraftReason | undefined {
  return reasons.find((reason) => reason.code === code || reason.subReasons.some((sub) => sub.code === code));
}

function selected(
  { fulfillmentLineItemId, quantity, reason, note }: ItemChoice,
  item: DraftItem,
): DraftSelection {
  const kept = written(note ?? "");
  return {
    fulfillmentLineItemId,
    lineItemId: item.lineItemId,
    quantity,
    reason,
    ...(kept && { note: kept }),
  };
}
