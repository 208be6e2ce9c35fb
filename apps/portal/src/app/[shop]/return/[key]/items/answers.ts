import type { Draft, DraftItem } from "@kept/domain";
import type { RefusedForm } from "../../../../../server/exchange.ts";

/** What the form shows for one item: what was just typed, else what was chosen before. */
export interface Answers {
  readonly chosen: boolean;
  readonly quantity: number;
  readonly reason: string;
  readonly note: string;
}

export function answersFor(
  item: DraftItem,
  draft: Draft,
  refused: RefusedForm | null,
  onlyItem: boolean,
): Answers {
  const id = item.fulfillmentLineItemId;
  if (refused) {
    return {
      chosen: `chosen.${id}` in refused.typed,
      quantity: Number(refused.typed[`quantity.${id}`] ?? 1),
      reason: refused.typed[`reason.${id}`] ?? "",
      note: refused.typed[`note.${id}`] ?? "",
    };
  }
  const before = draft.selection.find((selected) => selected.fulfillmentLineItemId === id);
  return {
    chosen: before !== undefined || (onlyItem && draft.selection.length === 0),
    quantity: before?.quantity ?? 1,
    reason: before?.reason ?? "",
    note: before?.note ?? "",
  };
}
