import type { ShopWorld } from "../world/shop-world.ts";
import type { Issuer, StoreCreditAccount, StoreCreditEvent, StoreCreditTransaction } from "./account.ts";

export interface Movement {
  /** Positive minor units of the account's currency. */
  amount: bigint;
  event: StoreCreditEvent;
  issuer: Issuer;
  origin?: StoreCreditTransaction["origin"];
  expiresAt?: string | null;
  note?: string | null;
  notify?: boolean;
  /** Only for the setup of a described shop; everything else happens now. */
  at?: string;
}

/** Adds money. Never asks whether it has seen the same request before: Shopify does not either. */
export function credit(
  shop: ShopWorld,
  account: StoreCreditAccount,
  movement: Movement,
): StoreCreditTransaction {
  shop.expiresAt(movement.expiresAt ?? null);
  return write(shop, account, movement, {
    type: "credit",
    amount: movement.amount,
    remaining: movement.amount,
  });
}

/** Takes money, soonest-expiring credit first. The caller has checked that the balance suffices. */
export function debit(
  shop: ShopWorld,
  account: StoreCreditAccount,
  movement: Movement,
): StoreCreditTransaction {
  const spent = takeSoonestExpiring(shop, account, movement.amount);
  return write(shop, account, movement, { type: "debit", amount: -movement.amount, spent });
}

/** Undoes a debit: the money returns to the credits it came from. */
export function revertDebit(
  shop: ShopWorld,
  account: StoreCreditAccount,
  of: StoreCreditTransaction,
  movement: Omit<Movement, "amount">,
): StoreCreditTransaction {
  for (const { creditId, amount } of of.spent) giveBack(shop, creditId, amount);
  return write(
    shop,
    account,
    { ...movement, amount: -of.amount },
    { type: "debit_revert", amount: -of.amount, relatedId: of.id },
  );
}

/** Takes back what has run out, each with a transaction of its own dated when it ran out. */
export function expireDue(shop: ShopWorld, account: StoreCreditAccount, now: string): void {
  const due = shop
    .movementsOf(account.id)
    .filter((entry) => entry.remaining && entry.expiresAt && entry.expiresAt <= now);
  for (const entry of due.sort((a, b) => ((a.expiresAt ?? "") < (b.expiresAt ?? "") ? -1 : 1))) {
    const left = entry.remaining ?? 0n;
    entry.remaining = 0n;
    shop.creditMovements.save(entry);
    const issuer: Issuer = { kind: "system", name: "Expiry", requestId: null };
    const movement: Movement = { amount: left, event: "ADJUSTMENT", issuer, at: entry.expiresAt ?? now };
    write(shop, account, movement, { type: "expiration", amount: -left, relatedId: entry.id });
  }
}

function write(
  shop: ShopWorld,
  account: StoreCreditAccount,
  movement: Movement,
  part: Partial<StoreCreditTransaction> & Pick<StoreCreditTransaction, "type" | "amount">,
): StoreCreditTransaction {
  account.balance += part.amount;
  shop.accounts.save(account);
  return shop.creditMovements.save({
    id: shop.world.nextId("StoreCreditAccountTransaction"),
    accountId: account.id,
    balanceAfter: account.balance,
    createdAt: movement.at ?? shop.world.nowText(),
    event: movement.event,
    origin: movement.origin ?? null,
    expiresAt: movement.expiresAt ?? null,
    remaining: null,
    relatedId: null,
    spent: [],
    note: movement.note ?? null,
    notify: movement.notify ?? false,
    issuer: movement.issuer,
    ...part,
  });
}

function takeSoonestExpiring(
  shop: ShopWorld,
  account: StoreCreditAccount,
  amount: bigint,
): StoreCreditTransaction["spent"] {
  const open = shop.movementsOf(account.id).filter((entry) => (entry.remaining ?? 0n) > 0n);
  open.sort((a, b) => compareExpiry(a.expiresAt, b.expiresAt) || a.id - b.id);
  const spent: StoreCreditTransaction["spent"] = [];
  let left = amount;
  for (const entry of open) {
    if (left === 0n) break;
    const remaining = entry.remaining ?? 0n;
    const taken = remaining < left ? remaining : left;
    entry.remaining = remaining - taken;
    left -= taken;
    shop.creditMovements.save(entry);
    spent.push({ creditId: entry.id, amount: taken });
  }
  return spent;
}

function compareExpiry(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

function giveBack(shop: ShopWorld, creditId: number, amount: bigint): void {
  const entry = shop.creditMovements.get(creditId);
  if (!entry) return;
  entry.remaining = (entry.remaining ?? 0n) + amount;
  shop.expiresAt(entry.expiresAt);
  shop.creditMovements.save(entry);
}
