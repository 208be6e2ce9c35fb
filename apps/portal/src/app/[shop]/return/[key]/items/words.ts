import type { Draft, DraftItem, ItemProblem } from "@kept/domain";
import type { RefusedForm } from "../../../../../server/exchange.ts";
import type { Visit } from "../../../../../server/visit.ts";

/**
 * What is wrong with the chosen items, per field, each naming its item. `whole` is about the form itself, and about what
 * has no field any more, because it can no longer come back.
 */
export function itemProblems(visit: Visit, refused: RefusedForm | null, draft: Draft) {
  const { "": ofForm, ...ofFields } = refused?.problems ?? {};
  const all = Object.entries(ofFields).map(([field, code]) => ({ field, code, item: itemOf(field, draft) }));
  const list = all.flatMap(({ field, code, item }) =>
    item ? [{ field, text: problemText(visit, field, code, item, refused?.facts ?? {}) }] : [],
  );
  const gone = list.length < all.length ? "gone" : undefined;
  return {
    list,
    of: (field: string) => list.find((problem) => problem.field === field)?.text,
    whole: wholeText(visit, ofForm ?? gone),
  };
}

function itemOf(field: string, { items }: Draft): DraftItem | undefined {
  const id = field.slice(field.indexOf(".") + 1);
  return items.find((item) => item.fulfillmentLineItemId === id);
}

function problemText(
  { say, named }: Visit,
  field: string,
  code: string,
  item: DraftItem,
  facts: RefusedForm["facts"],
): string {
  // Eight photos are too many of another kind than nine shirts.
  if (code === "TooMany" && field.startsWith("photo.")) return say("items.photosTooMany");
  const key = sentences[code as keyof typeof sentences] ?? "items.changed";
  const name = named(String(facts[field] ?? ""));
  return say(key, { item: named(item.title), max: item.quantity, name });
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

function wholeText({ say }: Visit, code: string | undefined): string | null {
  if (!code) return null;
  if (code === "PhotosTooLarge") return say("items.photosTooLarge");
  if (code === "Busy") return say("items.photoBusy");
  if (code === "ShopifyUnreachable") return say("pages.slowBody");
  return code === "NothingChosen" ? say("items.nothingChosen") : say("review.itemsChanged");
}
