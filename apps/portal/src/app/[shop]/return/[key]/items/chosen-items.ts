import { written } from "@kept/domain";

export interface ChosenItem {
  readonly fulfillmentLineItemId: string;
  readonly quantity: number;
  readonly reason: string;
  readonly note?: string;
}

const longestNote = 280;

/**
 * Reads the items form: one `chosen.{id}` per item with `quantity.{id}`, `reason.{id}` and `note.{id}` beside it.
 * Says which fields are empty or malformed; whether the shop takes the items is not for this to know.
 */
export function readChosenItems(form: FormData): { items: ChosenItem[]; problems: Record<string, string> } {
  const problems: Record<string, string> = {};
  const items: ChosenItem[] = [];
  for (const name of new Set(form.keys())) {
    if (!name.startsWith("chosen.")) continue;
    const id = name.slice("chosen.".length);
    const text = (field: string) => written(String(form.get(`${field}.${id}`) ?? ""));
    const [quantity, reason, note] = [text("quantity") || "1", text("reason"), text("note")];
    if (!/^[1-9]\d{0,3}$/.test(quantity)) problems[`quantity.${id}`] = "NotAQuantity";
    if (reason === "") problems[`reason.${id}`] = "ReasonMissing";
    if (note.length > longestNote) problems[`note.${id}`] = "NoteTooLong";
    items.push({ fulfillmentLineItemId: id, quantity: Number(quantity), reason, ...(note && { note }) });
  }
  if (items.length === 0) problems[""] = "NothingChosen";
  return { items, problems };
}
