import type { ShopHealth, ShopOverview } from "@kept/domain";
import { z } from "zod";

export const shows = ["all", "attention", "own", "clients"] as const;
export const sorts = ["name", "health", "waiting", "issued", "unspent", "failures"] as const;

/** How the list stands in the address: what is shown, in which order. Whatever else stands there is the usual. */
const viewSchema = z.object({
  q: z.string().max(100).catch(""),
  show: z.enum(shows).catch("all"),
  sort: z.enum(sorts).catch("name"),
  dir: z.enum(["asc", "desc"]).catch("asc"),
});
export type View = z.output<typeof viewSchema>;
export type Sort = (typeof sorts)[number];

export function viewOf(params: Readonly<Record<string, string | string[] | undefined>>): View {
  return viewSchema.parse(params);
}

/** The address of a view: only what is not usual stands in it. */
export function hrefOf(path: string, { q, show, sort, dir }: View): string {
  const query = new URLSearchParams({
    ...(q && { q }),
    ...(show !== "all" && { show }),
    ...((sort !== "name" || dir !== "asc") && { sort, dir }),
  });
  return query.size > 0 ? `${path}?${query}` : path;
}

/** The shops of a view in its order. Amounts are compared within their currency only; currencies stand together. */
export function arrange(shops: readonly ShopOverview[], view: View): ShopOverview[] {
  const words = view.q.trim().toLowerCase();
  const shown = shops.filter(
    (shop) =>
      isShown(shop, view.show) &&
      `${shop.name} ${shop.handle} ${shop.organization}`.toLowerCase().includes(words),
  );
  const sign = view.dir === "desc" ? -1 : 1;
  return shown.sort((a, b) => sign * compare(a, b, view.sort) || a.name.localeCompare(b.name));
}

function isShown(shop: ShopOverview, show: View["show"]): boolean {
  if (show === "own") return shop.via === "own";
  if (show === "clients") return shop.via === "grant";
  return show === "all" || needsAttention(shop);
}

/** Whether somebody should look: money cannot move, or somebody waits. */
export function needsAttention(shop: ShopOverview): boolean {
  return shop.waiting + shop.toIssue + shop.inReview > 0 || severity[shop.health] < severity.unchecked;
}

const severity: Record<ShopHealth, number> = {
  disconnected: 0,
  permissions_missing: 1,
  paused: 2,
  credit_off: 3,
  unchecked: 4,
  well: 5,
};

function compare(a: ShopOverview, b: ShopOverview, sort: Sort): number {
  switch (sort) {
    case "name":
      return a.name.localeCompare(b.name);
    case "health":
      return severity[a.health] - severity[b.health];
    case "waiting":
      return a.waiting + a.toIssue - (b.waiting + b.toIssue);
    case "failures":
      return a.inReview - b.inReview;
    case "issued":
      return byAmount(a.issuedThisMonth[0], b.issuedThisMonth[0]);
    case "unspent":
      return byAmount(a.unspent[0], b.unspent[0]);
  }
}

type Sum = ShopOverview["unspent"][number] | undefined;

function byAmount(a: Sum, b: Sum): number {
  if (!a || !b || a.currency !== b.currency) return (a?.currency ?? "").localeCompare(b?.currency ?? "");
  return a.minor < b.minor ? -1 : a.minor > b.minor ? 1 : 0;
}
