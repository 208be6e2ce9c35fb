import type { CopyNote } from "@kept/domain";
import { settingName } from "./difference-words.ts";

/** What will not do in the target what it does in the source, in one sentence. */
export function noteWords(note: CopyNote, shop: string): string {
  switch (note.kind) {
    case "no_amount":
      return `${place(note.path)} names amounts in ${note.has.join(", ")} and none in ${note.currency}: in ${shop} it stands for nothing in ${note.currency} until you add one.`;
    case "foreign_products":
      return `${place(note.path)} names products or collections of the shop it is copied from: in ${shop} they name nothing.`;
    case "unknown_reason":
      return `${place(note.path)} speaks of the reason “${note.reason}”, which ${shop} does not have. Copy the return policy along, or add it there.`;
    case "names_source":
      return `${place(note.path)} says “${note.source}”: customers of ${shop} would read that name.`;
    case "logo_stays":
      return `The logo is not copied: ${shop} keeps its own.`;
    case "reply_to_stays":
      return `The address for answers is not copied: ${shop} keeps its own.`;
  }
}

function place(path: string): string {
  const known = places.find(([pattern]) => pattern.test(path));
  return known?.[1] ?? settingName(path) ?? path.replaceAll(".", " › ").replaceAll("_", " ");
}

const places: readonly (readonly [RegExp, string])[] = [
  [/^storeCredit\.bonus\.amounts/, "The fixed bonus"],
  [/^storeCredit\.bonus\.tiers/, "A tier of the bonus"],
  [/^storeCredit\.bonusRules/, "A bonus rule"],
  [/^storeCredit\.limits/, "A limit of the bonus"],
  [/^fees\.returnFee/, "The return fee"],
  [/^fees\.label/, "The label fee"],
  [/^approvalRules/, "An approval rule"],
  [/^resolutionRules/, "A rule about resolutions"],
  [/^finalSale/, "Final sale"],
  [/^blocked/, "What is excluded"],
  [/^storeCredit\.description/, "The description of store credit"],
  [/^wording/, "The wording of the policy"],
  [/^keepItemReasons/, "Keeping the item"],
];
