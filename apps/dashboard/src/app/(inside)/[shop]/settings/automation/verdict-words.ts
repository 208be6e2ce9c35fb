import type { NotOffered, NotReturnable, Policy } from "@kept/domain";

export const notReturnableWords: Readonly<Record<NotReturnable, string>> = {
  order_cancelled: "The order was cancelled",
  blocked: "Blocked",
  gift_card: "A gift card",
  already_returned: "Already returned",
  not_shipped: "Not sent yet",
  final_sale: "Final sale",
  window_closed: "Too late",
};

export const notOfferedWords: Readonly<Record<NotOffered, string>> = {
  turned_off: "Switched off",
  rule: "A rule takes it away",
  no_customer: "The order has no customer to credit",
  business_order: "Shopify gives companies no store credit",
  nothing_refundable: "Nothing is left to refund",
};

export const triggerWords: Readonly<Record<Policy["trigger"], string>> = {
  by_hand: "By hand: somebody presses Issue.",
  on_approval: "By itself, as soon as the request is approved.",
  in_transit: "By itself, once the parcel is on its way.",
  on_delivery: "By itself, once the parcel is delivered.",
  on_receipt: "By itself, once the parcel is marked received.",
  after_inspection: "By itself, once the items were inspected.",
  at_once: "At once: a request that no rule holds is approved and paid as it is sent.",
};

/** Where a rule stands, in the words of the settings. */
export function ruleWords(path: string): string {
  const [head = "", second, third] = path.split(".");
  if (head === "order") return "the order itself";
  if (head === "window" && second === "products") return `product window ${Number(third) + 1}`;
  if (head === "blocked" && second === "products") return "the block list: products";
  if (head === "resolutionRules") return "a rule about resolutions";
  return places[head] ?? path;
}

const places: Readonly<Record<string, string>> = {
  window: "the return window",
  finalSale: "final sale",
  blocked: "the block list",
  allowed: "the list of exceptions",
  storeCredit: "Settings › Resolutions",
  originalPayment: "Settings › Policy",
};
