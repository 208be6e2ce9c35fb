import type { LegRow } from "../issuance.ts";
import { SimulatedAccounts } from "./accounts.ts";
import { SimulatedOrders } from "./orders.ts";
import type { Timeline } from "./timeline.ts";

/** Shopify as the simulation knows it. It is the one that tells in the end what really happened. */
export class SimulatedShopify {
  readonly accounts: SimulatedAccounts;
  readonly orders: SimulatedOrders;

  constructor(time: Timeline, notesReachRefunds: boolean) {
    this.accounts = new SimulatedAccounts(time);
    this.orders = new SimulatedOrders(time, this.accounts, notesReachRefunds);
  }

  /** What was executed for a leg. More than one is a double. */
  executedFor(leg: LegRow): readonly string[] {
    return leg.kind === "base" ? this.orders.executedFor(leg) : this.accounts.executedFor(leg);
  }
}
