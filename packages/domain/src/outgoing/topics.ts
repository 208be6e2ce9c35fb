/** What a shop's own programs can be told. One letter a thing that happened, never about a step in between. */
export const topics = [
  "return.requested",
  "return.approved",
  "return.declined",
  "return.cancelled",
  "return.in_transit",
  "return.received",
  "return.inspected",
  "return.refunded",
  "credit.issued",
  "credit.reversed",
  "credit.review",
] as const;
export type Topic = (typeof topics)[number];

/** The topic of a line in a return's timeline; null for what stays in the house. */
export function topicOf(kind: string, resolution: string): Topic | null {
  if (kind === "resolved") return resolution === "store_credit" ? "credit.issued" : "return.refunded";
  return known[kind] ?? null;
}

const known: Readonly<Record<string, Topic>> = {
  requested: "return.requested",
  approved: "return.approved",
  declined: "return.declined",
  cancelled: "return.cancelled",
  in_transit: "return.in_transit",
  received: "return.received",
  inspected: "return.inspected",
  reversal_issued: "credit.reversed",
  needs_review: "credit.review",
};
