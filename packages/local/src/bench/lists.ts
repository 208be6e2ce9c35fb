/** A list or a search of the dashboard by its address: within a shop, or from the root for what is above all shops. */
export interface List {
  readonly name: string;
  readonly page: string;
}

/** Every list and search of the dashboard, and Home. */
export const lists: readonly List[] = [
  { name: "requested", page: "returns?view=requested" },
  { name: "to issue", page: "returns?view=to_issue" },
  { name: "in review", page: "returns?view=in_review" },
  { name: "done", page: "returns?view=done" },
  { name: "all", page: "returns?view=all" },
  { name: "oldest first", page: "returns?view=all&sort=oldest" },
  { name: "largest amount", page: "returns?view=all&sort=largest" },
  { name: "smallest amount", page: "returns?view=all&sort=smallest" },
  { name: "resolution", page: "returns?view=done&resolution=original_payment" },
  { name: "state", page: "returns?view=to_issue&status=received" },
  { name: "age", page: "returns?view=all&age=30d" },
  { name: "resolution and age", page: "returns?view=done&resolution=store_credit&age=90d" },
  { name: "search number", page: "returns?q=R-1500" },
  { name: "search order", page: "returns?q=%239500" },
  { name: "search e-mail", page: "returns?q=customer500%40example.com" },
  { name: "search name", page: "returns?q=lovelace" },
  { name: "search item", page: "returns?q=linen+shirt" },
  { name: "search beginning", page: "returns?q=lin" },
  { name: "search words in a tab", page: "returns?view=to_issue&q=ada+shirt" },
  {
    name: "search that keeps a state and its order",
    page: "returns?view=to_issue&status=received&sort=oldest&q=shirt",
  },
  {
    name: "search that keeps a resolution and an age",
    page: "returns?resolution=store_credit&age=30d&q=lovelace",
  },
  { name: "what is typed into the palette", page: "find?q=lovelace" },
  { name: "credits", page: "credits" },
  { name: "credits of a currency", page: "credits?currency=EUR" },
  { name: "credits of a state", page: "credits?state=unspent" },
  { name: "credits of a currency and a state", page: "credits?currency=EUR&state=spent" },
  { name: "credits of a span of days", page: "credits?from=2026-01-01&to=2026-06-30" },
  { name: "credits by search", page: "credits?q=lovelace" },
  { name: "credits of a state by search", page: "credits?state=spent&q=lovelace" },
  { name: "owed", page: "credits/owed" },
  { name: "owed on an earlier day", page: "credits/owed?on=2026-06-30" },
  { name: "reconciliation", page: "credits/reconciliation" },
  { name: "settled differences", page: "credits/reconciliation?show=settled" },
  { name: "customers", page: "customers" },
  { name: "customers by search", page: "customers?q=hopper" },
  { name: "audit log", page: "settings/audit" },
  { name: "audit log of returns", page: "settings/audit?act=return." },
  { name: "home", page: "" },
  { name: "all shops", page: "/shops" },
  { name: "all shops by what is unspent", page: "/shops?sort=unspent&dir=desc" },
  { name: "found in all shops", page: "/shops/find?q=lovelace" },
];
