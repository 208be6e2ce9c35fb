import { type Money, money } from "@kept/money";
import type { CreditAccountNow, CreditTransaction } from "@kept/shopify";
import type { LegRow } from "../issuance.ts";
import type { Timeline } from "./timeline.ts";

interface Moved {
  readonly at: number;
  readonly transaction: CreditTransaction;
  /** What is left of a credit; debits take from what expires soonest. */
  remaining: bigint;
}

const usd = (minor: bigint): Money => money(minor, "USD");

/** Store credit as the simulation knows it: executes what arrives, keys nothing, and remembers for whom it moved money. */
export class SimulatedAccounts {
  readonly #executed = new Map<string, string[]>();
  readonly #accounts = new Map<string, Moved[]>();
  readonly #time: Timeline;
  #last = 0;

  constructor(time: Timeline) {
    this.#time = time;
  }

  /** Store credit, to a customer. `leg` is null for what staff, refunds and other apps give. */
  credit(
    customer: string,
    amount: bigint,
    what: { leg: string | null; event: string; note?: string; expiresAt?: Date; order?: string },
  ): string {
    const { expiresAt = null, order = null } = what;
    return this.#move(customer, amount, what, (common) => ({
      ...common,
      kind: "credit",
      orderId: order,
      expiresAt,
      remaining: usd(amount),
    }));
  }

  /** Takes store credit back; null when there is not enough. */
  debit(customer: string, amount: bigint, what: { leg: string | null; note?: string }): string | null {
    const account = this.#of(customer);
    if ((account.at(-1)?.transaction.balanceAfter.minor ?? 0n) < amount) return null;
    let left = amount;
    for (const credit of account.filter(({ remaining }) => remaining > 0n).sort(soonestFirst)) {
      const part = credit.remaining < left ? credit.remaining : left;
      credit.remaining -= part;
      left -= part;
    }
    return this.#move(customer, -amount, { ...what, event: "ADJUSTMENT" }, (common) => ({
      ...common,
      kind: "debit",
    }));
  }

  /** As of a moment, newest first. `torn`: the balance is of now, which an older page does not lead to. */
  read(customer: string, asOf: number, torn: boolean, notes: boolean): CreditAccountNow {
    const all = this.#of(customer);
    const seen = all.filter(({ at }) => at <= asOf);
    const newest = (torn ? all : seen).at(-1)?.transaction;
    const show = ({ transaction, remaining }: Moved): CreditTransaction => {
      const shown = notes ? transaction : { ...transaction, note: null };
      return shown.kind === "credit" ? { ...shown, remaining: usd(remaining) } : shown;
    };
    return {
      customerExists: true,
      accountId: "gid://shopify/StoreCreditAccount/1",
      balance: newest?.balanceAfter ?? usd(0n),
      transactions: seen.map(show).reverse(),
      complete: true,
    };
  }

  executedFor(leg: LegRow): readonly string[] {
    return this.#executed.get(leg.id) ?? [];
  }

  /** The credit that a refund of this order gave. */
  refundOf(order: string): string | undefined {
    for (const moved of this.#accounts.values())
      for (const { transaction } of moved)
        if (transaction.orderId === order && transaction.id) return transaction.id;
    return undefined;
  }

  #move(
    customer: string,
    change: bigint,
    what: { leg: string | null; event: string; note?: string },
    finish: (common: Common) => CreditTransaction,
  ): string {
    const id = `gid://shopify/StoreCreditAccountTransaction/${++this.#last}`;
    const account = this.#of(customer);
    const before = account.at(-1)?.transaction.balanceAfter.minor ?? 0n;
    const transaction = finish({
      id,
      createdAt: this.#time.date(),
      amount: usd(change),
      balanceAfter: usd(before + change),
      event: what.event,
      orderId: null,
      orderTransactionId: null,
      note: what.note ?? null,
    });
    account.push({ at: this.#time.now, transaction, remaining: change > 0n ? change : 0n });
    this.#accounts.set(customer, account);
    if (what.leg) this.#executed.set(what.leg, [...(this.#executed.get(what.leg) ?? []), id]);
    return id;
  }

  #of(customer: string): Moved[] {
    return this.#accounts.get(customer) ?? [];
  }
}

type Common = Omit<Extract<CreditTransaction, { kind: "debit" }>, "kind">;

function soonestFirst(a: Moved, b: Moved): number {
  return expiry(a) - expiry(b);
}

function expiry({ transaction }: Moved): number {
  return transaction.kind === "credit" && transaction.expiresAt
    ? transaction.expiresAt.getTime()
    : Number.MAX_SAFE_INTEGER;
}
