import type { PolicyChange } from "@kept/domain";

export interface ChangeInWords {
  readonly what: string;
  readonly from: string;
  readonly to: string;
}

/** What differs between two versions, in the words of the form; another kind of bonus is said as one change. */
export function inWords(changes: readonly PolicyChange[]): ChangeInWords[] {
  const kindChanged = changes.some(({ path }) => path === `${bonusPath}kind`);
  const parts = kindChanged ? changes.filter(({ path }) => path.startsWith(bonusPath)) : [];
  const others = changes.filter((change) => !parts.includes(change));
  const bonus = kindChanged
    ? [{ what: "Bonus", from: bonusIn(parts, "before"), to: bonusIn(parts, "after") }]
    : [];
  return [...bonus, ...others.map(oneInWords)];
}

const bonusPath = "storeCredit.bonus.";

function oneInWords({ path, before, after }: PolicyChange): ChangeInWords {
  return { what: nameOf(path), from: valueIn(path, before), to: valueIn(path, after) };
}

/** One side of a change of kind: with another kind everything differs, so the parts hold the whole of both. */
function bonusIn(parts: readonly PolicyChange[], side: "before" | "after"): string {
  const part = (name: string) => parts.find(({ path }) => path === bonusPath + name)?.[side];
  const rate = part("basisPoints");
  const share = typeof rate === "number" ? `${percent(rate)} of ${valueIn("", part("of"))}` : "";
  const fixed = part("amounts");
  const amount = typeof fixed === "object" && fixed !== null ? amounts(fixed) : "";
  return [share, amount].filter(Boolean).join(" and ") || valueIn("", part("kind"));
}

function nameOf(path: string): string {
  const exact = names[path];
  if (exact) return exact;
  const listed = listName(path);
  if (listed) return listed;
  const [, group, code] = /^storeCredit\.(bonus\.amounts|limits\.perReturn)\.([A-Z]{3})$/.exec(path) ?? [];
  if (group) return `${group === "bonus.amounts" ? "Bonus" : "Most bonus per return"} in ${code}`;
  return path.replaceAll(".", " › ").replaceAll("_", " ");
}

/** "approvalRules.0.when.reasons.1" is "Approval rule 1: reasons". */
function listName(path: string): string | null {
  const [, list = "", index, rest] =
    /^((?:storeCredit\.)?[a-zA-Z]+(?:\.products)?)\.(\d+)(?:\.(.*))?$/.exec(path) ?? [];
  const name = lists[list];
  if (!name || index === undefined) return null;
  const parts = (rest ?? "")
    .split(".")
    .filter((part) => part !== "" && !/^\d+$/.test(part) && part !== "when");
  const what = parts.map(wordsOf).join(" ");
  return `${name} ${Number(index) + 1}${what ? `: ${what}` : ""}`;
}

/** "returnValue" is "return value", and USD stays USD. */
function wordsOf(part: string): string {
  if (/^[A-Z]{3}$/.test(part)) return part;
  return part.replaceAll(/([A-Z])/g, " $1").toLowerCase();
}

const lists: Record<string, string> = {
  reasons: "Reason",
  approvalRules: "Approval rule",
  resolutionRules: "Exception",
  keepItemReasons: "Keep-the-item reason",
  "storeCredit.bonusRules": "Bonus rule",
  "window.products": "Product window",
};

const names: Record<string, string> = {
  "window.from": "Window counted from",
  "window.days": "Return window",
  "window.bufferDays": "Days added without a delivery",
  "originalPayment.enabled": "Refund to the original payment",
  otherwise: "Requests no rule speaks of",
  trigger: "Credit is issued",
  shipping: "Shipping comes back",
  duties: "Duties come back",
  "fees.returnFee.kind": "Return fee",
  "fees.returnFee.basisPoints": "Return fee",
  "fees.returnFee.amounts": "Return fee amounts",
  "fees.returnFee.exceptReasons": "Return fee waived for these reasons",
  "fees.returnFee.per": "Return fee charged",
  "fees.returnFee.waivedForCredit": "Return fee waived for credit",
  "fees.restocking": "Restocking fee",
  "fees.restocking.basisPoints": "Restocking fee",
  "fees.restocking.waivedForCredit": "Restocking fee waived for credit",
  "fees.label": "Return label",
  "fees.label.waivedForCredit": "Return label waived for credit",
  "storeCredit.limits.shareOfBase": "Most bonus, of the refund",
  "storeCredit.limits.perCustomer": "Most bonus for one customer",
  "storeCredit.limits.perCustomer.days": "Days that count for one customer",
  "storeCredit.enabled": "Refund to store credit",
  "storeCredit.description": "Description",
  "storeCredit.bonus.kind": "Kind of bonus",
  "storeCredit.bonus.basisPoints": "Bonus",
  "storeCredit.bonus.of": "Bonus counted on",
  "storeCredit.bonus.amounts": "Bonus amounts",
  "storeCredit.bonus.per": "Bonus given",
  "storeCredit.bonusExpiresAfterDays": "Bonus expires",
};

function valueIn(path: string, value: unknown): string {
  if (path === "window.days" || path.endsWith(".days")) return value === null ? "no end" : daysIn(value);
  if (path.endsWith("shareOfBase") && typeof value === "number") return percent(value);
  if (value === undefined || value === "") return "nothing";
  if (value === "none" && path.startsWith("fees.")) return "no fee";
  if (path.endsWith("ExpiresAfterDays")) return value === null ? "never" : `after ${value} days`;
  if (path.endsWith("basisPoints") && typeof value === "number") return percent(value);
  if (typeof value === "boolean") return value ? "on" : "off";
  if (value === null) return "nothing";
  if (typeof value === "string") return words[value] ?? value;
  if (typeof value === "object") return wholeIn(value);
  return String(value);
}

function daysIn(value: unknown): string {
  return value === undefined ? "nothing" : `${value} days`;
}

/** Something that came or went as a whole: a rule by its name, a reason by its words, amounts by their currencies. */
function wholeIn(value: object): string {
  if ("name" in value && typeof value.name === "string") return `“${value.name}”`;
  if ("words" in value && typeof value.words === "object" && value.words && "en" in value.words)
    return `“${value.words.en}”`;
  if ("basisPoints" in value && typeof value.basisPoints === "number") return percent(value.basisPoints);
  if ("amounts" in value && typeof value.amounts === "object" && value.amounts) return amounts(value.amounts);
  if ("kind" in value && typeof value.kind === "string") return valueIn("", value.kind);
  const texts = Object.values(value).filter((each) => typeof each === "string");
  const codes = Object.keys(value).every((key) => /^[A-Z]{3}$/.test(key));
  return codes ? amounts(value) : texts.join(", ") || "set up";
}

const words: Record<string, string> = {
  hold: "wait for a person",
  approve: "approved at once",
  by_hand: "by hand",
  on_approval: "on approval",
  in_transit: "once in transit",
  on_delivery: "on delivery",
  on_receipt: "on receipt",
  after_inspection: "after inspection",
  at_once: "at once",
  never: "never",
  proportional: "in proportion",
  when_everything_returned: "with the last item",
  delivery: "the delivery",
  fulfillment: "the day it was sent",
  required: "required",
  optional: "if they like",
  store_credit: "store credit",
  original_payment: "the original payment",
  none: "no bonus",
  percent: "a percentage",
  fixed: "a fixed amount",
  items: "items, before tax",
  items_with_tax: "items with tax",
  after_fees: "the whole refund",
  return: "for every return",
  order: "once for an order",
};

function percent(basisPoints: number): string {
  const exact = `${basisPoints}E-4` as `${number}`;
  return new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 2 }).format(exact);
}

function amounts(value: object): string {
  const each = Object.entries(value).map(([code, amount]) => `${amount} ${code}`);
  return each.join(", ") || "nothing";
}
