import { type Money, money } from "@kept/money";
import type { CreditAccountNow, CreditTransaction, Refund, ShopifyReturn } from "@kept/shopify";
import type { LegRow } from "../issuance.ts";
import { baseRequest } from "../return-process-method.ts";
import type { Timeline } from "./timeline.ts";

interface Moved {
  readonly at: number;
  readonly transaction: CreditTransaction;
}
interface Refunded {
  readonly at: number;
  readonly refund: Refund;
}

const usd = (minor: bigint): Money => money(minor, "USD");

/** Shopify as the simulation knows it: executes what arrives, keys nothing, and remembers for whom it moved money. */
export class SimulatedShopify {
  readonly #executed = new Map<string, string[]>();
  readonly #accounts = new Map<string, Moved[]>();
  readonly #refunds = new Map<string, Refunded[]>();
  readonly #time: Timeline;
  /** Whether the note of `returnProcess` reaches the refund: Shopify does not say. */
  readonly #notesReachRefunds: boolean;
  #last = 0;

  constructor(time: Timeline, notesReachRefunds: boolean) {
    this.#time = time;
    this.#notesReachRefunds = notesReachRefunds;
  }

  /** Store credit, to a customer. `leg` is null for what staff and other apps give and take. */
  credit(
    customer: string,
    amount: bigint,
    what: { leg: string | null; event: string; note?: string; expiresAt?: Date; order?: string },
  ): string {
    const id = `gid://shopify/StoreCreditAccountCreditTransaction/${++this.#last}`;
    const moved = this.#accounts.get(customer) ?? [];
    const before = moved.at(-1)?.transaction.balanceAfter.minor ?? 0n;
    const common = {
      id,
      createdAt: this.#time.date(),
      amount: usd(amount),
      balanceAfter: usd(before + amount),
      event: what.event,
      orderId: what.order ?? null,
      orderTransactionId: null,
      note: what.note ?? null,
    };
    const transaction: CreditTransaction =
      amount > 0n
        ? { ...common, kind: "credit", expiresAt: what.expiresAt ?? null, remaining: usd(amount) }
        : { ...common, kind: "debit" };
    moved.push({ at: this.#time.now, transaction });
    this.#accounts.set(customer, moved);
    if (what.leg) this.#executed.set(what.leg, [...(this.#executed.get(what.leg) ?? []), id]);
    return id;
  }

  /** `returnProcess`: refuses when the lines are processed already; that is the only thing that stops a second one. */
  processReturn(leg: LegRow, note: string, by: "kept" | "staff"): "done" | "refused" {
    const { returnGid, customerGid } = baseRequest(leg);
    const refunds = this.#refunds.get(returnGid) ?? [];
    if (refunds.length > 0) return "refused";
    const id = `gid://shopify/Refund/${++this.#last}`;
    const kept = by === "kept";
    this.credit(customerGid ?? "", leg.amountMinor, {
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
    const shown = this.#notesReachRefunds && kept ? note : null;
    const refund = {
      id,
      note: shown,
      createdAt: this.#time.date(),
      total: amount,
      transactions: [transaction],
    };
    this.#refunds.set(returnGid, [...refunds, { at: this.#time.now, refund }]);
    if (kept) this.#executed.set(leg.id, [...(this.#executed.get(leg.id) ?? []), id]);
    return "done";
  }

  /** As of a moment, newest first. `torn`: the balance is of now, which an older page does not lead to. */
  readAccount(customer: string, asOf: number, torn: boolean, notes: boolean): CreditAccountNow {
    const all = this.#accounts.get(customer) ?? [];
    const seen = all.filter(({ at }) => at <= asOf);
    const newest = (torn ? all : seen).at(-1)?.transaction;
    const hide = (each: CreditTransaction) => (notes ? each : { ...each, note: null });
    return {
      customerExists: true,
      accountId: "gid://shopify/StoreCreditAccount/1",
      balance: newest?.balanceAfter ?? usd(0n),
      transactions: seen.map(({ transaction }) => hide(transaction)).reverse(),
      complete: true,
    };
  }

  /** What was executed for a leg. More than one is a double. */
  executedFor(leg: LegRow): readonly string[] {
    return this.#executed.get(leg.id) ?? [];
  }

  refundsOf(leg: LegRow): string[] {
    return (this.#refunds.get(baseRequest(leg).returnGid) ?? []).map(({ refund }) => refund.id);
  }

  readReturn(leg: LegRow, asOf: number): ShopifyReturn {
    const { returnGid, lines } = baseRequest(leg);
    const refunds = (this.#refunds.get(returnGid) ?? []).filter(({ at }) => at <= asOf);
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
}
