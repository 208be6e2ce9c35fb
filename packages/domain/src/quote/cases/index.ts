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

/** Every sum that was worked out by hand. Who changes the quote explains here which of them change, and why. */
export const workedCases: readonly WorkedCase[] = [
  ...items,
  ...taxes,
  ...shipping,
  ...feesCharged,
  ...payments,
  ...bonuses,
  ...continued,
  ...capped,
  ...ruled,
  ...peers,
  ...edges,
  ...feeEdges,
];
