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
