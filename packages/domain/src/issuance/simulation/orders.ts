import { type Money, money } from "@kept/money";
import type { Refund, RefundsOfOrder, ShopifyReturn } from "@kept/shopify";
import type { LegRow } from "../issuance.ts";
import { refundRequest } from "../refund-create-method.ts";
import { baseRequest } from "../return-process-method.ts";
import type { SimulatedAccounts } from "./accounts.ts";
import type { Timeline } from "./timeline.ts";

interface Refunded {
  readonly at: number;
  readonly refund: Refund;
}
interface Key {
  readonly at: number;
  state: "running" | "done" | "failed";
}

const usd = (minor: bigint): Money => money(minor, "USD");
const day = 24 * 3_600_000;

/** Orders as the simulation knows them: each is paid once, so it can be refunded once, by whichever way. */
export class SimulatedOrders {
  readonly #refunds = new Map<string, Refunded[]>();
  readonly #keys = new Map<string, Key>();
  readonly #executed = new Map<string, string[]>();
  readonly #time: Timeline;
  readonly #accounts: SimulatedAccounts;
  /** Whether the note of `returnProcess` reaches the refund: Shopify does not say. That of `refundCreate` does. */
  readonly #notesReachRefunds: boolean;
  #last = 0;

  constructor(time: Timeline, accounts: SimulatedAccounts, notesReachRefunds: boolean) {
    this.#time = time;
    this.#accounts = accounts;
    this.#notesReachRefunds = notesReachRefunds;
  }

  /** `returnProcess`: refuses when the lines are processed already; that is the only thing that stops a second one. */
  processReturn(leg: LegRow, note: string, by: "kept" | "staff"): "done" | "refused" {
    if (this.#of(leg).length > 0) return "refused";
    this.#refund(leg, by === "kept" && this.#notesReachRefunds ? note : null, by);
    return "done";
  }

  /** A request with a key arrives: what the key is known for, for a day. Unknown, it is at work from now on. */
  arrive(key: string): "new" | Key["state"] {
    const known = this.#keys.get(key);
    if (known && this.#time.now - known.at < day) return known.state;
    this.#keys.set(key, { at: this.#time.now, state: "running" });
    return "new";
  }

  /** A failure that Shopify remembers by its key: the key is spent. */
  fail(key: string): void {
    const known = this.#keys.get(key);
    if (known) known.state = "failed";
  }

  /** `refundCreate`, once its key was new: more than was paid is refused. */
  createRefund(leg: LegRow, key: string, note: string): "done" | "refused" {
    if (this.#of(leg).length > 0) {
      this.fail(key);
      return "refused";
    }
    this.#refund(leg, note, "kept");
    const known = this.#keys.get(key);
    if (known) known.state = "done";
    return "done";
  }

  executedFor(leg: LegRow): readonly string[] {
    return this.#executed.get(leg.id) ?? [];
  }

  refundsOf(leg: LegRow): string[] {
    return this.#of(leg).map(({ refund }) => refund.id);
  }

  readReturn(leg: LegRow, asOf: number): ShopifyReturn {
    const { returnGid, lines } = baseRequest(leg);
    const refunds = this.#of(leg).filter(({ at }) => at <= asOf);
    const processed = refunds.length > 0 ? 1 : 0;
    const state = {
      quantity: 1,
      processable: 1 - processed,
      processed,
      refundable: 1 - processed,
      refunded: processed,
    };
    return {
      id: returnGid,
      name: "#1-R1",
      status: "OPEN",
      decline: null,
      orderId: leg.orderGid,
      lines: lines.map(({ id }) => ({ id, fulfillmentLineItemId: null, lineItemId: null, ...state })),
      refunds: refunds.map(({ refund }) => refund),
    };
  }

  readRefunds(leg: LegRow, asOf: number): RefundsOfOrder {
    const refunds = this.#of(leg).filter(({ at }) => at <= asOf);
    const refundable = refunds.length > 0 ? 0 : 1;
    return {
      orderId: leg.orderGid,
      refunds: refunds.map(({ refund }) => refund),
      lines: refundRequest(leg).lines.map(({ lineItemId }) => ({ id: lineItemId, refundable })),
    };
  }

  #refund(leg: LegRow, note: string | null, by: "kept" | "staff"): void {
    const id = `gid://shopify/Refund/${++this.#last}`;
    const { customerGid } = leg.request as { customerGid: string };
    this.#accounts.credit(customerGid, leg.amountMinor, {
      leg: null,
      event: "ORDER_REFUND",
      order: leg.orderGid,
    });
    const amount = usd(leg.amountMinor);
    const transaction = {
      id: `${id}t`,
      kind: "REFUND",
      status: "SUCCESS",
      gateway: "shopify_store_credit",
      amount,
    };
    const refund = { id, note, createdAt: this.#time.date(), total: amount, transactions: [transaction] };
    this.#refunds.set(leg.orderGid, [...this.#of(leg), { at: this.#time.now, refund }]);
    if (by === "kept") this.#executed.set(leg.id, [...this.executedFor(leg), id]);
  }

  #of(leg: LegRow): Refunded[] {
    return this.#refunds.get(leg.orderGid) ?? [];
  }
}
