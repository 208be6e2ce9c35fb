import {
  type ListReturns,
  type ReturnSort,
  type ReturnView,
  returnSorts,
  returnViews,
  type SavedView,
  type ViewFilters,
} from "@kept/domain";

/** What the address of the list says. Everything that is shown is in it, so that a link shows a colleague the same. */
export interface ListAddress {
  readonly view: ReturnView;
  readonly q?: string | undefined;
  readonly resolution?: "store_credit" | "original_payment" | undefined;
  readonly status?: Status | undefined;
  readonly age?: keyof typeof ages | undefined;
  readonly sort?: ReturnSort | undefined;
  readonly after?: string | undefined;
  readonly before?: string | undefined;
}

const statuses = [
  "approved",
  "in_transit",
  "received",
  "inspected",
  "resolved",
  "declined",
  "cancelled",
] as const;
type Status = (typeof statuses)[number];

/** Spans of age that can be asked for. */
export const ages = {
  "3d+": { words: "Older than 3 days", olderThanDays: 3 },
  "7d+": { words: "Older than 7 days", olderThanDays: 7 },
  "30d": { words: "Last 30 days", withinDays: 30 },
  "90d": { words: "Last 90 days", withinDays: 90 },
} as const;

/** Which states can be told apart under a tab. */
export const statusesOf: Record<ReturnView, readonly Status[]> = {
  requested: [],
  to_issue: ["approved", "in_transit", "received", "inspected"],
  in_review: [],
  done: ["resolved", "declined", "cancelled"],
  all: [],
};

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** Reads an address; what is not understood is left out. Searching looks everywhere unless a tab is named. */
export function readAddress(query: Query): ListAddress {
  const one = (name: string) =>
    (typeof query[name] === "string" ? query[name].trim() : undefined) || undefined;
  const among = <T extends string>(all: readonly T[], wanted: string | undefined) =>
    all.find((each) => each === wanted);
  const q = one("q")?.slice(0, 100);
  const view = among(returnViews, one("view")) ?? (q ? "all" : "requested");
  return {
    view,
    q,
    resolution: among(["store_credit", "original_payment"] as const, one("resolution")),
    status: among(statusesOf[view], one("status")),
    age: among(Object.keys(ages) as (keyof typeof ages)[], one("age")),
    sort: among(returnSorts, one("sort")),
    after: one("after"),
    before: one("before"),
  };
}

/** The list's address with something changed; a change begins on the first page, and a tab keeps what fits it. */
export function listHref(shop: string, from: ListAddress, change: Partial<ListAddress> = {}): string {
  const next = { ...from, after: undefined, before: undefined, ...change };
  const query = new URLSearchParams();
  for (const name of ["view", "q", "resolution", "status", "age", "sort", "after", "before"] as const) {
    const value = next[name];
    const fits = name !== "status" || statusesOf[next.view].some((each) => each === value);
    if (value && fits && !(name === "sort" && value === "newest")) query.set(name, value);
  }
  return `/${shop}/returns?${query}`;
}

/** What a search keeps of an address. It looks under every tab, unless a tab was searched already or a state is of one. */
export function keptBySearch({ view, q, resolution, status, age, sort }: ListAddress): [string, string][] {
  const kept = { view: q || status ? view : undefined, resolution, status, age, sort };
  return Object.entries(kept).flatMap(([name, value]) => (value ? [[name, value]] : []));
}

/** The order a list really has: words and single states are kept in the order of age and in no other. */
export function orderOf({ q, status, sort = "newest" }: ListAddress): ReturnSort {
  return (q || status) && sort !== "oldest" ? "newest" : sort;
}

/** What the domain is asked for. */
export function wantedOf({ age, q, ...rest }: ListAddress): ListReturns {
  const { words: _, ...span } = age ? ages[age] : { words: "" };
  return { ...rest, ...span, search: q, limit: 50 };
}

/** What a saved view keeps of an address: not the page. */
export function filtersOf({ after: _, before: __, ...filters }: ListAddress): ViewFilters {
  return filters;
}

/** A saved view as an address. */
export function addressOf({ filters }: SavedView): ListAddress {
  return readAddress({ view: "all", ...filters });
}

/** Whether there is anything in the address that a tab alone does not say. */
export function isNarrowed({ q, resolution, status, age, sort }: ListAddress): boolean {
  return Boolean(q || resolution || status || age || (sort && sort !== "newest"));
}
