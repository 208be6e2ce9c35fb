import { asDay, type CreditFilter, type CreditStanding, creditStates } from "@kept/domain";

/** What the address of the ledger says. All that is shown is in it, so that a link shows a colleague the same. */
export interface CreditAddress extends CreditFilter {
  readonly after?: string | undefined;
}

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** Reads an address; what is not understood is left out. */
export function readCreditAddress(query: Query): CreditAddress {
  const one = (name: string) =>
    (typeof query[name] === "string" ? query[name].trim() : undefined) || undefined;
  const currency = one("currency")?.toUpperCase();
  return {
    search: one("q")?.slice(0, 100),
    currency: currency && /^[A-Z]{3}$/.test(currency) ? currency : undefined,
    state: creditStates.find((state) => state === one("state")),
    from: asDay(one("from")),
    to: asDay(one("to")),
    after: one("after"),
  };
}

/** The filter as a query; a changed filter begins on the first page. */
export function creditQuery(address: CreditAddress, change: { after?: string | undefined } = {}): string {
  const { search, currency, state, from, to } = address;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ q: search, currency, state, from, to, ...change }))
    if (value) query.set(name, value);
  return query.size > 0 ? `?${query}` : "";
}

export function isNarrowed({ search, currency, state, from, to }: CreditAddress): boolean {
  return Boolean(search || currency || state || from || to);
}

export const standingWords: Record<CreditStanding, string> = {
  issuing: "Issuing",
  review: "In review",
  failed: "Called off",
  unspent: "Unspent",
  partly_used: "Partly used",
  spent: "Spent",
  expired: "Expired",
  taken_back: "Taken back",
};
