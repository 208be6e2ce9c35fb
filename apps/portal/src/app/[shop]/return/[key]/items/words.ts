import type { Draft, ItemProblem } from "@kept/domain";
import type { RefusedForm } from "../../../../../server/exchange.ts";
import type { Say } from "../../../../../server/words.ts";

/** What is wrong with the chosen items, per field, each naming its item. `whole` is about the form itself. */
export function itemProblems(say: Say, refused: RefusedForm | null, draft: Draft) {
  const list = Object.entries(refused?.problems ?? {})
    .filter(([field]) => field !== "")
    .map(([field, code]) => ({ field, text: problemText(say, field, code, draft, refused?.facts ?? {}) }));
  return {
    list,
    of: (field: string) => list.find((problem) => problem.field === field)?.text,
    whole: wholeText(say, refused?.problems[""]),
  };
}

function problemText(
  say: Say,
  field: string,
  code: string,
  draft: Draft,
  facts: RefusedForm["facts"],
): string {
  // Eight photos are too many of another kind than nine shirts.
  if (code === "TooMany" && field.startsWith("photo.")) return say("items.photosTooMany");
  const id = field.slice(field.indexOf(".") + 1);
  const item = draft.items.find((one) => one.fulfillmentLineItemId === id);
  const key = sentences[code as keyof typeof sentences] ?? "items.changed";
  const name = String(facts[field] ?? "");
  return say(key, { item: item?.title ?? "", max: item?.quantity ?? 1, name });
}

const sentences = {
  TooMany: "items.quantityWrong",
  NotAQuantity: "items.quantityWrong",
  NotReturnable: "items.changed",
  ReasonMissing: "items.reasonMissing",
  NoteMissing: "items.noteMissing",
  NoteTooLong: "items.noteTooLong",
  PhotoMissing: "items.photoMissing",
  TooLarge: "items.photoTooLarge",
  NotAPhoto: "items.photoUnreadable",
  PhotosOff: "items.photoBusy",
  Busy: "items.photoBusy",
} as const satisfies Record<ItemProblem | "TooLarge" | "NotAPhoto" | "PhotosOff" | "Busy", string>;

function wholeText(say: Say, code: string | undefined): string | null {
  if (!code) return null;
  if (code === "ShopifyUnreachable") return say("pages.slowBody");
  return code === "NothingChosen" ? say("items.nothingChosen") : say("review.itemsChanged");
}
