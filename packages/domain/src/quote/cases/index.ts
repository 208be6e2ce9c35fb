import { bonuses } from "./bonuses.ts";
import { capped } from "./capped.ts";
import type { WorkedCase } from "./case.ts";
import { continued } from "./continued.ts";
import { edges } from "./edges.ts";
import { feeEdges } from "./fee-edges.ts";
import { feesCharged } from "./fees.ts";
import { items } from "./items.ts";
import { payments } from "./payments.ts";
import { peers } from "./peers.ts";
import { ruled } from "./ruled.ts";
import { shipping } from "./shipping.ts";
import { taxes } from "./taxes.ts";

/** The sums that were worked out by hand, by what they are about. */
export const chapters: readonly { readonly title: string; readonly cases: readonly WorkedCase[] }[] = [
  { title: "Items", cases: items },
  { title: "Taxes", cases: taxes },
  { title: "Shipping and duties", cases: shipping },
  { title: "Fees", cases: feesCharged },
  { title: "Kinds of payment", cases: payments },
  { title: "Bonuses", cases: bonuses },
  { title: "Returns in parts", cases: continued },
  { title: "Limits of a bonus", cases: capped },
  { title: "Bonus rules", cases: ruled },
  { title: "As other systems count", cases: peers },
  { title: "Edges", cases: edges },
  { title: "Edges of fees", cases: feeEdges },
];

/** All of them. Who changes the quote explains here which of them change, and why. */
export const workedCases: readonly WorkedCase[] = chapters.flatMap(({ cases }) => cases);
