import type { PolicyChange } from "@kept/domain";

export interface ChangeInWords {
  readonly what: string;
  readonly from: string;
  readonly to: string;
}

/** One place where two versions differ, in the words of the form. */
export function inWords({ path, before, after }: PolicyChange): ChangeInWords {
  return { what: nameOf(path), from: valueIn(path, before), to: valueIn(path, after) };
}

function nameOf(path: string): string {
  const exact = names[path];
  if (exact) return exact;
  const [, group, code] = /^storeCredit\.(bonus\.amounts|limits\.perReturn)\.([A-Z]{3})$/.exec(path) ?? [];
  if (group) return `${group === "bonus.amounts" ? "Bonus" : "Most bonus per return"} in ${code}`;
  return path.replaceAll(".", " › ").replaceAll("_", " ");
}

const names: Record<string, string> = {
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
  if (value === undefined || value === "") return "nothing";
  if (path.endsWith("ExpiresAfterDays")) return value === null ? "never" : `after ${value} days`;
  if (path.endsWith("basisPoints") && typeof value === "number") return percent(value);
  if (typeof value === "boolean") return value ? "on" : "off";
  if (value === null) return "nothing";
  if (typeof value === "string") return words[value] ?? value;
  if (typeof value === "object") return amounts(value);
  return String(value);
}

const words: Record<string, string> = {
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
